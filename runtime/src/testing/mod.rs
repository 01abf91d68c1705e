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
//! talk.assert_transcript("tests/transcripts/a-ride.txt");
//! ```
//!
//! | user | how |
//! |---|---|
//! | who is not linked | `Conversation::with(app)`, and [`Conversation::unlink`] |
//! | who is linked | [`Conversation::link`] with a token; any text, where tokens are opaque |
//! | whose token the service rejects | `link` with a token that the service of the test rejects with [`TokenRejected`](crate::TokenRejected) |
//! | whose token has expired, or lacks a scope | `link` with one of `Issuer`'s (with the feature `jwt` or `introspection`), which stands in for the OAuth 2.0 service |
//! | whom Alexa recognises | [`Conversation::recognise`] and [`Conversation::link_person`] |
//!
//! Who links by voice comes back with [`Conversation::come_back`]. The device is bare until [`Conversation::supports`] and
//! [`Conversation::surroundings`] say otherwise.
//!
//! [`Conversation::assert_transcript`] keeps a whole conversation as text beside the tests: a change of what is said fails the test, and shows in a
//! review once `SAYSO_UPDATE=1 cargo test` has written it.

mod block_on;
mod connection;
mod conversation;
mod device;
mod envelope;
#[cfg(any(feature = "jwt", feature = "introspection"))]
mod issuer;
mod reply;
mod said;
#[cfg(feature = "services")]
mod services;
mod transcript;
mod utterance;

pub use block_on::block_on;
pub use conversation::Conversation;
#[cfg(any(feature = "jwt", feature = "introspection"))]
pub use issuer::{Issued, Issuer};
pub use reply::Reply;
pub use utterance::{Send, Utterance};
