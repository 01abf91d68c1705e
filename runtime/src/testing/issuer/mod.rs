//! The OAuth 2.0 service of a skill whose access tokens are checked.

#[cfg(feature = "jwt")]
mod signer;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};

use crate::App;
use crate::declare::{Introspection, Jwt, Token};
use crate::fetch::{Fetch, FetchError, Fetching, Limits};

/// Plays the OAuth 2.0 service that skill.yaml declares: it issues tokens, publishes its keys or answers what it is asked, all in process.
/// The checks are the real ones: a token that it did not issue, or that has expired, counts as none.
///
/// ```ignore
/// let app = skill::app(RideHailer::new());
/// let issuer = Issuer::of(&app);
/// let token = issuer.token("ada").scopes(["rides.request"]).issue();
/// let mut talk = Conversation::with(app.fetch(issuer)).link(token);
/// talk.intent("OrderRide").slot("destination", "Main Street").await.assert_open();
/// ```
///
/// With `introspection`, the skill reads its `client_secret` in tests too, so the variable or the file has to be there.
#[derive(Clone)]
pub struct Issuer {
    service: Arc<Service>,
}

struct Service {
    declared: Token,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    #[cfg(feature = "jwt")]
    signer: Option<signer::Signer>,
    /// What is known of the tokens that the service is asked about.
    issued: Mutex<HashMap<String, Value>>,
}

/// A token that is about to be issued: for this skill, and for an hour.
#[must_use = "a token is issued by `issue`"]
pub struct Issued {
    service: Arc<Service>,
    claims: Map<String, Value>,
}

impl Issuer {
    /// The service of this app. It goes by the app's clock.
    ///
    /// # Panics
    /// If the skill's tokens are opaque: any text is one then.
    #[must_use]
    #[track_caller]
    pub fn of(app: &App) -> Self {
        let declared = app.skill().token;
        assert!(!matches!(declared, Token::Opaque), "the skill's tokens are opaque: there is nothing to check, and any text is one");
        let service = Service {
            declared,
            clock: app.env.clock.clone(),
            #[cfg(feature = "jwt")]
            signer: match declared {
                Token::Jwt(jwt) => Some(signer::Signer::new(jwt.algorithms)),
                _ => None,
            },
            issued: Mutex::default(),
        };
        Self { service: Arc::new(service) }
    }

    /// A token about a user, who is known to the service by this name.
    pub fn token(&self, subject: impl Into<String>) -> Issued {
        let now = self.service.now();
        let claims = json!({"sub": subject.into(), "iat": now, "exp": now + 3600});
        let mut claims = claims.as_object().cloned().unwrap_or_default();
        claims.extend(self.service.terms());
        Issued { service: self.service.clone(), claims }
    }

    /// The user takes back what they granted: a service that is asked says that the token is not active any more. A signed token is good
    /// until it expires.
    pub fn revoke(&self, token: &str) {
        self.service.issued().remove(token);
    }
}

impl Issued {
    /// The scopes that the user granted. Without this, the token does not tell.
    pub fn scopes<'s>(self, scopes: impl IntoIterator<Item = &'s str>) -> Self {
        let scopes: Vec<&str> = scopes.into_iter().collect();
        self.claim("scope", scopes.join(" "))
    }

    /// Any claim, also one that makes the token a bad one.
    pub fn claim(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.claims.insert(name.into(), value.into());
        self
    }

    /// A token that was good an hour ago.
    pub fn expired(self) -> Self {
        let then = self.service.now().saturating_sub(3600);
        self.claim("exp", then)
    }

    /// The token's text.
    #[must_use]
    #[track_caller]
    pub fn issue(self) -> String {
        self.service.issue(self.claims)
    }
}

impl Service {
    fn now(&self) -> u64 {
        (self.clock)().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs())
    }

    /// What the skill wants to hear.
    fn terms(&self) -> Map<String, Value> {
        let (issuer, audiences, issued_to) = match self.declared {
            Token::Opaque => (None, &[][..], None),
            Token::Jwt(Jwt { issuer, audiences, issued_to, .. }) => (Some(issuer), audiences, issued_to),
            Token::Introspection(Introspection { issuer, audiences, issued_to, .. }) => (issuer, audiences, issued_to),
        };
        let claims = [("iss", issuer), ("aud", audiences.first().copied()), ("client_id", issued_to)];
        claims.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.into()))).collect()
    }

    #[track_caller]
    fn issue(&self, claims: Map<String, Value>) -> String {
        #[cfg(feature = "jwt")]
        if let Some(signer) = &self.signer {
            return signer.sign(&Value::Object(claims));
        }
        let mut issued = self.issued();
        let token = format!("test-access-token-{}", issued.len() + 1);
        issued.insert(token.clone(), Value::Object(claims));
        token
    }

    fn issued(&self) -> std::sync::MutexGuard<'_, HashMap<String, Value>> {
        self.issued.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the service answers, in JSON; nothing is at any other address.
    fn answer(&self, request: &http::Request<Vec<u8>>) -> Option<Value> {
        match self.declared {
            #[cfg(feature = "jwt")]
            Token::Jwt(jwt) if request.uri() == jwt.keys_url => Some(json!({"keys": [self.signer.as_ref()?.key()]})),
            #[cfg(feature = "introspection")]
            Token::Introspection(introspection) if request.uri() == introspection.url => Some(self.tell(request.body())),
            _ => None,
        }
    }

    #[cfg(feature = "introspection")]
    fn tell(&self, form: &[u8]) -> Value {
        let asked = form_urlencoded::parse(form).find(|(name, _)| name == "token").map(|(_, token)| token.into_owned());
        let known = asked.and_then(|token| self.issued().get(&token).cloned());
        let is_good = |claims: &Value| claims["exp"].as_u64().is_none_or(|expiry| expiry > self.now());
        match known.filter(is_good) {
            Some(mut claims) => {
                claims["active"] = true.into();
                claims
            }
            None => json!({"active": false}),
        }
    }
}

impl Fetch for Issuer {
    fn fetch<'a>(&'a self, request: http::Request<Vec<u8>>, _: Limits) -> Fetching<'a> {
        let answer = self.service.answer(&request).ok_or(FetchError::Unreachable);
        Box::pin(std::future::ready(answer.map(|json| http::Response::new(json.to_string().into_bytes()))))
    }
}
