use crate::builtin::{self, Gives};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Condition, Model, ModelSlot, Skill, Validation};

rule! {
    /// A validation has a condition that does not go with the type of its slot.
    ///
    /// | condition | types |
    /// | --- | --- |
    /// | `has_entity_resolution_match` | those of `types` |
    /// | `is_in_set`, `is_not_in_set` | lists, numbers, phone numbers |
    /// | `is_greater_than`, `is_less_than`, … | numbers |
    /// | `is_in_duration`, `is_not_in_duration` | `AMAZON.DATE`, `AMAZON.TIME` |
    ///
    /// The table follows the page "Validate Slot Values" and the types of the interaction model.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       city: { type: AMAZON.City, validate: [{ is_greater_than: 3, prompt: Which city please? }] }
    ///     samples: ["hello from {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       city: { type: AMAZON.City, validate: [{ is_not_in_set: [atlantis], prompt: Which city please? }] }
    ///     samples: ["hello from {city}"]
    /// ```
    SL020 "validation-type" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (slot, gives, validation) in validations(skill, model) {
        if fits(slot, gives, model, &validation.condition) {
            continue;
        }
        let kind = slot.kind.map_or("", |kind| kind.value);
        let key = key(&validation.condition);
        let mut problem = RULE.at(validation.span, format!("`{key}` does not go with slots of type `{kind}`"));
        if let Some(kind) = slot.kind {
            problem = problem.also(kind.span, "the type");
        }
        report.push(
            problem
                .note(format!("`{key}` is for {}", types_of(&validation.condition)))
                .help("use another condition, or check the value in the handler"),
        );
    }
}

/// The validations of a model that go with their slots, each with what the slot gives.
pub(super) fn fitting<'a, 's>(skill: &'a Skill<'s>, model: &'a Model<'s>) -> impl Iterator<Item = (Gives, &'a Validation<'s>)> {
    let fitting = validations(skill, model).filter(|(slot, gives, validation)| fits(slot, *gives, model, &validation.condition));
    fitting.map(|(_, gives, validation)| (gives, validation))
}

/// All validations of a model, each with its slot and what the slot gives; slots of unknown types are told elsewhere.
fn validations<'a, 's>(skill: &'a Skill<'s>, model: &'a Model<'s>) -> impl Iterator<Item = (&'a ModelSlot<'s>, Gives, &'a Validation<'s>)> {
    let slots = model.intents.iter().flat_map(|intent| &intent.slots).filter(|slot| !slot.validations.is_empty());
    let known = slots.filter_map(move |slot| Some((slot, gives(skill, slot)?)));
    known.flat_map(|(slot, gives)| slot.validations.iter().map(move |validation| (slot, gives, validation)))
}

/// What the slot gives; a type of the skill's own gives values of its list.
fn gives(skill: &Skill<'_>, slot: &ModelSlot<'_>) -> Option<Gives> {
    let kind = slot.kind?.value;
    let own = || skill.slot_type(kind).map(|_| Gives::Listed);
    builtin::slot_type(kind).map(|known| known.gives).or_else(own)
}

fn fits(slot: &ModelSlot<'_>, gives: Gives, model: &Model<'_>, condition: &Condition<'_>) -> bool {
    let kind = slot.kind.map_or("", |kind| kind.value);
    match condition {
        // Amazon's lists take part once the skill adds values.
        Condition::HasEntityResolutionMatch => !kind.starts_with("AMAZON.") || model.slot_type(kind).is_some(),
        Condition::IsInSet(_) | Condition::IsNotInSet(_) => !matches!(gives, Gives::Date | Gives::Time | Gives::Duration | Gives::Phrase),
        Condition::IsGreaterThan(_)
        | Condition::IsGreaterThanOrEqualTo(_)
        | Condition::IsLessThan(_)
        | Condition::IsLessThanOrEqualTo(_) => {
            matches!(gives, Gives::Number | Gives::FourDigits | Gives::Ordinal) || kind == "AMAZON.Decimal"
        }
        Condition::IsInDuration(..) | Condition::IsNotInDuration(..) => matches!(gives, Gives::Date | Gives::Time),
    }
}

fn types_of(condition: &Condition<'_>) -> &'static str {
    match condition {
        Condition::HasEntityResolutionMatch => "the types that are declared under `types`",
        Condition::IsInSet(_) | Condition::IsNotInSet(_) => "lists, numbers and phone numbers",
        Condition::IsGreaterThan(_)
        | Condition::IsGreaterThanOrEqualTo(_)
        | Condition::IsLessThan(_)
        | Condition::IsLessThanOrEqualTo(_) => "numbers: `AMAZON.NUMBER`, `AMAZON.FOUR_DIGIT_NUMBER` and `AMAZON.Ordinal`",
        Condition::IsInDuration(..) | Condition::IsNotInDuration(..) => "`AMAZON.DATE` and `AMAZON.TIME`",
    }
}

/// The condition's key in skill.yaml.
pub(super) fn key(condition: &Condition<'_>) -> &'static str {
    match condition {
        Condition::HasEntityResolutionMatch => "has_entity_resolution_match",
        Condition::IsInSet(_) => "is_in_set",
        Condition::IsNotInSet(_) => "is_not_in_set",
        Condition::IsGreaterThan(_) => "is_greater_than",
        Condition::IsGreaterThanOrEqualTo(_) => "is_greater_than_or_equal_to",
        Condition::IsLessThan(_) => "is_less_than",
        Condition::IsLessThanOrEqualTo(_) => "is_less_than_or_equal_to",
        Condition::IsInDuration(..) => "is_in_duration",
        Condition::IsNotInDuration(..) => "is_not_in_duration",
    }
}
