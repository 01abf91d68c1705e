//! A small skill, and what comes of it.

use sayso_compiler::{Analysis, Input, Options, analyze, emit};
use serde_json::Value;

/// A skill of those keys, in `en-US` unless they say other locales, with the text of `locales/de.yaml`.
pub fn input(keys: &str, de: &str) -> Input {
    let has = |key: &str| keys.lines().any(|line| line.starts_with(&format!("{key}:")));
    let mut text = "sayso: 1\n".to_owned();
    let base = [
        ("locales", if de.is_empty() { "[en-US]" } else { "[en-US, de-DE]" }),
        ("skill", "{ name: Hello Friend, invocation: hello friend }"),
        ("intents", "{ Hello: [say hello] }"),
        ("speech", "{ help: Say hello., fallback: You can say hello. }"),
    ];
    for (key, value) in base.iter().filter(|(key, _)| !has(key)) {
        text.push_str(&format!("{key}: {value}\n"));
    }
    text.push_str(keys);
    let input = Input::from_text("skill.yaml", text);
    if de.is_empty() { input } else { input.with_locale("de", de) }
}

/// The codes of what is told.
pub fn codes(input: &Input) -> Vec<&'static str> {
    analyze(input, &Options::default(), |analysis| analysis.diagnostics.iter().map(|found| found.code()).collect())
}

/// The emitted files.
pub fn files(input: &Input) -> emit::Files {
    let files =
        |analysis: Analysis<'_>| analysis.skill.map(|skill| emit::package(&skill)).ok_or_else(|| format!("{:#?}", analysis.diagnostics));
    analyze(input, &Options::default(), files).unwrap_or_else(|problems| panic!("{problems}"))
}

/// One of the emitted files.
pub fn file(input: &Input, path: &str) -> Value {
    let files = files(input);
    let bytes = files.get(path).unwrap_or_else(|| panic!("no file {path} among {:?}", files.keys()));
    serde_json::from_slice(bytes).expect("JSON")
}

/// What is emitted under `manifest`.
pub fn manifest(input: &Input) -> Value {
    file(input, emit::MANIFEST)["manifest"].take()
}

/// What is emitted for a locale.
pub fn model(input: &Input, locale: &str) -> Value {
    file(input, &emit::interaction_model_path(locale))
}
