use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, Variation};

rule! {
    /// A speech text, or one of its variations, is empty.
    ///
    /// Alexa would be silent, now and then only where it is one variation of several, and users would take that for a fault. Where the skill has
    /// nothing to say, its handler answers without speech.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { goodbye: [Bye., ""] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { goodbye: [Bye., See you soon.] }
    /// ```
    SP004 "empty-text" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for text in &skill.speech {
        for (_, variations) in text.translations() {
            for variation in variations.iter().filter(|variation| is_empty(variation)) {
                let message = match variations.len() {
                    1 => format!("the text `{}` is empty", text.name.value),
                    _ => format!("a variation of the text `{}` is empty", text.name.value),
                };
                report.push(RULE.at(variation.text.span, message).help("write what Alexa says, or remove it"));
            }
        }
    }
}

fn is_empty(variation: &Variation<'_>) -> bool {
    let text = variation.text.value.trim();
    let inside = text.strip_prefix("<speak>").and_then(|rest| rest.strip_suffix("</speak>"));
    inside.unwrap_or(text).trim().is_empty()
}
