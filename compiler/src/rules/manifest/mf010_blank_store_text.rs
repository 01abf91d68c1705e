use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A text of the store is empty.
    ///
    /// An empty text is a line in the manifest that says nothing, and certification takes it for a missing one. A key that is left out is
    /// clearer; `omit` says that a locale has no such text.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   keywords: [hello, ""]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   keywords: [hello]
    /// ```
    MF010 "blank-store-text" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let common = skill.store.testing_instructions.map(|text| ("testing_instructions", text));
    let texts = skill.listings.iter().flat_map(|listing| listing.texts());
    // A blank name is too short, and a blank address is no address: both have their own rules.
    let is_plain =
        |key: &str| matches!(key, "summary" | "description" | "updates" | "testing_instructions" | "example_phrases" | "keywords");
    for (key, text) in common.into_iter().chain(texts) {
        if is_plain(key) && text.value.trim().is_empty() {
            report.push(RULE.at(text.span, format!("a text of `{key}` is empty")).help("write the text, or leave it out"));
        }
    }
}
