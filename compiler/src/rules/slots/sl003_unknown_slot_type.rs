use crate::builtin;
use crate::diagnostic::{Diagnostic, Report};
use crate::nearest::nearest;
use crate::raw;
use crate::rules::rule;
use crate::skill::{Model, Skill};
use crate::source::Text;
use crate::yaml::Kind;

rule! {
    /// A slot's type is neither one of Amazon's nor one of the skill's.
    ///
    /// Amazon's slot types begin with `AMAZON.`; the skill's own are declared under `types`, and may be for some locales only. Alexa answers with
    /// `MissingSlot` or `InvalidSlotTypeName`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.Citty }
    ///     samples: ["hello from {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    /// ```
    SL003 "unknown-slot-type" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    if skill.damaged {
        return;
    }
    for slot in model.intents.iter().flat_map(|intent| &intent.slots) {
        let Some(kind) = slot.kind else { continue };
        if builtin::slot_type(kind.value).is_none() && model.slot_type(kind.value).is_none() && !is_raw(model, kind.value) {
            report.push(problem(skill, model, kind));
        }
    }
}

/// Whether the type is written in Amazon's names.
fn is_raw(model: &Model<'_>, name: &str) -> bool {
    let lists = model.amazon.iter().filter_map(|raw| raw::at(raw.value, &["languageModel", "types"]));
    let named =
        |declared| matches!(raw::entry(declared, "name").map(|found| found.value.kind()), Some(Kind::Scalar(said)) if said.text == name);
    lists.flat_map(raw::items).any(named)
}

fn problem(skill: &Skill<'_>, model: &Model<'_>, kind: Text<'_>) -> Diagnostic {
    if let Some(elsewhere) = skill.slot_type(kind.value) {
        let tag = skill.locales[model.locale].tag.value;
        let problem = RULE.at(kind.span, format!("the slot type `{}` does not exist in `{tag}`", kind.value));
        return problem
            .also(elsewhere.name.span, "for other locales only")
            .help("add the locale to its `locales`, or limit the slot in the same way");
    }
    if kind.value.starts_with("AMAZON.") {
        let problem = RULE.at(kind.span, format!("Amazon has no slot type `{}`", kind.value));
        return match nearest_builtin(kind.value) {
            Some(near) => problem.fix(format!("a similar one exists: `{near}`"), kind.span, near),
            None => problem
                .note(format!(
                    "the {} slot types that are known are on Amazon's page \"Slot Type Reference\"",
                    builtin::slot_type_names().count()
                ))
                .help("write a slot type of your own without `AMAZON.`, and declare it under `types`"),
        };
    }
    let problem = RULE.at(kind.span, format!("there is no slot type `{}`", kind.value));
    match meant(skill, kind.value) {
        Some(near) => problem.fix(format!("a similar one exists: `{near}`"), kind.span, near),
        None => problem.help("declare it under `types`, with its values; Amazon's slot types begin with `AMAZON.`"),
    }
}

/// The type that was meant: one of the skill's, or one of Amazon's without its prefix.
pub(super) fn meant<'s>(skill: &Skill<'s>, name: &str) -> Option<&'s str> {
    let own = nearest(name, skill.types.iter().map(|declared| declared.name.value));
    own.or_else(|| nearest_builtin(name))
}

/// The slot type of Amazon's that was meant. The prefix, which all share, does not count.
pub(super) fn nearest_builtin(name: &str) -> Option<&'static str> {
    let near = nearest(bare(name), builtin::slot_type_names().map(bare))?;
    builtin::slot_type_names().find(|known| bare(known) == near)
}

/// The name without the prefix, which may be misspelt, as in `amazon.` or `AMAZON_`.
fn bare(name: &str) -> &str {
    match name.get(.."amazon".len()) {
        Some(prefix) if prefix.eq_ignore_ascii_case("amazon") => name["amazon".len()..].trim_start_matches(['.', '_']),
        _ => name,
    }
}
