use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// The words that start a skill, in English.
const WORDS: &[&str] = &["run", "start", "play", "resume", "use", "launch", "ask", "open", "tell", "load", "begin", "enable"];

rule! {
    /// The invocation name has a word that starts skills, such as `open` or `play`.
    ///
    /// Users say these words before the name, so Alexa could not tell where the name begins. Amazon refuses them (page "Choose the Invocation
    /// Name for a Custom Skill"); none of 166 public English names has one. Checked for English; each language has its own list.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: play hello friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM035 "invocation-launch-word" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation.filter(|_| skill.locales[model.locale].language() == "en") else { return };
    if let Some(word) = word_of(name.value, WORDS) {
        let problem = RULE.at(name.span, format!("the invocation name has `{word}`, a word that starts skills"));
        let problem = problem.note("users say it before the name: \"Alexa, open hello friend\"");
        report.push(problem.help("leave it out, or choose another word"));
    }
}

/// The first word of `name` that is one of `words`, whatever its case and with or without a possessive.
pub(super) fn word_of<'w>(name: &str, words: &[&'w str]) -> Option<&'w str> {
    name.split_whitespace().find_map(|word| {
        let bare = word.strip_suffix("'s").unwrap_or(word);
        words.iter().copied().find(|known| known.eq_ignore_ascii_case(bare))
    })
}
