use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// An example phrase has braces, brackets, markup or emoji.
    ///
    /// The store shows the phrase as it stands, and nobody can say a brace. Where a sample has a slot, the phrase has one of its values
    /// ("Define Skill Store Details").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, open hello friend", "say hello to {name}"]
    /// intents:
    ///   Hello: { slots: { name: AMAZON.FirstName }, samples: ["say hello to {name}"] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, open hello friend", "say hello to Ada"]
    /// intents:
    ///   Hello: { slots: { name: AMAZON.FirstName }, samples: ["say hello to {name}"] }
    /// ```
    MF014 "phrase-characters" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for phrase in skill.listings.iter().filter_map(|listing| listing.example_phrases.as_ref()).flatten() {
        if let Some(bad) = phrase.value.chars().find(|letter| cannot_be_said(*letter)) {
            let problem = RULE.at(phrase.span, format!("an example phrase has `{bad}`, which nobody can say"));
            report.push(match bad {
                '{' | '}' => problem.help("write a value in place of the slot"),
                _ => problem.help("leave it out"),
            });
        }
    }
}

/// Brackets of all kinds, and the blocks of emoji.
pub(crate) fn cannot_be_said(letter: char) -> bool {
    matches!(letter, '{' | '}' | '[' | ']' | '(' | ')' | '<' | '>' | '|' | '\u{2600}'..='\u{27bf}' | '\u{fe0f}' | '\u{1f000}'..='\u{1faff}')
}
