use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A locale cannot be worked with: its tag has something other than letters, digits and `-`, or there are more locales than 64.
    ///
    /// The tag names the file of the interaction model. Which locales Alexa has is another matter, and told by LO008.
    ///
    /// A locale of this kind breaks LO008 too, so there is no example.
    LO009 "unusable-locale" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for tag in skill.locales.iter().map(|locale| locale.tag) {
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
        if tag.value.is_empty() || !tag.value.chars().all(is_plain) {
            let problem = RULE.at(tag.span, format!("`{}` cannot be the name of a file", tag.value));
            report.push(problem.help("a locale is written like `en-US`"));
        }
    }
}
