use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The letters of an abbreviation in the invocation name are not separated by spaces.
    ///
    /// Letters that are spoken one by one are written with a period and a space each: `n. p. r.` (page "Choose the Invocation Name for a Custom
    /// Skill"). Run together they may be read as a word.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: n.p.r. friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: n. p. r. friend }
    /// ```
    IM033 "invocation-abbreviation" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    if let Some(word) = name.value.split_whitespace().find(|word| is_run_together(word)) {
        let spaced: Vec<String> = word.split('.').filter(|letter| !letter.is_empty()).map(|letter| format!("{letter}.")).collect();
        let problem = RULE.at(name.span, format!("the letters of `{word}` are not separated by spaces"));
        report.push(problem.help(format!("write `{}`", spaced.join(" "))));
    }
}

/// Whether the word has a period with something behind it.
pub(super) fn is_run_together(word: &str) -> bool {
    word.trim_matches('.').contains('.')
}
