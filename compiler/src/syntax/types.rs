//! `types:`: slot types. Their values stay in the tree until they are lowered: there can be tens of thousands.

use super::{List, Read, Reader, block};
use crate::nearest::nearest;
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Entry, Kind, Value};

block! {
    /// The long form of a slot type.
    SlotTypeDecl "a slot type" {
        /// The values: a list, or a map from ids.
        @locale values "values": TypeValues<'t>,
        /// The catalog that supplies the values (`amzn1.ask.interactionModel.catalog.…`).
        @locale catalog "catalog": Text<'t>,
        /// The catalog's version, in quotes.
        @locale version "version": Text<'t>,
        /// The locales that have this type, where not all do.
        locales "locales": List<Text<'t>>,
        /// The ids are written as numbers, as some tools do; Amazon takes them as texts.
        @locale numeric_ids "numeric_ids": Spanned<bool>,
        /// The values are written as those of an inline supplier. (Amazon: `valueSupplier` of the type `InlineValueSupplier`.)
        @locale inline_supplier "inline_supplier": Spanned<bool>,
        /// The type is text in Rust, with the resolved id, instead of an enum.
        text "text": Spanned<bool>,
        /// What the type is called in Rust.
        rust "rust": Text<'t>,
    }
}

/// What tells the long form of a type from a map of its values.
pub(crate) const LONG: &[&str] = &["values", "catalog", "numeric_ids", "inline_supplier"];

/// A slot type: a list of values, a map from ids to values, or the long form, which has one of the keys that tell it.
#[derive(Clone)]
pub(crate) struct SlotTypeBlock<'t> {
    pub decl: Box<SlotTypeDecl<'t>>,
}

impl<'t> Read<'t> for SlotTypeBlock<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let long = match value.kind() {
            Kind::Mapping(mut entries) => entries.any(|entry| LONG.contains(&entry.key.value) || is_misspelt(&entry)),
            _ => false,
        };
        let decl = if long {
            SlotTypeDecl::read(key, value, cx)?
        } else {
            let mut decl = SlotTypeDecl::empty(key);
            decl.values = TypeValues::read(key, value, cx);
            decl
        };
        Some(SlotTypeBlock { decl: Box::new(decl) })
    }
}

/// Whether the entry is `values` misspelt: it holds ids, which no value of a type does.
fn is_misspelt(entry: &Entry<'_>) -> bool {
    let Kind::Mapping(mut ids) = entry.value.kind() else { return false };
    let meant = nearest(entry.key.value, ["values"]).is_some();
    meant && !ids.any(|id| TypeValueBlock::KEYS.contains(&id.key.value))
}

/// Values, not yet read: a list or a map.
#[derive(Clone, Copy)]
pub(crate) struct TypeValues<'t> {
    pub value: Value<'t>,
}

impl<'t> Read<'t> for TypeValues<'t> {
    fn read(_: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        match value.kind() {
            Kind::Sequence(_) | Kind::Mapping(_) | Kind::Null => Some(TypeValues { value }),
            _ => {
                cx.wrong_kind(value, "a list of values, or a map from ids to values");
                None
            }
        }
    }
}

block! {
    /// One value of a slot type: a text, a list of the value and its synonyms, or more.
    TypeValueBlock "a value" {
        /// The value.
        @part value "value": Text<'t>,
        /// Other words for it.
        @part synonyms "synonyms": List<Text<'t>>,
        /// The id that the handler sees, in a list of values; in a map the key is the id.
        @part id "id": Text<'t>,
        /// The locales that have this value, where not all do.
        locales "locales": List<Text<'t>>,
        /// What the value is called in Rust.
        rust "rust": Text<'t>,
    }
}
