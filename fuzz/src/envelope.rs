//! Any bytes as a request to a skill that has everything.

use sayso::Refused;
use sayso::testing::block_on;
use serde_json::Value;

use crate::log::logged;
use crate::skill::Fuzzed;

/// Where a request carries tokens that the skill has to do with.
const TOKENS: &[&str] = &[
    "/context/System/user/accessToken",
    "/context/System/person/accessToken",
    "/request/body/accessToken",
    "/context/System/apiAccessToken",
];

/// A shorter token is part of ordinary words; the runtime does not look for it either.
pub const SHORTEST: usize = 12;

/// Tokens that begin like this are looked for in the log: others may be part of what the log says anyway.
const SECRET: &str = "s3cret-";

/// What is answered where nothing can be said: no part of it tells anything.
const EMPTY: &str = r#"{"version":"1.0","response":{}}"#;

/// There is no panic; a token of the request is in no answer and no log; an account that a handler was given is one of the request's; and
/// the same request of a new user is answered, or refused, in the same way.
pub fn run(body: &[u8]) {
    let skill = Fuzzed::default();
    let (answer, log) = logged(|| block_on(skill.app().handle(body)));
    let tokens = tokens(body).unwrap_or_else(|| skill.tokens());
    for given in skill.tokens() {
        assert!(tokens.contains(&given), "a handler was given {given:?}, which is not in {}", String::from_utf8_lossy(body));
    }
    for token in tokens.iter().filter(|token| token.len() >= SHORTEST && token.starts_with(SECRET)) {
        assert!(!log.contains(token.as_str()), "the log holds the token {token:?}:\n{log}");
    }
    match &answer {
        Ok(answer) => check(answer, &tokens),
        Err(refused) => assert!(skill.tokens().is_empty(), "a refused request reached a handler: {refused}"),
    }
    assert_eq!(again(body), answer, "the second answer is another one");
}

fn again(body: &[u8]) -> Result<Vec<u8>, Refused> {
    block_on(Fuzzed::default().app().handle(body))
}

/// The tokens as an independent reader finds them, if it can.
fn tokens(body: &[u8]) -> Option<Vec<String>> {
    let body = crate::tree(body)?;
    let found = TOKENS.iter().filter_map(|place| body.pointer(place)?.as_str());
    Some(found.map(|token| token.trim().to_owned()).filter(|token| !token.is_empty()).collect())
}

fn check(bytes: &[u8], tokens: &[String]) {
    let text = std::str::from_utf8(bytes).expect("an answer is text");
    // Attributes of the session come back as they are, however deep they are.
    let Some(mut answer) = crate::tree(bytes) else { return };
    for token in tokens.iter().filter(|token| token.len() >= SHORTEST && text != EMPTY) {
        assert!(!text.contains(token.as_str()) && !holds(&answer, token), "the answer holds the token {token:?}: {text}");
    }
    assert_eq!(answer["version"], "1.0", "{text}");
    for place in ["/response/outputSpeech/ssml", "/response/reprompt/outputSpeech/ssml"] {
        answer.pointer(place).into_iter().for_each(|ssml| check_ssml(ssml.as_str().expect("SSML is text")));
    }
    let response = answer["response"].as_object_mut().unwrap_or_else(|| panic!("there is no response: {text}"));
    // A dialog that goes on repeats what the request said.
    response.remove("directives");
    assert!(!response.values().any(has_null), "a null means something to Alexa: {text}");
}

/// Whether a text or a name in it holds the token.
fn holds(value: &Value, token: &str) -> bool {
    match value {
        Value::String(text) => text.contains(token),
        Value::Array(values) => values.iter().any(|value| holds(value, token)),
        Value::Object(map) => map.iter().any(|(name, value)| name.contains(token) || holds(value, token)),
        _ => false,
    }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(values) => values.iter().any(has_null),
        Value::Object(map) => map.values().any(has_null),
        _ => false,
    }
}

/// What the skill says has no tags of its own, so there is none but the outermost, and all characters are XML's.
fn check_ssml(ssml: &str) {
    let inner = ssml.strip_prefix("<speak>").and_then(|rest| rest.strip_suffix("</speak>")).unwrap_or_else(|| panic!("no SSML: {ssml}"));
    assert!(!inner.contains(['<', '>']), "a tag came in from outside: {ssml}");
    let is_xml = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(inner.chars().all(is_xml), "a character that XML does not have: {ssml:?}");
    let entities = ["amp;", "lt;", "gt;", "quot;", "apos;"];
    let is_entity = |rest: &str| entities.iter().any(|entity| rest.starts_with(entity));
    assert!(inner.split('&').skip(1).all(is_entity), "an ampersand is not escaped: {ssml}");
}
