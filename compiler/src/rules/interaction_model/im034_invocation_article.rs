use super::im035_invocation_launch_word::word_of;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// Articles and prepositions; those that are also connecting words are told by that rule.
const WORDS: &[&str] = &["a", "an", "the", "of", "up", "at", "off"];

rule! {
    /// An invocation name of two words has an article or a preposition as one of them.
    ///
    /// Only the other word is left to recognise the skill by, as if the name had one word. Amazon's page "Choose the Invocation Name for a Custom
    /// Skill" rules such names out. Checked for English.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: the friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: the hello friend }
    /// ```
    IM034 "invocation-article" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation.filter(|_| skill.locales[model.locale].language() == "en") else { return };
    if name.value.split_whitespace().count() == 2
        && let Some(word) = word_of(name.value, WORDS)
    {
        let problem = RULE.at(name.span, format!("`{word}` is one of only two words of the invocation name"));
        report.push(problem.help("add a word, or choose another name"));
    }
}
