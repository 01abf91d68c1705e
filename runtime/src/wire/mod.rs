//! The request as it comes over the wire. Only what the runtime uses is read: the copies of the token in `session` and the consent token
//! are skipped unread, and so is the token for Alexa's own services without the feature `services`.

mod envelope;
mod lenient;
mod scalar;
pub(crate) mod slots;
mod token;

pub(crate) use envelope::{Device, Envelope, Request, Session, parse, request_json};
pub(crate) use scalar::Scalar;
pub(crate) use token::Secret;
