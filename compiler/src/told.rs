//! What a rule tells of a skill, for the tests of single rules.

use crate::diagnostic::Diagnostic;
use crate::{Input, Options, analyze};

/// The diagnostics with that code, for a skill of those keys; `de` is the text of `locales/de.yaml`.
fn found(code: &str, keys: &str, de: &str) -> (Input, Vec<Diagnostic>) {
    let locales = if de.is_empty() { "[en-US]" } else { "[en-US, de-DE]" };
    let mut input = Input::from_text("skill.yaml", format!("sayso: 1\nlocales: {locales}\nskill: {{ invocation: hello friend }}\n{keys}"));
    if !de.is_empty() {
        input = input.with_locale("de", de);
    }
    let diagnostics = analyze(&input, &Options::default(), |analysis| analysis.diagnostics);
    (input, diagnostics.into_iter().filter(|found| found.code() == code).collect())
}

/// The messages of a rule.
pub(crate) fn told(code: &str, keys: &str, de: &str) -> Vec<String> {
    found(code, keys, de).1.into_iter().map(|found| found.message).collect()
}

/// What the rule's edits make of the keys, each edit on its own: the line that it changes.
pub(crate) fn fixed(code: &str, keys: &str) -> Vec<String> {
    let (input, diagnostics) = found(code, keys, "");
    let patches = diagnostics.iter().flat_map(|found| &found.helps).filter_map(|help| help.patch.as_ref());
    let apply = |patch: &crate::diagnostic::Patch| {
        let text = input.sources.text(patch.span.file);
        let range = patch.span.range();
        let start = text[..range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[range.end..].find('\n').map_or(text.len(), |newline| range.end + newline);
        format!("{}{}{}", &text[start..range.start], patch.replacement, &text[range.end..end]).trim().to_owned()
    };
    patches.map(apply).collect()
}
