//! The JSON Schema that editors use agrees with the compiler: it never marks what compiles.

use crate::mutations::{TEXTS, config, damaged};
use crate::support::errors;
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| jsonschema::validator_for(&sayso_compiler::schema()).expect("a schema"));

/// What an editor reads, if it can.
fn read(text: &str) -> Option<Value> {
    let mut value: serde_yaml::Value = serde_yaml::from_str(text).ok()?;
    value.apply_merge().ok()?;
    serde_json::to_value(value).ok()
}

fn marks(value: &Value) -> Vec<String> {
    SCHEMA.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_corpus_has_no_marks() {
    for text in TEXTS.iter() {
        let value = read(text).expect("YAML");
        assert_eq!(marks(&value), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn an_unknown_key_a_wrong_word_and_a_wrong_kind_are_marked() {
    for (text, mark) in [
        ("sayso: 1\nsampels: []\n", "sampels"),
        ("sayso: 1\nlaunch: { auth: sometimes }\n", "sometimes"),
        ("sayso: 1\nskill: []\n", "skill"),
    ] {
        let found = marks(&read(text).expect("YAML"));
        assert!(found.iter().any(|found| found.contains(mark)), "`{mark}` is not marked: {found:?}");
    }
}

proptest! {
    #![proptest_config(config(800))]

    #[test]
    fn what_compiles_has_no_marks(text in damaged()) {
        if errors(text.as_bytes()).is_empty() && let Some(value) = read(&text) {
            let marks = marks(&value);
            prop_assert!(marks.is_empty(), "{marks:?}\n{text}");
        }
    }
}
