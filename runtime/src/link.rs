//! The answer to a user whose account is missing or is rejected.

use serde_json::json;

use crate::card::Card;
use crate::declare::Link;
use crate::directive::Directive;
use crate::response::Response;
use crate::speech::Speech;

/// The prompt, with the card and the end of the session, or with the connection that links by voice.
pub(crate) fn answer(link: &'static Link) -> Response {
    let prompt = Speech::with_args(link.prompt, Vec::new());
    if !link.voice_forward {
        return Response::tell(prompt).card(Card::link_account());
    }
    match connection() {
        Ok(connection) => Response::idle(prompt).directive(connection),
        Err(_) => Response::tell(prompt).card(Card::link_account()),
    }
}

/// Hands the session to Alexa's own linking dialog. It comes back as a `SessionResumedRequest`, which reaches `other`.
fn connection() -> Result<Directive, crate::MalformedDirective> {
    Directive::from_json(json!({
        "type": "Connections.StartConnection",
        "uri": "connection://AMAZON.AskForAccountLinking/1",
        "input": {"@type": "AskForAccountLinking", "@version": "1"},
        "onCompletion": "RESUME_SESSION",
        "token": "link-account",
    }))
}
