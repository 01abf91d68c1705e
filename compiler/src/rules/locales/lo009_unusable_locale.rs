use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A locale cannot be worked with: its tag has something other than letters, digits, `-` and `_`, or there are more locales than 64.
    ///
    /// The tag names the file of the interaction model. Which locales Alexa has is another matter, and told by LO008.
    ///
    /// A skill with such a locale lacks its texts too, which is told beside it, so there is no example.
    LO009 "unusable-locale" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for tag in skill.locales.iter().map(|locale| locale.tag).filter(|tag| !is_file_name(tag.value)) {
        let problem = RULE.at(tag.span, format!("`{}` cannot be the name of a file", tag.value));
        report.push(problem.help("a locale is written like `en-US`"));
    }
}

/// Whether the interaction model can have that name.
pub(super) fn is_file_name(tag: &str) -> bool {
    !tag.is_empty() && tag.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'))
}
