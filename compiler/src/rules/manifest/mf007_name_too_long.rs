use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill's name in the store has more than 50 characters.
    ///
    /// The console takes up to 50; the schema names no limit. Of 612 names in public manifests the longest has 44 characters.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend Who Says Hello To You And To All Your Friends, invocation: hello friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    MF007 "name-too-long" Warning Daily
}

/// As many characters as the console takes.
const MOST: usize = 50;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for name in skill.listings.iter().filter_map(|listing| listing.name) {
        let length = name.value.chars().count();
        if length > MOST {
            report.push(
                RULE.at(name.span, format!("the skill's name has {length} characters, {} too many", length - MOST))
                    .help("shorten it to 50 characters"),
            );
        }
    }
}
