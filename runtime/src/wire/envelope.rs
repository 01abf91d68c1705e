//! The envelope: session, context, request. Unknown keys are skipped, and null is like absent.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use super::Scalar;
use super::lenient::{Entries, Object, members};
use super::slots::Intent;
use super::token::{Secret, Token};
use crate::Refused;
use crate::declare::Identity;
use crate::guard::Tokens;

#[derive(Deserialize)]
pub(crate) struct Envelope<'a> {
    #[serde(borrow, default)]
    session: Object<Session<'a>>,
    #[serde(borrow, default)]
    context: Object<Context<'a>>,
    #[serde(borrow, deserialize_with = "members")]
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

    /// What is known of the device, by interface.
    pub(crate) fn interfaces(&self) -> impl Iterator<Item = (&str, &'a RawValue)> {
        let interfaces = self.context.get().map(|context| &context.interfaces[..]).unwrap_or_default();
        interfaces.iter().map(|(name, raw)| (name.as_ref(), *raw))
    }

    /// Every token of the request, of whatever kind.
    pub(crate) fn tokens(&self) -> Tokens {
        #[cfg(feature = "services")]
        let api = self.api_token();
        #[cfg(not(feature = "services"))]
        let api = None;
        Tokens::new([self.account_token(), self.person_token(), self.linked_token(), api])
    }

    /// The token of an account that was just linked, which comes in the event and nowhere else.
    pub(crate) fn linked_token(&self) -> Option<&Secret> {
        self.request.body.get()?.token.0.as_ref()
    }

    /// The token that counts. Each stands in one place that is there in and out of sessions.
    pub(crate) fn token(&self, identity: Identity) -> Option<&Secret> {
        match identity {
            Identity::Account => self.account_token(),
            Identity::Person => self.person_token(),
            Identity::PersonOrAccount => self.person_token().or(self.account_token()),
        }
    }

    fn account_token(&self) -> Option<&Secret> {
        self.system()?.user.get()?.token.0.as_ref()
    }

    /// That of the recognised speaker.
    fn person_token(&self) -> Option<&Secret> {
        self.system()?.person.get()?.token.0.as_ref()
    }

    /// The token for Alexa's own services. Nobody but their client reads it.
    #[cfg(feature = "services")]
    pub(crate) fn api_token(&self) -> Option<&Secret> {
        self.system()?.api_token.0.as_ref()
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

/// What is known of the device, by interface; `System` is read in full, since it has the tokens.
#[derive(Default)]
struct Context<'a> {
    system: Object<System<'a>>,
    interfaces: Vec<(Cow<'a, str>, &'a RawValue)>,
}

impl<'de: 'a, 'a> Deserialize<'de> for Context<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ContextReader)
    }
}

struct ContextReader;

impl<'de> Visitor<'de> for ContextReader {
    type Value = Context<'de>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut context = Context::default();
        while let Some(key) = map.next_key::<Key<'de>>()? {
            match key.0.as_ref() {
                "System" => context.system = map.next_value()?,
                _ => context.interfaces.push((key.0, map.next_value()?)),
            }
        }
        Ok(context)
    }
}

/// A key, borrowed where it has no escapes.
#[derive(Deserialize)]
struct Key<'a>(#[serde(borrow)] Cow<'a, str>);

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
    #[cfg(feature = "services")]
    #[serde(borrow, default, rename = "apiEndpoint")]
    pub(crate) api_endpoint: Scalar<'a>,
    #[cfg(feature = "services")]
    #[serde(default, rename = "apiAccessToken")]
    api_token: Token,
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
    pub(crate) cause: Object<Cause<'a>>,
    #[serde(borrow, default)]
    pub(crate) task: Object<Task<'a>>,
    #[serde(default)]
    body: Object<Body>,
}

/// The body of an event.
#[derive(Deserialize)]
pub(crate) struct Body {
    #[serde(default, rename = "accessToken")]
    token: Token,
}

/// The request whose answer was at fault, or what a session was resumed after.
#[derive(Deserialize)]
pub(crate) struct Cause<'a> {
    #[serde(borrow, default, rename = "requestId")]
    pub(crate) request_id: Scalar<'a>,
    #[serde(borrow, default)]
    token: Scalar<'a>,
}

impl Request<'_> {
    /// What the skill handed over with the connection that the session comes back from.
    pub(crate) fn resumed_token(&self) -> Option<&str> {
        self.cause.get()?.token.filled()
    }
}

/// The task that the skill is started with.
#[derive(Deserialize)]
pub(crate) struct Task<'a> {
    #[serde(borrow, default)]
    pub(crate) name: Scalar<'a>,
}

/// The error that ended a session.
#[derive(Deserialize)]
pub(crate) struct Ended<'a> {
    #[serde(borrow, default, rename = "type")]
    pub(crate) kind: Scalar<'a>,
    #[serde(borrow, default)]
    pub(crate) message: Scalar<'a>,
}

/// The whole `request` object, for the few requests of which more is read than the envelope has.
///
/// # Errors
///
/// Where it cannot be read in full, although the envelope could: it may be nested too deeply, and numbers may be out of range.
pub(crate) fn request_json(body: &[u8]) -> Result<Value, Refused> {
    #[derive(Deserialize)]
    struct Whole {
        request: Value,
    }
    serde_json::from_slice(body).map(|whole: Whole| whole.request).map_err(|error| Refused::malformed(&error))
}

/// Reads a request. The reason of a refusal is a place only, since a parser's message may quote what it read.
pub(crate) fn parse(body: &[u8]) -> Result<Envelope<'_>, Refused> {
    // One look at the whole body is faster than one at each string of it.
    let text = std::str::from_utf8(body).map_err(|error| Refused::not_utf8(&body[..error.valid_up_to()]))?;
    #[derive(Deserialize)]
    struct Whole<'a>(#[serde(borrow, deserialize_with = "members")] Envelope<'a>);
    serde_json::from_str(text).map(|Whole(envelope)| envelope).map_err(|error| Refused::malformed(&error))
}
