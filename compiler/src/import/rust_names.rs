//! Names that would come out the same in Rust get another one with `rust`: in Amazon's models they are free to.

use super::node::{Map, Node};
use crate::builtin;
use crate::names::{type_name, value_name};
use crate::rules::interaction_model::{im025_rust_method as rust_method, im026_rust_type as rust_type};
use crate::skill::{CONFIRMATION, LARGEST_ENUM};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Renames what has to be renamed in skill.yaml; `locals` are the files of `locales/`.
pub(super) fn settle<'t>(main: &mut Map<'t>, locals: &BTreeMap<&'t str, Map<'t>>) {
    let mut types: HashSet<String> = rust_type::TAKEN.iter().map(|name| (*name).to_owned()).collect();
    let is_confirmed =
        |name: &str| locals.values().any(|local| within(local, "intents").is_some_and(|intents| asks_to_confirm(intents.get(name))));
    if let Some(Node::Map(intents)) = main.get_mut("intents") {
        self::intents(intents, is_confirmed, &mut types);
    }
    let in_locals = |name: &str| -> Vec<&Node<'t>> { locals.values().filter_map(|local| within(local, "types")?.get(name)).collect() };
    if let Some(Node::Map(declared)) = main.get_mut("types") {
        for (name, node) in declared.0.iter_mut().filter(|(name, _)| !name.starts_with("AMAZON.")) {
            if has_same_variants(node, &in_locals(name)) {
                node.map().0.push((Cow::Borrowed("text"), Node::Bool(true)));
                continue;
            }
            if let Some(other) = free(name, "Type", type_name, &mut types) {
                node.map().0.push((Cow::Borrowed("rust"), Node::Text(Cow::Owned(other))));
            }
        }
    }
}

fn within<'a, 't>(map: &'a Map<'t>, key: &str) -> Option<&'a Map<'t>> {
    match map.get(key) {
        Some(Node::Map(map)) => Some(map),
        _ => None,
    }
}

fn asks_to_confirm(intent: Option<&Node<'_>>) -> bool {
    matches!(intent, Some(Node::Map(intent)) if intent.get("confirm").is_some())
}

/// `is_confirmed`: in the file of some locale.
fn intents<'t>(intents: &mut Map<'t>, is_confirmed: impl Fn(&str) -> bool, types: &mut HashSet<String>) {
    let mut methods: HashSet<String> = rust_method::TAKEN.iter().map(|(name, _)| (*name).to_owned()).collect();
    methods.extend(crate::builtin::REQUESTS.iter().map(|request| request.method.to_owned()));
    let is_omitted = |name: &str| matches!(intents.get(name), Some(Node::Word("omit")));
    let unasked = builtin::INTENTS.iter().filter(|known| known.unasked && !is_omitted(known.name));
    // Amazon's own intents keep their names.
    let own = unasked.map(|known| known.name).chain(intents.0.iter().map(|(name, _)| &**name).filter(|name| name.starts_with("AMAZON.")));
    for name in own {
        methods.insert(value_name(name));
        types.insert(type_name(name));
    }
    for (name, node) in intents.0.iter_mut().filter(|(name, _)| !name.starts_with("AMAZON.")) {
        let (method, ty) = (value_name(name), type_name(name));
        if methods.contains(&method) || types.contains(&ty) {
            let candidates = std::iter::once(format!("{method}_intent")).chain((2..).map(|number| format!("{method}_{number}")));
            let is_free = |other: &String| !methods.contains(other) && !types.contains(&type_name(other));
            if let Some(other) = candidates.map(|name| name.trim_start_matches("r#").to_owned()).find(is_free) {
                methods.insert(other.clone());
                types.insert(type_name(&other));
                node.map().0.insert(0, (Cow::Borrowed("rust"), Node::Text(Cow::Owned(other))));
            }
        } else {
            methods.insert(method);
            types.insert(ty);
        }
        let field = (is_confirmed(name) || asks_to_confirm(Some(node))).then_some(CONFIRMATION);
        if let Node::Map(intent) = node
            && let Some(Node::Map(slots)) = intent.get_mut("slots")
        {
            self::slots(slots, field.map(str::to_owned).into_iter().collect());
        }
    }
}

/// `fields` are those that are there anyway.
fn slots(slots: &mut Map<'_>, mut fields: HashSet<String>) {
    for (name, node) in &mut slots.0 {
        if let Some(other) = free(name, "_slot", value_name, &mut fields) {
            node.map().0.push((Cow::Borrowed("rust"), Node::Text(Cow::Owned(other))));
        }
    }
}

/// Another name for what would come out the same as something before it.
fn free(name: &str, suffix: &str, rust: fn(&str) -> String, taken: &mut HashSet<String>) -> Option<String> {
    let own = rust(name);
    if taken.insert(own.clone()) {
        return None;
    }
    let own = own.trim_start_matches("r#").to_owned();
    let mut others = std::iter::once(format!("{own}{suffix}")).chain((2..).map(|number| format!("{own}{suffix}{number}")));
    others.find(|other| taken.insert(rust(other)))
}

/// Whether two values would be one variant of an enum.
fn has_same_variants(main: &Node<'_>, locals: &[&Node<'_>]) -> bool {
    let mut variants: HashMap<String, &str> = HashMap::new();
    if count(main) > LARGEST_ENUM {
        return false;
    }
    let names: HashSet<&str> = std::iter::once(main).chain(locals.iter().copied()).flat_map(|node| ids(node)).collect();
    if names.len() > LARGEST_ENUM {
        return false;
    }
    names.into_iter().any(|name| variants.insert(type_name(name), name).is_some_and(|other| other != name))
}

/// What tells the values apart: their ids, or the values themselves.
fn ids<'a>(node: &'a Node<'_>) -> Vec<&'a str> {
    fn id<'a>(item: &'a Node<'_>) -> Option<&'a str> {
        match item {
            Node::Text(text) => Some(text),
            Node::List(texts) => texts.first().and_then(id),
            Node::Quoted(text) => Some(text),
            Node::Map(value) => value.get("id").or_else(|| value.get("value")).and_then(id),
            _ => None,
        }
    }
    match node {
        Node::Map(map) => match map.get("values") {
            Some(values) => ids(values),
            None => map.0.iter().map(|(id, _)| &**id).collect(),
        },
        Node::List(items) => items.iter().filter_map(id).collect(),
        _ => Vec::new(),
    }
}

fn count(node: &Node<'_>) -> usize {
    match node {
        Node::Map(map) => map.get("values").map_or(map.0.len(), count),
        Node::List(items) => items.len(),
        _ => 0,
    }
}
