use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use std::collections::HashMap;

rule! {
    /// A text has the same variation twice.
    ///
    /// One of the variations is chosen at random, so that users do not hear the same words each time. A variation that stands there twice is
    /// chosen twice as often, which is hardly ever meant.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { goodbye: [Bye., See you soon., Bye.] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { goodbye: [Bye., See you soon., So long.] }
    /// ```
    SP010 "duplicate-variation" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for text in &skill.speech {
        for (_, variations) in text.translations() {
            let mut known: HashMap<&str, Text<'_>> = HashMap::new();
            for variation in variations.iter().filter(|variation| !variation.text.value.trim().is_empty()) {
                let Some(earlier) = known.insert(variation.text.value.trim(), variation.text) else { continue };
                let problem = RULE
                    .at(variation.text.span, format!("the text `{}` has this variation twice", text.name.value))
                    .also(earlier.span, "it stands here already")
                    .help("remove it, or say it in another way");
                report.push(problem);
            }
        }
    }
}
