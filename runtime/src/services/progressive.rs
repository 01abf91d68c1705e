//! Words before the answer. <https://developer.amazon.com/docs/custom-skills/send-the-user-a-progressive-response.html>

use std::time::Duration;

use http::Method;
use serde_json::json;

use super::answer::Answer;
use super::call::Call;
use super::{Asking, Services};
use crate::Speech;

/// It is to shorten a wait, not to be one.
const PATIENCE: Duration = Duration::from_secs(1);

impl<'a, P> Services<'a, P> {
    /// Says something while the handler goes on: Alexa speaks it at once, and the answer when that comes. It gives no more time: the answer
    /// is due within 8 seconds all the same. It is possible at a launch and for an intent, five times at most.
    ///
    /// A handler that can do without leaves the failure aside:
    ///
    /// ```
    /// # mod skill { sayso::__services! {} }
    /// # async fn order(cx: &sayso::Context) {
    /// let _ = skill::services(cx).progressive(sayso::Speech::text("One moment.")).await;
    /// # }
    /// ```
    pub fn progressive(&self, speech: Speech) -> Asking<'a, ()> {
        let call = Call::new("a progressive response", Method::POST, &["v1", "directives"]).within(PATIENCE);
        self.ask(self.spoken(call, &speech), Answer::done)
    }

    fn spoken(&self, call: Call, speech: &Speech) -> Call {
        let (Some(turn), Some(request)) = (self.cx.services(), self.cx.request_id()) else {
            return call.refuse("the request has no id");
        };
        let Some(ssml) = turn.ssml(speech) else {
            return call.refuse("the speech is not well-formed SSML");
        };
        if !turn.progress() {
            return call.refuse("a progressive response can be sent at a launch or for an intent, five times at most");
        }
        call.body(&json!({"header": {"requestId": request}, "directive": {"type": "VoicePlayer.Speak", "speech": ssml}}))
    }
}
