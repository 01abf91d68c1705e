//! An interaction model, as skill.yaml says it.

use super::dialog::{self, Dialog};
use super::node::Node;
use super::odd;
use super::said::Said;
use super::taken::{Taken, name, whole};
use super::types;
use crate::package::envelope::{self, Opened};
use crate::package::fields::Fields;
use crate::package::json::{Value, list, text, texts, truth};
use crate::syntax::Sensitivity;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// An intent and its slots, as the model lists them.
pub(super) struct Intent<'t> {
    pub name: &'t str,
    pub samples: Vec<&'t str>,
    pub slots: Vec<Slot<'t>>,
}

pub(super) struct Slot<'t> {
    pub name: &'t str,
    pub kind: Option<&'t str>,
    samples: Vec<&'t str>,
    multiple: Option<bool>,
}

/// Reads a model, in its envelope or without, into `said`. `places` are those of the intents in skill.yaml, to which it adds its own.
pub(super) fn read<'t>(value: &'t Value<'t>, said: &mut Said<'t>, places: &mut HashMap<&'t str, usize>) {
    let Opened { inside, mut beside, .. } = envelope::model(value);
    said.text(&["interaction_model", "version"], beside.text("version").map(Node::text));
    said.text(&["interaction_model", "description"], beside.text("description").map(Node::text));
    let mut model = Taken::from(inside);
    let intents = model.within("languageModel", |language| self::language(language, said));
    for intent in &intents.list {
        let next = places.len();
        places.entry(intent.name).or_insert(next);
    }
    let dialog = dialog::read(&mut model, &intents, places, &mut said.odd);
    for mut intent in intents.list {
        if let Some(asked) = dialog.intents.get(intent.name) {
            intent.slots = in_turn(intent.slots, &asked.order);
        }
        intent_said(&intent, &dialog, said);
    }
    said.structure(&["dialog", "delegation"], dialog.delegation.map(Node::Word));
    for (id, node) in dialog.unused {
        said.text(&["prompts", id], node);
    }
    said.amazon = model.rest();
}

#[derive(Default)]
pub(super) struct Intents<'t> {
    list: Vec<Intent<'t>>,
    /// The types of the slots of each intent.
    pub by_name: HashMap<&'t str, HashMap<&'t str, Option<&'t str>>>,
    /// Those that cannot be said, which has been told.
    pub unsaid: HashSet<&'t str>,
}

fn language<'t>(language: &mut Taken<'t>, said: &mut Said<'t>) -> Intents<'t> {
    said.text(&["skill", "invocation"], language.text("invocationName").map(Node::text));
    let mut intents = Intents::default();
    language.items("intents", |item| {
        let Some(intent) = intent(item).filter(|intent| !intents.by_name.contains_key(intent.name)) else {
            said.odd.push(odd::intent(item, |name| intents.by_name.contains_key(name)));
            intents.unsaid.extend(Fields::of(item).and_then(|mut intent| intent.text("name")));
            return None;
        };
        let slots = intent.slots.iter().map(|slot| (slot.name, slot.kind)).collect();
        intents.by_name.insert(intent.name, slots);
        intents.list.push(intent);
        Some(())
    });
    types::read(language, said);
    let level = language.within("modelConfiguration", |configuration| {
        configuration.take("fallbackIntentSensitivity", |value| {
            whole(value, |sensitivity| sensitivity.take("level", |level| Sensitivity::word_for(text(level)?)))
        })
    });
    said.structure(&["fallback_sensitivity"], level.map(Node::Word));
    intents
}

fn intent<'t>(item: &'t Value<'t>) -> Option<Intent<'t>> {
    whole(item, |taken| {
        let name = name(taken)?;
        let samples = taken.texts("samples").unwrap_or_default();
        let mut seen = HashSet::new();
        let slots = taken.take("slots", |slots| list(slots)?.iter().map(|item| slot(item).filter(|slot| seen.insert(slot.name))).collect());
        Some(Intent { name, samples, slots: slots.unwrap_or_default() })
    })
}

fn slot<'t>(item: &'t Value<'t>) -> Option<Slot<'t>> {
    whole(item, |taken| {
        let name = name(taken)?;
        let multiple = taken.take("multipleValues", |value| whole(value, |multiple| multiple.take("enabled", truth)));
        Some(Slot { name, kind: taken.text("type"), samples: taken.take("samples", texts).unwrap_or_default(), multiple })
    })
}

/// The slots that the dialog asks for in the order in which it does; the others keep their places.
fn in_turn<'t>(slots: Vec<Slot<'t>>, order: &[&str]) -> Vec<Slot<'t>> {
    let turn: HashMap<&str, usize> = order.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    let is_asked: Vec<bool> = slots.iter().map(|slot| turn.contains_key(slot.name)).collect();
    let (mut asked, others): (Vec<_>, Vec<_>) = slots.into_iter().partition(|slot| turn.contains_key(slot.name));
    asked.sort_by_key(|slot| turn[slot.name]);
    let (mut asked, mut others) = (asked.into_iter(), others.into_iter());
    is_asked.into_iter().filter_map(|is_asked| if is_asked { asked.next() } else { others.next() }).collect()
}

/// Built-in intents that are there unasked need not be said.
fn intent_said<'t>(intent: &Intent<'t>, dialog: &Dialog<'t>, said: &mut Said<'t>) {
    let name = intent.name;
    said.thing(&["intents", name]);
    said.text(&["intents", name, "samples"], samples(&intent.samples));
    let asked = dialog.intents.get(name);
    if let Some(asked) = asked {
        said.text(&["intents", name, "confirm"], asked.confirm.clone());
        said.structure(&["intents", name, "delegation"], asked.delegation.map(Node::Word));
        said.structure(&["intents", name, "dialog"], asked.is_bare.then_some(Node::Bool(true)));
    }
    for slot in &intent.slots {
        let path = ["intents", name, "slots", slot.name];
        let key = |key: &'static str| [path[0], path[1], path[2], path[3], key];
        said.thing(&path);
        said.structure(&key("type"), slot.kind.map(Node::text));
        said.structure(&key("multiple"), slot.multiple.map(Node::Bool));
        if let Some(asked) = asked.and_then(|asked| asked.slots.get(slot.name)) {
            said.structure(&key("required"), asked.required.then_some(Node::Bool(true)));
            said.text(&key("ask"), asked.ask.clone());
            said.text(&key("confirm"), asked.confirm.clone());
            said.text(&key("validate"), (!asked.validate.is_empty()).then(|| Node::List(asked.validate.clone())));
        }
        said.text(&key("samples"), samples(&slot.samples));
    }
}

/// What has a meaning in our samples is escaped.
fn samples<'t>(samples: &[&'t str]) -> Option<Node<'t>> {
    let special = |letter: char| matches!(letter, '(' | ')' | '[' | ']' | '|' | '\\');
    let escaped = |sample: &'t str| {
        let sample = sample.trim();
        if !sample.contains(special) {
            return Node::text(sample);
        }
        let mut escaped = String::with_capacity(sample.len() + 4);
        for letter in sample.chars() {
            if special(letter) {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
        Node::Text(Cow::Owned(escaped))
    };
    (!samples.is_empty()).then(|| Node::List(samples.iter().map(|sample| escaped(sample)).collect()))
}
