use super::im003_unknown_builtin_intent::is_unknown;
use crate::diagnostic::{Diagnostic, Report};
use crate::rules::rule;
use crate::skill::{Intent, Skill};
use std::collections::HashMap;

/// The methods that every skill's trait has, and what they are for.
pub(crate) const TAKEN: &[(&str, &str)] = &[
    ("launch", "the opening of the skill"),
    ("session_ended", "the end of a session"),
    ("exception_encountered", "what is wrong with an answer"),
    ("other", "requests that no other method is for"),
];

rule! {
    /// Two intents would have the same method in Rust, or an intent would have one that every skill has.
    ///
    /// A method's name is the intent's in snake case, without `AMAZON.` and the suffix `Intent`; so `OrderRide` and `OrderRideIntent` are both
    /// `order_ride`. The methods `launch`, `session_ended`, `exception_encountered` and `other` are taken, and so are those of the requests that the
    /// skill's interfaces, events, connections and tasks bring. `rust` gives an intent another name in Rust, and leaves the
    /// one that Alexa knows as it is.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   HelloIntent: { samples: [say hello again] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   HelloIntent: { samples: [say hello again], rust: hello_again }
    /// ```
    IM025 "rust-method" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    let mut seen: HashMap<&str, &Intent<'_>> = HashMap::new();
    for intent in skill.intents.iter().filter(|intent| !is_unknown(intent)) {
        if let Some((name, purpose)) = taken(skill, intent) {
            let problem =
                RULE.at(intent.rust.span, format!("the method of `{}` would be `{name}`, which is for {purpose}", intent.name.value));
            report.push(problem.help("give the intent another name in Rust with `rust: …`"));
        } else if let Some(first) = seen.get(intent.rust.name.as_str()) {
            // One key twice is told by the front end.
            if first.name.value != intent.name.value {
                report.push(collision(first, intent));
            }
        } else {
            seen.insert(&intent.rust.name, intent);
        }
    }
}

/// The method that the skill has anyway and the intent would have, and its purpose.
pub(super) fn taken<'a>(skill: &'a Skill<'_>, intent: &Intent<'_>) -> Option<(&'a str, String)> {
    let always = TAKEN.iter().map(|(name, purpose)| (*name, (*purpose).to_owned()));
    let requests = skill.requests.iter().map(|request| (request.known.method, format!("the request `{}`", request.known.kind)));
    let tasks = skill.tasks.iter().map(|task| (task.rust.name.as_str(), format!("the task `{}`", task.name.value)));
    always.chain(requests).chain(tasks).find(|(name, _)| *name == intent.rust.name)
}

/// The problem, at the intent of the two that the file lists, and at the later one if it lists both.
fn collision(first: &Intent<'_>, second: &Intent<'_>) -> Diagnostic {
    let (here, there) = if second.declared { (second, first) } else { (first, second) };
    let method = &here.rust.name;
    let problem = RULE.at(here.rust.span, format!("`{}` and `{}` would both be `{method}` in Rust", here.name.value, there.name.value));
    let problem = match there.declared {
        true => problem.also(there.rust.span, "the other one"),
        false => problem.note(format!("`{}` is in every skill that does not omit it", there.name.value)),
    };
    match [here, there].map(Intent::is_builtin) {
        [false, true] => problem
            .help(format!("write `{}` to extend Amazon's intent, or give yours another name in Rust with `rust: …`", there.name.value)),
        _ => problem.help("give one of them another name in Rust with `rust: …`"),
    }
}
