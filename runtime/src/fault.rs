//! What Alexa found wrong with an answer. It is often the only word on that, so it is logged, with the answer that it is about.

use crate::Context;
use crate::generated::Entry;
use crate::guard::Guard;
use crate::recent::Recent;

pub(crate) fn log(entry: Entry<'_>, cx: &Context, recent: &Recent, guard: Guard<'_>) {
    let redacted = |text: &str| guard.redact(text.to_owned());
    match entry {
        Entry::SessionEnded(ended) => {
            let Some((kind, message)) = ended.error() else { return };
            let answer = cx.session_ref().id().and_then(|id| recent.of_session(id));
            tracing::error!(kind = redacted(kind), message = redacted(message), answer, "Alexa ended the session");
        }
        Entry::ExceptionEncountered(exception) => {
            let request = exception.request_id();
            let answer = request.and_then(|id| recent.of_request(id));
            let kind = redacted(&format!("{:?}", exception.kind()));
            let (message, request) = (redacted(exception.message()), request.map(redacted));
            tracing::error!(kind, message, request, answer, "Alexa could not use an answer");
        }
        Entry::Launch | Entry::Intent(_) | Entry::Request(_) | Entry::Task(_) | Entry::Other(_) => {}
    }
}
