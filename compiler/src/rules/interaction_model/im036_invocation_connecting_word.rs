use super::im035_invocation_launch_word::word_of;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// The words that connect a skill's name with a request, in English.
const WORDS: &[&str] = &["to", "from", "in", "using", "with", "about", "for", "that", "by", "if", "and", "whether"];

rule! {
    /// The invocation name has a word that connects names with requests, such as `to` or `for`.
    ///
    /// In "Alexa, ask hello friend for news" Alexa takes what stands before `for` as the name, so a name cannot have such a word itself. Amazon
    /// refuses them (page "Choose the Invocation Name for a Custom Skill"); none of 166 public English names has one. Checked for English; each
    /// language has its own list.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello to friends }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friends }
    /// ```
    IM036 "invocation-connecting-word" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation.filter(|_| skill.locales[model.locale].language() == "en") else { return };
    if let Some(word) = word_of(name.value, WORDS) {
        let problem = RULE.at(name.span, format!("the invocation name has `{word}`, a word that connects names with requests"));
        let problem = problem.note("users say it after the name: \"Alexa, ask hello friend for news\"");
        report.push(problem.help("leave it out, or choose another word"));
    }
}
