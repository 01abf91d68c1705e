use crate::sides::{Package, told};
use sayso_compiler::package::Role;

#[track_caller]
pub fn check(from: &str, to: &str, expected: &[&str]) {
    let side = |language: &str| Package::default().model(&format!("{{\"languageModel\": {language}}}")).side();
    assert_eq!(told(&side(from), &side(to)), expected);
}

#[test]
fn intents_go_by_name_and_samples_are_a_set() {
    check(
        r#"{"intents": [{"name": "A", "samples": ["one", " two "]}, {"name": "B", "slots": [], "samples": []}]}"#,
        r#"{"intents": [{"name": "B"}, {"name": "A", "samples": ["two", "one", "two"]}], "types": []}"#,
        &[],
    );
    check(
        r#"{"intents": [{"name": "A", "samples": ["one", "two"]}, {"name": "Gone", "samples": ["go"]}]}"#,
        r#"{"intents": [{"name": "New", "slots": [{"name": "s"}], "samples": ["a", "b"]}, {"name": "A", "samples": ["one", "three"]}]}"#,
        &[
            "en-US - intents.A.samples: two",
            "en-US + intents.A.samples: three",
            "en-US - intents.Gone: 1 sample",
            "en-US + intents.New: 2 samples, 1 slot",
        ],
    );
}

#[test]
fn a_second_thing_of_a_name_is_not_lost() {
    check(
        r#"{"intents": [{"name": "A", "samples": ["one"]}, {"name": "A", "samples": ["two"]}]}"#,
        r#"{"intents": [{"name": "A", "samples": ["one"]}, {"name": "A", "samples": ["three"]}]}"#,
        &["en-US - intents.A (2).samples: two", "en-US + intents.A (2).samples: three"],
    );
}

#[test]
fn slots_have_types_and_more() {
    let intent = |slot: &str| format!(r#"{{"intents": [{{"name": "A", "slots": [{slot}]}}]}}"#);
    check(
        &intent(r#"{"name": "s", "type": "AMAZON.City", "samples": ["to {s}"]}"#),
        &intent(r#"{"name": "s", "type": "AMAZON.NUMBER", "multipleValues": {"enabled": true}}"#),
        &[
            "en-US + intents.A.slots.s.multiple: true",
            "en-US - intents.A.slots.s.samples: to {s}",
            "en-US ~ intents.A.slots.s.type: AMAZON.City -> AMAZON.NUMBER",
        ],
    );
    check(
        &intent(r#"{"name": "s", "type": "T"}"#),
        &intent(r#"{"name": "r", "type": "T"}"#),
        &["en-US + intents.A.slots.r: T", "en-US - intents.A.slots.s: T"],
    );
}

#[test]
fn values_go_by_id_or_by_value() {
    let of = |values: &str| format!(r#"{{"types": [{{"name": "T", "values": [{values}]}}]}}"#);
    check(
        &of(r#"{"id": "A", "name": {"value": "one", "synonyms": ["x", "y"]}}, {"name": {"value": "plain"}}"#),
        &of(
            r#"{"name": {"value": "plain", "synonyms": []}}, {"id": "A", "name": {"value": "uno", "synonyms": ["y", "z"]}}, {"id": "B", "name": {"value": "b"}}"#,
        ),
        &[
            "en-US - types.T.values.A.synonyms: x",
            "en-US + types.T.values.A.synonyms: z",
            "en-US ~ types.T.values.A.value: one -> uno",
            "en-US + types.T.values.B: b",
        ],
    );
}

#[test]
fn a_catalog_is_told() {
    let of = |version: &str| {
        let supplier = format!(r#"{{"type": "CatalogValueSupplier", "valueCatalog": {{"catalogId": "c", "version": "{version}"}}}}"#);
        format!(r#"{{"types": [{{"name": "T", "valueSupplier": {supplier}}}]}}"#)
    };
    check(&of("1"), &of("2"), &["en-US ~ types.T.version: 1 -> 2"]);
    check(r#"{"types": [{"name": "T"}]}"#, &of("1"), &["en-US + types.T.catalog: c", "en-US + types.T.version: 1"]);
}

#[test]
fn values_of_an_inline_supplier_are_told_one_by_one() {
    let inline = |values: &str| {
        format!(r#"{{"types": [{{"name": "T", "valueSupplier": {{"type": "InlineValueSupplier", "values": [{values}]}}}}]}}"#)
    };
    let value = |word: &str| format!(r#"{{"name": {{"value": "{word}"}}}}"#);
    check(&inline(&value("a")), &inline(&format!("{}, {}", value("a"), value("b"))), &["en-US + types.T.values.b"]);
    let plain = format!(r#"{{"types": [{{"name": "T", "values": [{}]}}]}}"#, value("a"));
    check(&plain, &inline(&value("a")), &["en-US + types.T.inline_supplier: true"]);
}

#[test]
fn names_sensitivity_and_the_rest() {
    check(
        r#"{"invocationName": "old name", "modelConfiguration": {"fallbackIntentSensitivity": {"level": "LOW"}}}"#,
        r#"{"invocationName": "new name", "modelConfiguration": {"fallbackIntentSensitivity": {"level": "HIGH"}, "x": 1}, "y": [1, 2]}"#,
        &[
            "en-US + amazon.interaction_model.languageModel.modelConfiguration.x: 1",
            "en-US + amazon.interaction_model.languageModel.y: 1",
            "en-US + amazon.interaction_model.languageModel.y: 2",
            "en-US ~ fallback_sensitivity: low -> high",
            "en-US ~ skill.invocation: old name -> new name",
        ],
    );
}

#[test]
fn the_envelope_says_nothing_and_the_version_is_amazons() {
    let side = |text: &str| Package::default().file(Role::Model("en-US".to_owned()), text).side();
    let (bare, with) = (
        r#"{"languageModel": {"invocationName": "a"}}"#,
        r#"{"version": "7", "interactionModel": {"languageModel": {"invocationName": "a"}}}"#,
    );
    assert_eq!(told(&side(bare), &side(with)), Vec::<String>::new());
    let described = r#"{"description": "d", "interactionModel": {"languageModel": {"invocationName": "a"}}}"#;
    assert_eq!(told(&side(with), &side(described)), ["en-US + interaction_model.description: d"]);
}

#[test]
fn a_locale_comes_and_goes_as_a_whole() {
    let model = r#"{"interactionModel": {"languageModel": {"invocationName": "a b", "intents": [{"name": "A"}]}}}"#;
    let with = |tags: &[&str]| {
        let listed: Vec<String> = tags.iter().map(|tag| format!(r#""{tag}": {{"name": "{tag} name"}}"#)).collect();
        let package = Package::default().manifest(&format!(r#"{{"publishingInformation": {{"locales": {{{}}}}}}}"#, listed.join(", ")));
        tags.iter().fold(package, |package, tag| package.file(Role::Model((*tag).to_owned()), model)).side()
    };
    assert_eq!(told(&with(&["de-DE", "en-US"]), &with(&["en-US"])), ["de-DE - locale: invocation: a b, name: de-DE name"]);
    let unlisted = Package::default()
        .manifest(r#"{"publishingInformation": {"locales": {"en-US": {"name": "en-US name"}}}}"#)
        .file(Role::Model("en-US".to_owned()), model)
        .file(Role::Model("de-DE".to_owned()), model)
        .side();
    assert_eq!(told(&with(&["de-DE", "en-US"]), &unlisted), ["de-DE - skill: skill"]);
}
