//! The short forms of the language, and its order of keys.

use super::node::{Map, Node};
use crate::builtin;
use crate::syntax::LONG;
use std::collections::HashMap;

const TOP: &[&str] = &[
    "sayso",
    "parts",
    "locales",
    "skill",
    "interaction_model",
    "endpoint",
    "smart_home",
    "events",
    "permissions",
    "interfaces",
    "dialog_management",
    "tasks",
    "compliance",
    "account_linking",
    "dialog",
    "fallback_sensitivity",
    "intents",
    "types",
    "prompts",
    "amazon",
];
const SKILL: &[&str] = &[
    "locales",
    "custom",
    "manifest_version",
    "name",
    "invocation",
    "category",
    "summary",
    "description",
    "updates",
    "example_phrases",
    "keywords",
    "small_icon",
    "large_icon",
    "privacy_policy",
    "terms_of_use",
    "testing_instructions",
    "countries",
    "distribution",
    "automatic_distribution",
    "cloned_locales",
    "gadget_support",
];
const INTENT: &[&str] = &["rust", "locales", "dialog_only", "slot_order", "slots", "confirm", "delegation", "dialog", "samples"];
const TYPE: &[&str] = &["locales", "catalog", "version", "numeric_ids", "inline_supplier", "text", "rust", "values"];
const SLOT: &[&str] = &["type", "rust", "locales", "multiple", "required", "ask", "confirm", "validate", "samples"];

/// Brings a file into the form that people write. The intents of a file of `locales/` have the order of those of skill.yaml, `main`: that of a
/// build, so that what was built is imported as it was.
pub(super) fn tidy(file: &mut Map<'_>, main: Option<&Map<'_>>) {
    order(file, TOP);
    for (key, node) in &mut file.0 {
        match (&**key, node) {
            ("skill", Node::Map(skill)) => order(skill, SKILL),
            ("intents", Node::Map(intents)) => {
                intents.0.iter_mut().for_each(|(_, node)| intent(node));
                let places = places(main);
                let place = |name: &str| places.get(name).copied().unwrap_or(places.len());
                // What is there unasked stands last, in one order, wherever the model had it.
                intents.0.sort_by_cached_key(|(name, _)| (unasked(name), place(name)));
            }
            ("types", Node::Map(types)) => types.0.iter_mut().for_each(|(_, node)| slot_type(node)),
            _ => {}
        }
    }
}

fn unasked(name: &str) -> Option<usize> {
    builtin::INTENTS.iter().position(|known| known.unasked && known.name == name)
}

/// The places of the intents in skill.yaml.
fn places<'m>(main: Option<&'m Map<'_>>) -> HashMap<&'m str, usize> {
    match main.and_then(|main| main.get("intents")) {
        Some(Node::Map(intents)) => intents.0.iter().enumerate().map(|(at, (name, _))| (&**name, at)).collect(),
        _ => HashMap::new(),
    }
}

fn order(map: &mut Map<'_>, keys: &[&str]) {
    map.0.sort_by_key(|(key, _)| keys.iter().position(|known| known == key).unwrap_or(keys.len()));
}

fn intent(node: &mut Node<'_>) {
    if matches!(node, Node::Null) {
        node.map();
    }
    let Node::Map(map) = node else { return };
    order(map, INTENT);
    if let Some((_, Node::Map(slots))) = map.0.iter_mut().find(|(key, _)| key == "slots") {
        slots.0.iter_mut().for_each(|(_, node)| slot(node));
    }
}

/// A slot of which only the type is said is its type.
fn slot(node: &mut Node<'_>) {
    let Node::Map(map) = node else { return };
    order(map, SLOT);
    if let [(key, Node::Text(_))] = &map.0[..]
        && key == "type"
    {
        *node = map.0.remove(0).1;
    }
}

/// A type of which only the values are said is its values, unless they could be taken for the keys of the long form.
fn slot_type(node: &mut Node<'_>) {
    if matches!(node, Node::Null) {
        node.map();
    }
    let Node::Map(map) = node else { return };
    // It has no values in this language; without a word it would be taken for a map of them.
    if LONG.iter().all(|key| map.get(key).is_none()) {
        map.0.insert(0, (std::borrow::Cow::Borrowed("values"), Node::Word("omit")));
    }
    order(map, TYPE);
    let [(key, values)] = &map.0[..] else { return };
    let is_clear = match values {
        Node::List(_) => true,
        Node::Map(values) => LONG.iter().all(|key| values.get(key).is_none()),
        _ => false,
    };
    if key == "values" && is_clear {
        *node = map.0.remove(0).1;
    }
}
