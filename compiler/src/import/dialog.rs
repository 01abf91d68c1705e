//! Dialogs and their prompts, as skill.yaml says them.

use super::model::Intents;
use super::node::{Map, Node};
use super::odd::{self, Odd};
use super::taken::{Taken, is_key, whole};
use crate::package::json::{Value, list, text, texts};
use crate::syntax::Delegation;
use std::collections::{HashMap, HashSet};

/// What the dialog asks.
#[derive(Default)]
pub(super) struct Dialog<'t> {
    pub delegation: Option<&'static str>,
    pub intents: HashMap<&'t str, Asked<'t>>,
    /// The prompts that no dialog names.
    pub unused: Vec<(&'t str, Node<'t>)>,
}

/// What is asked for an intent.
#[derive(Default)]
pub(super) struct Asked<'t> {
    pub delegation: Option<&'static str>,
    pub confirm: Option<Node<'t>>,
    pub slots: HashMap<&'t str, AskedSlot<'t>>,
    /// The slots, in turn.
    pub order: Vec<&'t str>,
    /// Whether the intent has a dialog in which nothing is asked.
    pub is_bare: bool,
}

/// What is asked for a slot.
#[derive(Default)]
pub(super) struct AskedSlot<'t> {
    pub required: bool,
    pub ask: Option<Node<'t>>,
    pub confirm: Option<Node<'t>>,
    pub validate: Vec<Node<'t>>,
}

/// The slots of an intent, and their types.
pub(super) type Slots<'t> = HashMap<&'t str, Option<&'t str>>;

/// Takes the dialog and the prompts out of the model. What they say of intents that are not in `intents`, or in a form of its own, stays.
/// A prompt is said where it is first named, which is in the order of `places`, as in a build.
pub(super) fn read<'t>(model: &mut Taken<'t>, intents: &Intents<'t>, places: &HashMap<&'t str, usize>, odd: &mut Vec<Odd>) -> Dialog<'t> {
    let mut prompts = Prompts { texts: model_prompts(model, odd), named: HashSet::new() };
    let mut dialog = Dialog::default();
    // Why the intent cannot be said has been told.
    let is_unsaid = |item| Taken::of(item).and_then(|mut entry| entry.text("name")).is_some_and(|name| intents.unsaid.contains(name));
    model.within("dialog", |taken| {
        dialog.delegation = taken.take("delegationStrategy", delegation);
        let mut found = taken.items("intents", |item| {
            let plan = Taken::of(item).and_then(|mut entry| entry.text("name")).and_then(|name| {
                let slots = intents.by_name.get(name).filter(|_| !dialog.intents.contains_key(name))?;
                Some((name, whole(item, |item| intent(item, slots))?))
            });
            match &plan {
                Some((name, _)) => drop(dialog.intents.insert(name, Asked::default())),
                None if is_unsaid(item) => {}
                None => odd.push(odd::dialog(item, &intents.by_name, |name| dialog.intents.contains_key(name))),
            }
            plan
        });
        found.sort_by_key(|(name, _)| places.get(name).copied());
        for (name, plan) in found {
            dialog.intents.insert(name, plan.asked(name, &mut prompts));
        }
    });
    let Prompts { texts, named } = prompts;
    let unused = texts.order.into_iter().filter(|id| !named.contains(id));
    dialog.unused = unused.filter_map(|id| Some((id, Node::one_or_more(texts.by_id.get(id)?.clone())))).collect();
    dialog
}

/// The prompts of a model that can be said as texts.
#[derive(Default)]
struct Texts<'t> {
    by_id: HashMap<&'t str, Vec<&'t str>>,
    order: Vec<&'t str>,
}

fn model_prompts<'t>(model: &mut Taken<'t>, odd: &mut Vec<Odd>) -> Texts<'t> {
    let mut texts = Texts::default();
    model.items("prompts", |item| {
        let Some((id, variations)) = whole(item, prompt).filter(|(id, _)| !texts.by_id.contains_key(id)) else {
            odd.push(odd::prompt(item, |id| texts.by_id.contains_key(id)));
            return None;
        };
        texts.by_id.insert(id, variations);
        texts.order.push(id);
        Some(())
    });
    texts
}

fn prompt<'t>(taken: &mut Taken<'t>) -> Option<(&'t str, Vec<&'t str>)> {
    let id = taken.text("id").filter(|id| is_key(id))?;
    let variations =
        taken.take("variations", |variations| list(variations)?.iter().map(|item| whole(item, variation)).collect::<Option<Vec<_>>>())?;
    (!variations.is_empty()).then_some((id, variations))
}

/// Whether a text is SSML shows in how it begins; one where it does not stays as it is.
fn variation<'t>(taken: &mut Taken<'t>) -> Option<&'t str> {
    let value = taken.text("value")?;
    let kind = if is_ssml(value) { "SSML" } else { "PlainText" };
    taken.take("type", text).filter(|said| *said == kind).map(|_| value)
}

pub(super) fn is_ssml(text: &str) -> bool {
    text.trim_start().starts_with("<speak>")
}

/// Prompts, and which of them a dialog has named.
struct Prompts<'t> {
    texts: Texts<'t>,
    named: HashSet<&'t str>,
}

impl<'t> Prompts<'t> {
    /// How the dialog asks with the prompt `id`: its text where it is first named, else only its id.
    fn ask(&mut self, id: &'t str, default: &str, required: bool) -> Node<'t> {
        let said = if self.named.insert(id) { self.texts.by_id.get(id).cloned() } else { None };
        let required = (!required).then_some(Node::Bool(false));
        let id = (id != default || said.is_none()).then(|| Node::text(id));
        match (said, id, required) {
            (Some(said), None, None) => Node::one_or_more(said),
            (said, id, required) => {
                Node::Map(Map::default().with("say", said.map(Node::one_or_more)).with("id", id).with("required", required))
            }
        }
    }
}

fn delegation(value: &Value<'_>) -> Option<&'static str> {
    Delegation::word_for(text(value)?)
}

/// A dialog entry that can be said, before its prompts have been looked up.
struct Plan<'t> {
    delegation: Option<&'static str>,
    confirm: Confirm<'t>,
    slots: Vec<SlotPlan<'t>>,
}

struct SlotPlan<'t> {
    name: &'t str,
    required: bool,
    ask: Option<&'t str>,
    confirm: Confirm<'t>,
    validate: Vec<(&'static str, Node<'t>, &'t str)>,
}

/// Whether something is confirmed, and by which prompt.
struct Confirm<'t> {
    required: bool,
    prompt: Option<&'t str>,
}

fn intent<'t>(taken: &mut Taken<'t>, slots: &Slots<'t>) -> Option<Plan<'t>> {
    taken.text("name")?;
    let delegation = taken.take("delegationStrategy", self::delegation);
    let required = taken.truth("confirmationRequired").unwrap_or_default();
    let prompt = taken.take("prompts", |prompts| whole(prompts, |prompts| Some(prompts.text("confirmation")))).flatten();
    let mut seen = HashSet::new();
    let is_known = |slot: &SlotPlan<'t>, kind: Option<&str>| slots.get(slot.name).is_some_and(|known| *known == kind);
    let plans: Option<Vec<SlotPlan<'t>>> = taken.take("slots", |items| {
        list(items)?
            .iter()
            .map(|item| {
                let (plan, kind) = whole(item, slot)?;
                (is_known(&plan, kind) && seen.insert(plan.name)).then_some(plan)
            })
            .collect()
    });
    Some(Plan { delegation, confirm: Confirm { required, prompt }, slots: plans.unwrap_or_default() })
}

fn slot<'t>(taken: &mut Taken<'t>) -> Option<(SlotPlan<'t>, Option<&'t str>)> {
    let name = taken.text("name")?;
    let kind = taken.text("type");
    let required = taken.truth("elicitationRequired").unwrap_or_default();
    let confirmed = taken.truth("confirmationRequired").unwrap_or_default();
    let prompts =
        taken.take("prompts", |prompts| whole(prompts, |prompts| Some((prompts.text("elicitation"), prompts.text("confirmation")))));
    let (ask, prompt) = prompts.unwrap_or_default();
    let validate = taken.take("validations", |items| list(items)?.iter().map(|item| whole(item, validation)).collect()).unwrap_or_default();
    Some((SlotPlan { name, required, ask, confirm: Confirm { required: confirmed, prompt }, validate }, kind))
}

fn validation<'t>(taken: &mut Taken<'t>) -> Option<(&'static str, Node<'t>, &'t str)> {
    let kind = taken.text("type")?;
    let prompt = taken.text("prompt")?;
    let value = |taken: &mut Taken<'t>| taken.text("value").map(bound);
    let set = |taken: &mut Taken<'t>| taken.take("values", texts).map(Node::texts);
    let duration = |taken: &mut Taken<'t>| {
        let mut said = |key| taken.text(key).filter(|text| !text.is_empty()).map(Node::text);
        let (start, end) = (said("start"), said("end"));
        Some(Node::Map(Map::default().with("start", start).with("end", end)))
    };
    let (key, node) = match kind {
        "hasEntityResolutionMatch" => ("has_entity_resolution_match", Some(Node::Bool(true))),
        "isInSet" => ("is_in_set", set(taken)),
        "isNotInSet" => ("is_not_in_set", set(taken)),
        "isGreaterThan" => ("is_greater_than", value(taken)),
        "isGreaterThanOrEqualTo" => ("is_greater_than_or_equal_to", value(taken)),
        "isLessThan" => ("is_less_than", value(taken)),
        "isLessThanOrEqualTo" => ("is_less_than_or_equal_to", value(taken)),
        "isInDuration" => ("is_in_duration", duration(taken)),
        "isNotInDuration" => ("is_not_in_duration", duration(taken)),
        _ => return None,
    };
    Some((key, node?, prompt))
}

/// A bound that is a number needs no quotes.
fn bound(text: &str) -> Node<'_> {
    match text.parse::<i64>() {
        Ok(number) if number.to_string() == text => Node::Int(number),
        _ => Node::text(text),
    }
}

impl<'t> Plan<'t> {
    fn asked(self, intent: &str, prompts: &mut Prompts<'t>) -> Asked<'t> {
        let confirm = self.confirm.asked(&format!("Confirm.Intent.{intent}"), prompts);
        let slots: Vec<_> = self.slots.into_iter().map(|slot| (slot.name, slot.asked(intent, prompts))).collect();
        let order = slots.iter().map(|(name, _)| *name).collect();
        let is_bare = self.delegation.is_none() && confirm.is_none() && slots.iter().all(|(_, slot)| slot.is_bare());
        Asked { delegation: self.delegation, confirm, slots: slots.into_iter().collect(), order, is_bare }
    }
}

impl<'t> SlotPlan<'t> {
    fn asked(self, intent: &str, prompts: &mut Prompts<'t>) -> AskedSlot<'t> {
        let name = self.name;
        let ask = self.ask.map(|id| prompts.ask(id, &format!("Elicit.Slot.{intent}.{name}"), true));
        let confirm = self.confirm.asked(&format!("Confirm.Slot.{intent}.{name}"), prompts);
        let validation = |(at, (key, node, prompt)): (usize, (&'static str, Node<'t>, &'t str))| {
            let default = format!("Slot.Validation.{intent}.{name}.{}", at + 1);
            Node::Map(Map::default().with(key, node).with("prompt", prompts.ask(prompt, &default, true)))
        };
        let validate = self.validate.into_iter().enumerate().map(validation).collect();
        AskedSlot { required: self.required, ask, confirm, validate }
    }
}

impl AskedSlot<'_> {
    fn is_bare(&self) -> bool {
        !self.required && self.ask.is_none() && self.confirm.is_none() && self.validate.is_empty()
    }
}

impl<'t> Confirm<'t> {
    fn asked(self, default: &str, prompts: &mut Prompts<'t>) -> Option<Node<'t>> {
        match (self.prompt, self.required) {
            (Some(id), required) => Some(prompts.ask(id, default, required)),
            (None, true) => Some(Node::Map(Map::default().with("required", Node::Bool(true)))),
            (None, false) => None,
        }
    }
}
