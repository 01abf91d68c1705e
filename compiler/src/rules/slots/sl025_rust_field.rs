use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{CONFIRMATION, Skill, Slot};
use std::collections::HashMap;

rule! {
    /// Two slots of an intent would be the same field in Rust.
    ///
    /// A field's name is the slot's in snake case, so `fromCity` and `from_city` are both `from_city`. `rust` gives a slot another name in Rust, and
    /// leaves the one that Alexa knows as it is. `confirmation` is a field of every intent with `confirm`: what the user said when asked.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { from_city: AMAZON.City, fromCity: AMAZON.City }
    ///     samples: ["hello from {from_city}", "hi from {fromCity}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { from_city: AMAZON.City, fromCity: { type: AMAZON.City, rust: other_city } }
    ///     samples: ["hello from {from_city}", "hi from {fromCity}"]
    /// ```
    SL025 "rust-field" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in &skill.intents {
        let mut seen: HashMap<&str, &Slot<'_>> = HashMap::new();
        for slot in &intent.slots {
            if intent.confirmed && slot.rust.name == CONFIRMATION {
                let problem = RULE.at(
                    slot.rust.span,
                    format!("`{}` would be `{CONFIRMATION}` in Rust, where that is what the user said to `confirm`", slot.name.value),
                );
                report.push(
                    problem
                        .also(intent.name.span, "the intent that is confirmed")
                        .help("give the slot another name in Rust with `rust: …`"),
                );
            }
            let Some(first) = seen.get(slot.rust.name.as_str()) else {
                seen.insert(&slot.rust.name, slot);
                continue;
            };
            if first.name.value == slot.name.value {
                continue; // one key twice is told by the front end
            }
            let problem = RULE
                .at(slot.rust.span, format!("`{}` and `{}` would both be `{}` in Rust", slot.name.value, first.name.value, slot.rust.name));
            report.push(problem.also(first.rust.span, "the other one").help("give one of them another name in Rust with `rust: …`"));
        }
    }
}
