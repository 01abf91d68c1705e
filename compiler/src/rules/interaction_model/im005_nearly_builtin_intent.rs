use crate::builtin::INTENTS;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Intent, Skill};

rule! {
    /// An intent of the skill is called like one of Amazon's, but for the prefix `AMAZON.`.
    ///
    /// Alexa takes `YesIntent` for an intent of your own: it knows none of the words that it knows for `AMAZON.YesIntent`, in no language, and a
    /// custom intent wins over Amazon's where both have the same sample.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   YesIntent: { samples: [sure thing] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.YesIntent: { samples: [sure thing] }
    /// ```
    IM005 "nearly-builtin-intent" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in skill.intents.iter().filter(|intent| !intent.is_builtin()) {
        let Some(meant) = meant(intent.name.value) else { continue };
        // Where the skill has both under one name, that is told as a collision.
        let collides = |other: &Intent<'_>| other.rust.name == intent.rust.name;
        if skill.intent(meant).is_some_and(collides) {
            continue;
        }
        let problem = RULE.at(intent.name.span, format!("`{}` is an intent of your own, not Amazon's `{meant}`", intent.name.value));
        let problem = problem.note("Amazon's intent knows what users say for it in every language; this one knows its samples only");
        report.push(problem.help(format!("write `{meant}`, or give your intent another name")));
    }
}

/// The intent of Amazon's that the name reads like.
fn meant(name: &str) -> Option<&'static str> {
    let bare = without_prefix(name);
    let reads_like = |known: &&str| known.len() - "AMAZON.".len() == bare.len() && known["AMAZON.".len()..].eq_ignore_ascii_case(bare);
    INTENTS.iter().map(|known| known.name).find(reads_like)
}

fn without_prefix(name: &str) -> &str {
    match name.get(.."amazon".len()) {
        Some(prefix) if prefix.eq_ignore_ascii_case("amazon") => name["amazon".len()..].trim_start_matches(['.', '_']),
        _ => name,
    }
}
