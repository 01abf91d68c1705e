use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, ModelIntent, ModelSlot, Skill};
use crate::source::Span;
use std::collections::HashSet;

rule! {
    /// A prompt stands apart from the intents, and no dialog names it.
    ///
    /// Alexa says a prompt where a dialog names its id; one that none names is never heard. All of them are told at once.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// prompts: { Elicit.City: Where to? }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// prompts: { Elicit.City: Where to? }
    /// intents:
    ///   Visit: { slots: { city: { type: AMAZON.City, required: true, ask: { id: Elicit.City } } }, samples: ["visit {city}"] }
    /// ```
    IM042 "unused-prompt" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    if skill.damaged {
        return;
    }
    let named: HashSet<&str> = model.intent_prompts().filter_map(|(_, prompt)| prompt.id.as_deref()).collect();
    let mut unused = model.prompts.iter().filter(|prompt| prompt.id.as_deref().is_none_or(|id| !named.contains(id)));
    let Some(first) = unused.next() else { return };
    let ids: Vec<&str> = std::iter::once(first).chain(unused).filter_map(|prompt| prompt.id.as_deref()).collect();
    let problem = match &ids[..] {
        [only] => RULE.at(first.span, format!("no dialog names the prompt `{only}`")),
        all => RULE
            .at(first.span, format!("no dialog names {} of the prompts", all.len()))
            .note(format!("they are {}", crate::syntax::listed(all))),
    };
    let problem = places_of_prompts(model).into_iter().fold(problem, |problem, (block, key)| problem.for_want_of(block, key));
    report.push(problem.help("name it with `{ id: … }` in an `ask`, `confirm` or `prompt`, or remove it"));
}

/// Where a prompt could be named.
fn places_of_prompts(model: &Model<'_>) -> Vec<(Span, &'static str)> {
    let of_intent = |intent: &ModelIntent<'_>| ["slots", "confirm"].map(|key| (intent.name.span, key));
    let of_slot = |slot: &ModelSlot<'_>| ["ask", "confirm", "validate"].map(|key| (slot.name.span, key));
    let mut places: Vec<_> = model.intent_prompts().map(|(_, prompt)| (prompt.key, "id")).collect();
    places.extend(model.intents.iter().flat_map(of_intent));
    places.extend(model.intents.iter().flat_map(|intent| &intent.slots).flat_map(of_slot));
    places
}
