//! What the services need of a turn, and the way out for their requests.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use http::{HeaderValue, Request, StatusCode, header};
use secrecy::ExposeSecret;
use secrecy::zeroize::Zeroizing;

use super::answer::{self, Answer};
use super::call::Call;
use super::error::ServiceError;
use super::origin;
use crate::env::Env;
use crate::fetch::{FetchError, Limits};
use crate::guard::Tokens;
use crate::speech::Speech;
use crate::wire::{Envelope, Secret};

/// What is kept of the turn's time to write the answer and to send it.
const RESERVE: Duration = Duration::from_millis(500);

/// No answer of these services comes near it.
const BODY: usize = 1024 * 1024;

/// <https://developer.amazon.com/docs/custom-skills/send-the-user-a-progressive-response.html>
const PROGRESSIVE: usize = 5;

/// Lives in the context, which lends it to nobody but [`Services`](super::Services).
pub(crate) struct Turn {
    env: Arc<Env>,
    access: Option<Access>,
    /// All tokens of the request, to find them where they must not be.
    tokens: Tokens,
    deadline: Instant,
    locale: usize,
    /// How many progressive responses may still be sent.
    progressive: AtomicUsize,
}

/// Where Alexa's services are, and the token for them.
struct Access {
    origin: &'static str,
    token: Secret,
}

impl Turn {
    /// `locale` is the place of the skill's locale in which things are said, `time` what the turn may take.
    pub(crate) fn new(env: Arc<Env>, envelope: &Envelope<'_>, tokens: Tokens, locale: usize, time: Duration) -> Self {
        let origin = envelope.system().and_then(|system| origin::known(system.api_endpoint.filled()?));
        let access = origin.zip(envelope.api_token()).map(|(origin, token)| Access { origin, token: Arc::clone(token) });
        let converses = matches!(envelope.request.kind.filled(), Some("LaunchRequest" | "IntentRequest"));
        Self {
            env,
            access,
            tokens,
            deadline: Instant::now() + time,
            locale,
            progressive: AtomicUsize::new(if converses { PROGRESSIVE } else { 0 }),
        }
    }

    /// One progressive response less, if there is one left.
    pub(super) fn progress(&self) -> bool {
        self.progressive.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
    }

    /// The SSML of words in the locale of the request.
    pub(super) fn ssml(&self, speech: &Speech) -> Option<String> {
        speech.render(self.locale, &*self.env.pick).ok()
    }

    /// What the turn still has for a request.
    fn left(&self) -> Option<Duration> {
        let left = self.deadline.checked_duration_since(Instant::now())?;
        left.checked_sub(RESERVE).filter(|left| !left.is_zero())
    }

    pub(super) async fn send(&self, call: Call) -> Result<Answer, ServiceError> {
        let what = call.what;
        let began = Instant::now();
        let result = self.exchange(call).await;
        let (millis, error) = (began.elapsed().as_millis(), result.as_ref().err().map(tracing::field::display));
        tracing::debug!(what, millis, error, "asked one of Alexa's services");
        result
    }

    async fn exchange(&self, mut call: Call) -> Result<Answer, ServiceError> {
        if let Some(fault) = call.fault.take() {
            return Err(fault);
        }
        let access = self.access.as_ref().ok_or(ServiceError::NoEndpoint)?;
        let left = self.left().ok_or(ServiceError::Deadline)?;
        let limits = Limits { time: left.min(call.time), body: BODY };
        let needs = call.needs;
        let request = self.request(access, call)?;
        let response = match self.env.fetch().fetch(request, limits).await {
            Ok(response) => response,
            Err(FetchError::TimedOut) if limits.time == left => return Err(ServiceError::Deadline),
            Err(FetchError::TooLarge) => return Err(ServiceError::Malformed),
            Err(_) => return Err(ServiceError::Unavailable),
        };
        let status = response.status();
        match status {
            StatusCode::NO_CONTENT => Ok(Answer::nothing()),
            _ if status.is_success() => Answer::read(response.body()),
            _ => Err(answer::failure(status, response.body(), needs)),
        }
    }

    fn request(&self, access: &Access, call: Call) -> Result<Request<Vec<u8>>, ServiceError> {
        if self.holds_token(&call) {
            return Err(ServiceError::Invalid("it holds an access token"));
        }
        let mut request = Request::builder()
            .method(call.method)
            .uri(format!("{}{}", access.origin, call.path))
            .header(header::ACCEPT, "application/json")
            .header(header::AUTHORIZATION, access.bearer().ok_or(ServiceError::NoEndpoint)?)
            .header(header::USER_AGENT, concat!("sayso/", env!("CARGO_PKG_VERSION")));
        if !call.body.is_empty() {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        if let Some(language) = call.language {
            request = request.header(header::ACCEPT_LANGUAGE, language);
        }
        request.body(call.body).map_err(|_| ServiceError::Invalid("it has no address"))
    }

    /// No token belongs in a path or in a body.
    fn holds_token(&self, call: &Call) -> bool {
        let guard = self.tokens.guard();
        guard.finds(&call.path) || std::str::from_utf8(&call.body).is_ok_and(|body| guard.finds(body))
    }
}

impl Access {
    /// The header; none if the token has characters that no token has.
    fn bearer(&self) -> Option<HeaderValue> {
        let text = Zeroizing::new(format!("Bearer {}", self.token.expose_secret()));
        let mut header = HeaderValue::from_str(&text).ok()?;
        header.set_sensitive(true);
        Some(header)
    }
}
