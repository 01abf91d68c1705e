use super::im033_invocation_abbreviation::is_run_together;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The invocation name is a single word.
    ///
    /// Amazon asks for two words or more, unless the word is a brand of your own: a single common word is easily taken for something else that
    /// was said. The developer console insists on it and the management API does not; 62 of 384 public models have one word. German, which
    /// writes compounds as one word, and Japanese, which writes without spaces, are left alone.
    ///
    /// When the word is your brand, say so: `lints: { IM002: { level: allow, reason: the brand is one word } }`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM002 "one-word-invocation" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    let mut words = name.value.split_whitespace();
    let (Some(word), None) = (words.next(), words.next()) else { return };
    if matches!(skill.locales[model.locale].language(), "de" | "ja") || word.chars().count() < 2 || is_run_together(word) {
        return;
    }
    let problem = RULE.at(name.span, format!("the invocation name `{word}` is one word"));
    let problem = problem.note("Amazon asks for two words or more, unless the word is your own brand");
    report.push(problem.help("add a word, or allow `IM002` in `lints` with the brand as the reason"));
}
