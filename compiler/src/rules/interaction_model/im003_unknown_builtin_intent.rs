use crate::builtin::{INTENTS, is_library_intent};
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::{Intent, Skill};

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
    for name in skill.intents.iter().filter(|intent| is_unknown(intent)).map(|intent| intent.name) {
        let problem = RULE.at(name.span, format!("Amazon has no intent `{}`", name.value));
        report.push(match nearest_builtin(name.value) {
            Some(near) => problem.fix(format!("a similar one exists: `{near}`"), name.span, near),
            None => problem
                .note(format!("the {} intents that are known are on Amazon's page \"Standard Built-in Intents\"", INTENTS.len()))
                .help("write an intent of your own without `AMAZON.`"),
        });
    }
}

/// Whether the name has Amazon's prefix and stands for nothing.
pub(super) fn is_unknown(intent: &Intent<'_>) -> bool {
    intent.is_builtin() && intent.builtin.is_none() && !is_library_intent(intent.name.value)
}

/// The intent that was meant. The prefix and the suffix, which all share, do not count.
fn nearest_builtin(name: &str) -> Option<&'static str> {
    let near = nearest(bare(name), INTENTS.iter().map(|known| bare(known.name)))?;
    INTENTS.iter().map(|known| known.name).find(|known| bare(known) == near)
}

fn bare(name: &str) -> &str {
    let name = name.strip_prefix("AMAZON.").unwrap_or(name);
    name.strip_suffix("Intent").unwrap_or(name)
}
