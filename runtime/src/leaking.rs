//! Where in an answer a token stands: the part by its name, and nothing of what is in it.

use serde_json::Value;

use crate::guard::Guard;

/// The parts of an answer, with the words for them. A reprompt that nobody gave is a copy of the speech, so the speech comes first.
const PARTS: &[(&str, &str)] = &[
    ("/response/outputSpeech", "the speech"),
    ("/response/reprompt", "the reprompt"),
    ("/response/card", "the card"),
    ("/response/directives", "a directive"),
    ("/response/canFulfillIntent", "what can be fulfilled"),
    ("/response/apiResponse", "the response of the API"),
    ("/sessionAttributes", "the session attributes"),
];

/// Says which part of an answer holds a token. It is known already that one does: this reads the answer once more, for the log.
pub(crate) fn told(answer: &[u8], guard: Guard<'_>) -> String {
    let found = serde_json::from_slice(answer).ok().and_then(|answer: Value| part(&answer, guard));
    match found {
        Some(part) => format!("the answer holds an access token, in {part}"),
        None => "the answer holds an access token".to_owned(),
    }
}

fn part(answer: &Value, guard: Guard<'_>) -> Option<&'static str> {
    let holds = |pointer| answer.pointer(pointer).is_some_and(|part| guard.finds(&part.to_string()));
    PARTS.iter().find(|(pointer, _)| holds(pointer)).map(|(_, words)| *words)
}
