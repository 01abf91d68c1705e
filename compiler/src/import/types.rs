//! Slot types, as skill.yaml says them.

use super::node::{Map, Node};
use super::odd;
use super::said::Said;
use super::taken::{Taken, is_key, name, whole};
use crate::emit::INLINE;
use crate::package::json::{Value, list, text, texts};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

pub(super) fn read<'t>(language: &mut Taken<'t>, said: &mut Said<'t>) {
    let mut seen = HashSet::new();
    language.items("types", |item| {
        let Some(read) = slot_type(item).filter(|read| !seen.contains(read.name)) else {
            said.odd.push(odd::slot_type(item, |name| seen.contains(name)));
            return None;
        };
        seen.insert(read.name);
        said.thing(&["types", read.name]);
        said.text(&["types", read.name, "values"], read.values);
        said.structure(&["types", read.name, "numeric_ids"], read.numeric_ids.then_some(Node::Bool(true)));
        said.structure(&["types", read.name, "inline_supplier"], read.is_inline.then_some(Node::Bool(true)));
        if let Some((catalog, version)) = read.catalog {
            said.structure(&["types", read.name, "catalog"], Node::text(catalog));
            said.structure(&["types", read.name, "version"], version.map(Node::text));
        }
        Some(())
    });
}

struct SlotType<'t> {
    name: &'t str,
    values: Option<Node<'t>>,
    numeric_ids: bool,
    is_inline: bool,
    catalog: Option<(&'t str, Option<&'t str>)>,
}

fn slot_type<'t>(item: &'t Value<'t>) -> Option<SlotType<'t>> {
    whole(item, |taken| {
        let name = name(taken)?;
        let values = taken.take("values", values);
        let inline = taken.take("valueSupplier", |supplier| {
            whole(supplier, |supplier| {
                supplier.take("type", |kind| text(kind).filter(|kind| *kind == INLINE))?;
                Some(supplier.take("values", self::values).unwrap_or_default())
            })
        });
        // Values beside those of the supplier have no place of their own.
        let (values, is_inline) = match (values, inline) {
            (Some(_), Some(_)) => return None,
            (None, Some(inline)) => (Some(inline), true),
            (values, None) => (values, false),
        };
        let catalog = taken.take("valueSupplier", |supplier| {
            whole(supplier, |supplier| {
                supplier.take("type", |kind| text(kind).filter(|kind| *kind == "CatalogValueSupplier"))?;
                supplier
                    .take("valueCatalog", |catalog| whole(catalog, |catalog| Some((catalog.text("catalogId")?, catalog.text("version")))))
            })
        });
        let mut ids = values.iter().flatten().filter(|value| value.id.is_some()).map(|value| value.is_numeric);
        let numeric_ids = ids.next().unwrap_or_default();
        if ids.any(|is_numeric| is_numeric != numeric_ids) {
            return None;
        }
        let values = values.filter(|values| !values.is_empty() || catalog.is_none());
        let values = if catalog.is_some() { values.map(written) } else { Some(written(values.unwrap_or_default())) };
        Some(SlotType { name, values, numeric_ids, is_inline, catalog })
    })
}

struct TypeValue<'t> {
    id: Option<&'t str>,
    /// Whether the id is written as a number, as some tools do.
    is_numeric: bool,
    value: &'t str,
    synonyms: Vec<&'t str>,
}

fn values<'t>(values: &'t Value<'t>) -> Option<Vec<TypeValue<'t>>> {
    list(values)?.iter().map(value).collect()
}

fn value<'t>(item: &'t Value<'t>) -> Option<TypeValue<'t>> {
    whole(item, |taken| {
        let number = taken.take("id", number);
        let id = number.or_else(|| taken.text("id"));
        let (value, synonyms) =
            taken.take("name", |name| whole(name, |name| Some((name.text("value")?, name.take("synonyms", texts).unwrap_or_default()))))?;
        Some(TypeValue { id, is_numeric: number.is_some(), value, synonyms })
    })
}

/// A map from ids where every value has one of its own, else a list.
fn written<'t>(values: Vec<TypeValue<'t>>) -> Node<'t> {
    let mut seen = HashSet::with_capacity(values.len());
    let by_id = !values.is_empty() && values.iter().all(|value| value.id.is_some_and(|id| is_key(id) && seen.insert(id)));
    if by_id {
        let entry = |value: TypeValue<'t>| (Cow::Borrowed(value.id.unwrap_or_default()), short(value.value, value.synonyms));
        return Node::Map(Map(values.into_iter().map(entry).collect()));
    }
    let item = |value: TypeValue<'t>| match value.id {
        None => short(value.value, value.synonyms),
        Some(id) => {
            let synonyms = (!value.synonyms.is_empty()).then(|| Node::texts(value.synonyms));
            Node::Map(Map::default().with("id", Node::text(id)).with("value", Node::text(value.value)).with("synonyms", synonyms))
        }
    };
    Node::List(values.into_iter().map(item).collect())
}

/// A value alone, or a list of it and its synonyms. Quotes say of a comma that it belongs to the value.
fn short<'t>(value: &'t str, synonyms: Vec<&'t str>) -> Node<'t> {
    match synonyms.is_empty() {
        true if value.contains(", ") => Node::Quoted(value),
        true => Node::text(value),
        false => Node::texts(std::iter::once(value).chain(synonyms)),
    }
}

/// Values stand in maps from ids in all locales, or in lists: a map that has other ids than that of the first locale becomes a list. Those
/// that have the same ids have them in the same order, as a build does.
pub(super) fn same_form(values: &mut [Option<Node<'_>>]) {
    if values.iter().flatten().count() < 2 {
        return;
    }
    let mut said = values.iter_mut().flatten();
    let places: Option<HashMap<String, usize>> = match said.next() {
        Some(Node::Map(first)) => Some(first.0.iter().enumerate().map(|(at, (id, _))| (id.to_string(), at)).collect()),
        Some(_) => None,
        None => return,
    };
    for node in said {
        let Node::Map(map) = node else { continue };
        match &places {
            Some(places) if map.0.len() == places.len() && map.0.iter().all(|(id, _)| places.contains_key(&**id)) => {
                map.0.sort_by_cached_key(|(id, _)| places[&**id]);
            }
            _ => as_list(node),
        }
    }
}

fn as_list(node: &mut Node<'_>) {
    let Node::Map(map) = std::mem::replace(node, Node::Null) else { return };
    *node = Node::List(map.0.into_iter().map(|(id, said)| with_id(id, said)).collect());
}

fn with_id<'t>(id: Cow<'t, str>, said: Node<'t>) -> Node<'t> {
    let (value, synonyms) = match said {
        Node::List(mut texts) => (texts.remove(0), Some(Node::List(texts))),
        value => (value, None),
    };
    Node::Map(Map::default().with("id", Node::Text(id)).with("value", value).with("synonyms", synonyms))
}

/// A whole number that stays the same when it is read and written.
pub(super) fn number<'t>(value: &'t Value<'t>) -> Option<&'t str> {
    match value {
        Value::NumberLit(number) => number.value.parse::<i64>().is_ok_and(|read| read.to_string() == number.value).then_some(number.value),
        _ => None,
    }
}
