use crate::sides::{Package, told};

const LANGUAGE: &str =
    r#""languageModel": {"intents": [{"name": "A", "slots": [{"name": "s", "type": "T"}, {"name": "t", "type": "T"}]}]}"#;

#[track_caller]
fn check(from: (&str, &str), to: (&str, &str), expected: &[&str]) {
    let side = |(dialog, prompts): (&str, &str)| {
        Package::default().model(&format!(r#"{{{LANGUAGE}, "dialog": {{"intents": [{dialog}]}}, "prompts": [{prompts}]}}"#)).side()
    };
    assert_eq!(told(&side(from), &side(to)), expected);
}

fn prompt(id: &str, texts: &[&str]) -> String {
    let variations: Vec<String> = texts.iter().map(|text| format!(r#"{{"type": "PlainText", "value": "{text}"}}"#)).collect();
    format!(r#"{{"id": "{id}", "variations": [{}]}}"#, variations.join(", "))
}

fn asks(required: bool, id: &str) -> String {
    format!(
        r#"{{"name": "A", "slots": [{{"name": "s", "type": "T", "elicitationRequired": {required}, "prompts": {{"elicitation": "{id}"}}}}]}}"#
    )
}

#[test]
fn prompts_are_what_they_say() {
    check((&asks(true, "P"), &prompt("P", &["What?", "Which?"])), (&asks(true, "Q"), &prompt("Q", &["Which?", "What?"])), &[]);
    check(
        (&asks(true, "P"), &prompt("P", &["What?"])),
        (&asks(true, "P"), &prompt("P", &["Which one?"])),
        &["en-US - intents.A.slots.s.ask: What?", "en-US + intents.A.slots.s.ask: Which one?"],
    );
    check(
        (&asks(true, "P"), &prompt("P", &["What?"])),
        (&asks(true, "P"), ""),
        &["en-US ~ intents.A.slots.s.ask: What? -> the prompt P, which is missing"],
    );
}

#[test]
fn the_kind_of_a_text_counts() {
    let ssml = r#"{"id": "P", "variations": [{"type": "SSML", "value": "What?"}]}"#;
    check(
        (&asks(true, "P"), &prompt("P", &["What?"])),
        (&asks(true, "P"), ssml),
        &["en-US - intents.A.slots.s.ask: What?", r#"en-US + intents.A.slots.s.ask: {type: "SSML", value: "What?"}"#],
    );
}

#[test]
fn a_prompt_that_nothing_names_is_there_all_the_same() {
    check(("", &prompt("P", &["a"])), ("", &prompt("P", &["b"])), &["en-US - prompts.P: a", "en-US + prompts.P: b"]);
    check(("", ""), ("", &prompt("P", &["b"])), &["en-US + prompts.P: b"]);
}

#[test]
fn what_the_dialog_guarantees_is_told() {
    let said = prompt("P", &["What?"]);
    check((&asks(false, "P"), &said), (&asks(true, "P"), &said), &["en-US + intents.A.slots.s.required: true"]);
    check(
        (r#"{"name": "A", "delegationStrategy": "ALWAYS"}"#, ""),
        (r#"{"name": "A", "delegationStrategy": "SKILL_RESPONSE", "confirmationRequired": true}"#, ""),
        &["en-US + intents.A.confirm.required: true", "en-US ~ intents.A.delegation: always -> skill_response"],
    );
    check(("", ""), (r#"{"name": "A", "confirmationRequired": false}"#, ""), &["en-US + intents.A.dialog: true"]);
}

#[test]
fn slots_are_asked_for_in_order() {
    let both = |first: &str, second: &str| {
        let slot = |name: &str| format!(r#"{{"name": "{name}", "type": "T", "elicitationRequired": true}}"#);
        format!(r#"{{"name": "A", "slots": [{}, {}]}}"#, slot(first), slot(second))
    };
    check((&both("s", "t"), ""), (&both("t", "s"), ""), &["en-US ~ intents.A.slots (order): s, t -> t, s"]);
}

#[test]
fn validations_have_an_order() {
    let with = |conditions: &[&str]| {
        let all: Vec<String> =
            conditions.iter().map(|value| format!(r#"{{"type": "isGreaterThan", "value": "{value}", "prompt": "P"}}"#)).collect();
        format!(r#"{{"name": "A", "slots": [{{"name": "s", "type": "T", "validations": [{}]}}]}}"#, all.join(", "))
    };
    let said = prompt("P", &["More please."]);
    check(
        (&with(&["1", "2"]), &said),
        (&with(&["0", "1", "2"]), &said),
        &["en-US + intents.A.slots.s.validate: is_greater_than 0: More please."],
    );
    check(
        (&with(&["1", "2"]), &said),
        (&with(&["2", "1"]), &said),
        &["en-US ~ intents.A.slots.s.validate: is_greater_than 1: More please., is_greater_than 2: More please. -> \
         is_greater_than 2: More please., is_greater_than 1: More please."],
    );
}

#[test]
fn an_empty_bound_of_a_duration_is_none() {
    let with = |bounds: &str| {
        format!(r#"{{"name": "A", "slots": [{{"name": "s", "type": "T", "validations": [{{"type": "isInDuration"{bounds}}}]}}]}}"#)
    };
    let half = with(r#", "start": "P0D""#);
    check((&half, ""), (&with(r#", "start": "P0D", "end": """#), ""), &[]);
    check(
        (&half, ""),
        (&with(r#", "start": "P0D", "end": "P1D""#), ""),
        &[
            r#"en-US - intents.A.slots.s.validate: is_in_duration start "P0D""#,
            r#"en-US + intents.A.slots.s.validate: is_in_duration start "P0D" end "P1D""#,
        ],
    );
}

#[test]
fn a_dialog_that_names_another_type_is_told() {
    let of = |kind: &str| format!(r#"{{"name": "A", "slots": [{{"name": "s", "type": "{kind}"}}]}}"#);
    check((&of("T"), ""), (&of("U"), ""), &["en-US + intents.A.slots.s.amazon.dialog.type: U"]);
}
