//! Access tokens that can be checked: what a valid one says, and how it is found out.
//!
//! `account_linking.token` in skill.yaml says what the tokens are. `opaque` ones are taken as they are, and the service tells
//! whether one is good when it is used ([`TokenRejected`](crate::TokenRejected)). A `jwt` is checked with the service's keys, and
//! with `introspection` the service is asked, before any code of the skill runs: a token that is not valid counts as none at
//! all, and where that cannot be found out, nobody is let through. What a valid token says is then at
//! [`LinkedAccount::claims`](crate::LinkedAccount::claims).

mod check;
mod claims;
#[cfg(feature = "introspection")]
mod introspection;
#[cfg(feature = "jwt")]
mod jwt;
#[cfg(any(feature = "jwt", feature = "introspection"))]
mod object;
#[cfg(any(feature = "jwt", feature = "introspection"))]
mod read;
mod refusal;
#[cfg(any(feature = "jwt", feature = "introspection"))]
mod terms;

pub(crate) use check::Checks;
pub use claims::{ClaimError, Claims, TellsClaims};
pub(crate) use refusal::Refusal;
