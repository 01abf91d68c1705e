//! The envelope: session, context, request. Unknown keys are skipped, and null is like absent.

use std::fmt;

use secrecy::SecretString;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Scalar;
use super::slots::Intent;
use super::token::Token;
use crate::Refused;

#[derive(Deserialize)]
pub(crate) struct Envelope<'a> {
    #[serde(borrow)]
    pub(crate) session: Option<Session<'a>>,
    #[serde(borrow)]
    context: Option<Context<'a>>,
    #[serde(borrow)]
    pub(crate) request: Request<'a>,
}

impl<'a> Envelope<'a> {
    pub(crate) fn system(&self) -> Option<&System<'a>> {
        self.context.as_ref()?.system.as_ref()
    }

    /// The skill id that the context names.
    pub(crate) fn system_application(&self) -> Option<&str> {
        self.system()?.application.as_ref()?.id.filled()
    }

    /// The skill id that the session names.
    pub(crate) fn session_application(&self) -> Option<&str> {
        self.session.as_ref()?.application.as_ref()?.id.filled()
    }

    /// Takes the device's interfaces out, since nobody else asks for them.
    pub(crate) fn take_interfaces(&mut self) -> Option<Keys> {
        self.context.as_mut()?.system.as_mut()?.device.as_mut()?.interfaces.take()
    }

    /// The account's token, from the one place that holds it in and out of sessions.
    pub(crate) fn token(&self) -> Option<&SecretString> {
        self.system()?.user.as_ref()?.token.0.as_ref()
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
    #[serde(borrow)]
    application: Option<Application<'a>>,
}

#[derive(Deserialize)]
struct Context<'a> {
    #[serde(borrow, rename = "System")]
    system: Option<System<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct System<'a> {
    #[serde(borrow)]
    application: Option<Application<'a>>,
    #[serde(borrow)]
    pub(crate) user: Option<User<'a>>,
    #[serde(borrow)]
    pub(crate) person: Option<Person<'a>>,
    #[serde(borrow)]
    pub(crate) device: Option<Device<'a>>,
}

#[derive(Deserialize)]
pub(crate) struct Application<'a> {
    #[serde(borrow, default, rename = "applicationId")]
    pub(crate) id: Scalar<'a>,
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
}

#[derive(Deserialize)]
pub(crate) struct Device<'a> {
    #[serde(borrow, default, rename = "deviceId")]
    pub(crate) id: Scalar<'a>,
    #[serde(default, rename = "supportedInterfaces")]
    pub(crate) interfaces: Option<Keys>,
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
    #[serde(borrow)]
    pub(crate) intent: Option<&'a RawValue>,
    #[serde(borrow, default)]
    pub(crate) reason: Scalar<'a>,
    #[serde(borrow)]
    pub(crate) error: Option<&'a RawValue>,
}

impl<'a> Request<'a> {
    /// The intent, if the request has one that can be read.
    pub(crate) fn intent(&self) -> Option<Intent<'a>> {
        serde_json::from_str(self.intent?.get()).ok()
    }

    /// What ended the session, where it was an error.
    pub(crate) fn ended(&self) -> Option<Ended<'a>> {
        serde_json::from_str(self.error?.get()).ok()
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

/// The keys of an object whose values nobody asked for.
pub(crate) struct Keys(pub(crate) Vec<Box<str>>);

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeysReader)
    }
}

struct KeysReader;

impl<'de> Visitor<'de> for KeysReader {
    type Value = Keys;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keys, A::Error> {
        let mut keys = Vec::new();
        while let Some((key, _)) = map.next_entry::<Box<str>, IgnoredAny>()? {
            keys.push(key);
        }
        Ok(Keys(keys))
    }
}

/// Reads a request. The reason of a refusal is a place only, since a parser's message may quote what it read.
pub(crate) fn parse(body: &[u8]) -> Result<Envelope<'_>, Refused> {
    serde_json::from_slice(body).map_err(|error| Refused::malformed(&error))
}
