//! The envelope: session, context, request. Unknown keys are skipped, and null is like absent.

use secrecy::SecretString;
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;

use super::Scalar;
use super::lenient::{Entries, Object};
use super::slots::Intent;
use super::token::Token;
use crate::Refused;
use crate::declare::Identity;
use crate::guard::Tokens;

#[derive(Deserialize)]
pub(crate) struct Envelope<'a> {
    #[serde(borrow, default)]
    session: Object<Session<'a>>,
    #[serde(borrow, default)]
    context: Object<Context<'a>>,
    #[serde(borrow)]
    pub(crate) request: Request<'a>,
}

impl<'a> Envelope<'a> {
    pub(crate) fn session(&self) -> Option<&Session<'a>> {
        self.session.get()
    }

    pub(crate) fn system(&self) -> Option<&System<'a>> {
        self.context.get()?.system.get()
    }

    /// The skill id that the context names.
    pub(crate) fn system_application(&self) -> Option<&str> {
        self.system()?.application.get()?.id.filled()
    }

    /// The skill id that the session names.
    pub(crate) fn session_application(&self) -> Option<&str> {
        self.session()?.application.get()?.id.filled()
    }

    /// The token that counts. Each stands in one place that is there in and out of sessions.
    pub(crate) fn token(&self, identity: Identity) -> Option<&SecretString> {
        let [account, person] = self.tokens();
        match identity {
            Identity::Account => account,
            Identity::Person => person,
            Identity::PersonOrAccount => person.or(account),
        }
    }

    /// The account's token, and that of the recognised speaker.
    pub(crate) fn tokens(&self) -> Tokens<'_> {
        let system = self.system();
        let account = system.and_then(|system| system.user.get()?.token.0.as_ref());
        let person = system.and_then(|system| system.person.get()?.token.0.as_ref());
        [account, person]
    }
}

#[derive(Deserialize)]
pub(crate) struct Session<'a> {
    #[serde(borrow, default)]
    pub(crate) new: Scalar<'a>,
    #[serde(borrow, default, rename = "sessionId")]
    pub(crate) id: Scalar<'a>,
    #[serde(borrow)]
    pub(crate) attributes: Option<&'a RawValue>,
    #[serde(borrow, default)]
    application: Object<Application<'a>>,
}

#[derive(Deserialize)]
struct Context<'a> {
    #[serde(borrow, default, rename = "System")]
    system: Object<System<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct System<'a> {
    #[serde(borrow, default)]
    application: Object<Application<'a>>,
    #[serde(borrow, default)]
    pub(crate) user: Object<User<'a>>,
    #[serde(borrow, default)]
    pub(crate) person: Object<Person<'a>>,
    #[serde(borrow, default)]
    pub(crate) device: Object<Device<'a>>,
}

#[derive(Deserialize)]
struct Application<'a> {
    #[serde(borrow, default, rename = "applicationId")]
    id: Scalar<'a>,
}

#[derive(Deserialize)]
pub(crate) struct User<'a> {
    #[serde(borrow, default, rename = "userId")]
    pub(crate) id: Scalar<'a>,
    #[serde(default, rename = "accessToken")]
    token: Token,
}

#[derive(Deserialize)]
pub(crate) struct Person<'a> {
    #[serde(borrow, default, rename = "personId")]
    pub(crate) id: Scalar<'a>,
    #[serde(default, rename = "accessToken")]
    token: Token,
}

#[derive(Deserialize)]
pub(crate) struct Device<'a> {
    #[serde(borrow, default, rename = "deviceId")]
    pub(crate) id: Scalar<'a>,
    #[serde(borrow, default, rename = "supportedInterfaces")]
    pub(crate) interfaces: Entries<Scalar<'a>, IgnoredAny>,
}

#[derive(Deserialize)]
pub(crate) struct Request<'a> {
    #[serde(borrow, default, rename = "type")]
    pub(crate) kind: Scalar<'a>,
    #[serde(borrow, default, rename = "requestId")]
    pub(crate) id: Scalar<'a>,
    // Amazon's own event examples spell it `timeStamp` too.
    #[serde(borrow, default, alias = "timeStamp")]
    pub(crate) timestamp: Scalar<'a>,
    #[serde(borrow, default)]
    pub(crate) locale: Scalar<'a>,
    #[serde(borrow, default, rename = "dialogState")]
    pub(crate) dialog_state: Scalar<'a>,
    #[serde(borrow, default)]
    pub(crate) intent: Object<Intent<'a>>,
    #[serde(borrow, default)]
    pub(crate) reason: Scalar<'a>,
    #[serde(borrow, default)]
    pub(crate) error: Object<Ended<'a>>,
    #[serde(borrow, default)]
    cause: Object<Cause<'a>>,
}

/// What a session was resumed after.
#[derive(Deserialize)]
struct Cause<'a> {
    #[serde(borrow, default)]
    token: Scalar<'a>,
}

impl Request<'_> {
    /// What the skill handed over with the connection that the session comes back from.
    pub(crate) fn resumed_token(&self) -> Option<&str> {
        self.cause.get()?.token.filled()
    }
}

/// The error that ended a session.
#[derive(Deserialize)]
pub(crate) struct Ended<'a> {
    #[serde(borrow, default, rename = "type")]
    pub(crate) kind: Scalar<'a>,
    #[serde(borrow, default)]
    pub(crate) message: Scalar<'a>,
}

/// Reads a request. The reason of a refusal is a place only, since a parser's message may quote what it read.
pub(crate) fn parse(body: &[u8]) -> Result<Envelope<'_>, Refused> {
    // One look at the whole body is faster than one at each string of it.
    let text = std::str::from_utf8(body).map_err(|error| Refused::not_utf8(&body[..error.valid_up_to()]))?;
    serde_json::from_str(text).map_err(|error| Refused::malformed(&error))
}
