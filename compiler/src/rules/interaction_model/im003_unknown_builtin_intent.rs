use crate::builtin::{INTENTS, is_library_intent};
use crate::diagnostic::Report;
use crate::names::nearest;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// An intent's name begins with `AMAZON.`, but Amazon has no such intent.
    ///
    /// The prefix belongs to the intents of the page "Standard Built-in Intents"; a skill's own intents are written without it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.YessIntent:
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   AMAZON.YesIntent:
    /// ```
    IM003 "unknown-builtin-intent" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in skill.intents.iter().filter(|intent| intent.is_builtin() && intent.builtin.is_none()) {
        let name = intent.name;
        if is_library_intent(name.value) {
            continue;
        }
        let problem = RULE.at(name.span, format!("Amazon has no intent `{}`", name.value));
        report.push(match nearest_builtin(name.value) {
            Some(near) => problem.fix(format!("a similar one exists: `{near}`"), name.span, near),
            None => problem
                .note(format!("the {} intents that are known are on Amazon's page \"Standard Built-in Intents\"", INTENTS.len()))
                .help("write an intent of your own without `AMAZON.`"),
        });
    }
}

/// The intent that was meant, also where only the suffix is missing.
fn nearest_builtin(name: &str) -> Option<&'static str> {
    let names = || INTENTS.iter().map(|known| known.name);
    nearest(name, names()).or_else(|| nearest(&format!("{name}Intent"), names()))
}
