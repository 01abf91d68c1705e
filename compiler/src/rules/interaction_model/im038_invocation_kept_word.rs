use super::im035_invocation_launch_word::word_of;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// Words that Amazon keeps for itself beside the wake words that every device has.
const WORDS: &[&str] = &["skill", "app", "computer"];

rule! {
    /// The invocation name has a word that Amazon keeps for itself: `skill`, `app` or `computer`.
    ///
    /// `computer` wakes some devices, and `skill` and `app` say nothing of what the skill does. The model builds, and certification refuses the
    /// skill (page "Choose the Invocation Name for a Custom Skill"). So it is a warning until the skill is submitted.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: friend skill }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM038 "invocation-kept-word" Warning Stricter
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    if let Some(word) = word_of(name.value, WORDS) {
        let problem = RULE.at(name.span, format!("the invocation name has `{word}`, a word that Amazon keeps for itself"));
        report.push(problem.help("leave it out, or choose another word"));
    }
}
