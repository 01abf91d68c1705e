use crate::diagnostic::Report;
use crate::phrase::begins_with_wake_word;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The first example phrase does not begin with the wake word.
    ///
    /// Users of the store say the first phrase as it stands, so it begins with `Alexa` (in Japanese, Hindi and Arabic also in their own
    /// script). The page "Define Skill Store Details" asks for it, and certification tests it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Open hello friend"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, open hello friend"]
    /// ```
    MF012 "phrase-without-wake-word" Warning Stricter
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for phrases in skill.listings.iter().filter_map(|listing| listing.example_phrases.as_ref()) {
        let first = phrases.first().filter(|first| !first.value.trim().is_empty());
        if let Some(first) = first.filter(|first| !begins_with_wake_word(first.value)) {
            let problem = RULE.at(first.span, "the first example phrase does not begin with `Alexa`");
            report.push(problem.help("begin it with `Alexa, `: users say the phrase as it stands"));
        }
    }
}
