//! Conversations in process, for the tests of a skill.
//!
//! A [`Conversation`] makes the requests that Alexa would make and gives them to the same dispatcher: the gate, the
//! dialog and the limits are the real ones, and there is no other way to an account than a linked user.
//!
//! ```ignore
//! let mut talk = Conversation::with(skill::app(RideHailer::new())).link("a-token");
//! let reply = talk.intent("OrderRide").slot("destination", "Main Street").await;
//! reply.assert_says("Main Street").assert_open();
//! talk.intent("AMAZON.YesIntent").await.assert_ended();
//! ```

mod block_on;
mod conversation;
mod envelope;
#[cfg(any(feature = "jwt", feature = "introspection"))]
mod issuer;
mod reply;
mod said;
mod utterance;

pub use block_on::block_on;
pub use conversation::Conversation;
#[cfg(any(feature = "jwt", feature = "introspection"))]
pub use issuer::{Issued, Issuer};
pub use reply::Reply;
pub use utterance::{Send, Utterance};
