use super::im003_unknown_builtin_intent::is_unknown;
use super::im025_rust_method::taken;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::{Span, Text};
use std::collections::HashMap;

/// The types and traits that every skill's module has.
pub(crate) const TAKEN: &[&str] = &["Launch", "Handlers", "Grants", "Key", "Door"];

rule! {
    /// An intent or a slot type would have the name of another type in Rust.
    ///
    /// Intents and slot types become types of one module, named in camel case without `AMAZON.` and the suffix `Intent`. `Launch`, `Handlers`,
    /// `Grants`, `Key` and `Door` are taken. `rust` gives an intent or a slot type another name in Rust, and leaves the one that Alexa knows as it is.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Mood:
    ///     slots: { mood: MOOD }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   MOOD: [happy, sad]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Mood:
    ///     slots: { mood: MOOD }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   MOOD: { rust: mood_value, values: [happy, sad] }
    /// ```
    IM026 "rust-type" Error Daily
}

/// A type that the skill's module will have.
struct Made<'a, 's> {
    ty: &'a str,
    name: Text<'s>,
    place: Span,
    /// The method that goes with an intent: where two intents share that, the collision is told there.
    method: Option<&'a str>,
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    let intents = skill.intents.iter().filter(|intent| taken(skill, intent).is_none() && !is_unknown(intent));
    let intents =
        intents.map(|intent| Made { ty: &intent.rust_type, name: intent.name, place: intent.rust.span, method: Some(&intent.rust.name) });
    let types = skill.types.iter().filter(|declared| declared.is_enum());
    let types = types.map(|declared| Made { ty: &declared.rust.name, name: declared.name, place: declared.rust.span, method: None });
    let mut seen: HashMap<&str, Made<'_, '_>> = HashMap::new();
    let tasks = skill.tasks.iter().map(|task| Made { ty: &task.rust_type, name: task.name, place: task.rust.span, method: None });
    for made in intents.chain(types).chain(tasks) {
        if TAKEN.contains(&made.ty) {
            let problem =
                RULE.at(made.place, format!("`{}` would be the type `{}` in Rust, which every skill has", made.name.value, made.ty));
            report.push(problem.help("give it another name in Rust with `rust: …`"));
            continue;
        }
        let Some(first) = seen.get(made.ty) else {
            seen.insert(made.ty, made);
            continue;
        };
        let same_method = made.method.is_some() && made.method == first.method;
        let same_key = made.method.is_some() == first.method.is_some() && made.name.value == first.name.value;
        if same_method || same_key {
            continue;
        }
        let problem =
            RULE.at(made.place, format!("`{}` and `{}` would both be the type `{}` in Rust", made.name.value, first.name.value, made.ty));
        let problem = if first.place == skill.top {
            problem.note(format!("`{}` is in every skill that does not omit it", first.name.value))
        } else {
            problem.also(first.place, "the other one")
        };
        report.push(problem.help("give one of them another name in Rust with `rust: …`"));
    }
}
