//! What import says of its guesses.

use crate::package::Package;

fn guessed(language_model: &str) -> Vec<String> {
    Package::default().model("en-US", language_model).import(false).notes.guessed
}

#[test]
fn an_intent_without_samples_is_a_guess() {
    let told = guessed(r#"{"intents": [{"name": "Ask"}, {"name": "Go", "samples": ["go"]}, {"name": "Tell", "samples": []}]}"#);
    assert_eq!(
        told,
        ["`Ask`, `Tell` have no samples: `dialog_only` says that only dialogs lead to them; remove that if the samples were forgotten"]
    );
    assert_eq!(guessed(r#"{"intents": [{"name": "Go", "samples": ["go"]}]}"#), [""; 0]);
}

#[test]
fn names_that_were_made_up_are_told() {
    let told = guessed(
        r#"{"intents": [{"name": "Go", "samples": ["go"], "slots": [{"name": "a", "type": "T"}, {"name": "A", "type": "T"}]},
            {"name": "go", "samples": ["leave"]}], "types": [{"name": "T", "values": [{"name": {"value": "one-two"}}, {"name": {"value": "one two"}}]}]}"#,
    );
    assert_eq!(
        told,
        [
            "`T` is text in Rust (`text`): some of its values would have the same name",
            "what would have the same name in Rust has another one (`rust`): `Go.A` is `a_slot`, `go` is `go_intent`",
        ]
    );
}
