//! The request as it comes over the wire. Only what the runtime uses is read: the copies of tokens in `session`, the
//! token for Alexa's own services and the consent token are skipped unread.

mod envelope;
mod lenient;
mod scalar;
pub(crate) mod slots;
mod token;

pub(crate) use envelope::{Device, Envelope, Request, Session, System, parse};
pub(crate) use scalar::Scalar;
