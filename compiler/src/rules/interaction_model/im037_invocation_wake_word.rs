use super::im035_invocation_launch_word::word_of;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// The words that wake a device, in every language.
const WORDS: &[&str] = &["alexa", "amazon", "echo"];

rule! {
    /// The invocation name has a word that wakes devices: `alexa`, `amazon` or `echo`.
    ///
    /// A device that hears it starts to listen anew. Amazon refuses such names (page "Choose the Invocation Name for a Custom Skill"); none of 384
    /// public models has one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: echo my friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello my friend }
    /// ```
    IM037 "invocation-wake-word" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    if let Some(word) = word_of(name.value, WORDS) {
        let problem = RULE.at(name.span, format!("the invocation name has `{word}`, a word that wakes devices"));
        report.push(problem.help("leave it out, or choose another word"));
    }
}
