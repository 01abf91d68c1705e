//! Intents, slots and slot types, as the union over all locales: what Rust sees.

use super::{LocaleSet, Need};
use crate::builtin;
use crate::source::{Span, Spanned, Text};
use crate::syntax::Delegation;

/// The field with what the user said when asked to confirm the intent.
pub const CONFIRMATION: &str = "confirmation";

/// An intent.
#[derive(Clone, Debug)]
pub struct Intent<'s> {
    /// Its name, and the place of the name; one that is there unasked has the place of the file's top.
    pub name: Text<'s>,
    /// Whether the file lists it, or it is there unasked.
    pub declared: bool,
    /// What is known of it when it is one of Amazon's.
    pub builtin: Option<&'static builtin::Intent>,
    /// What it needs of the account.
    pub need: Need<'s>,
    /// Who leads its dialog, where the file says it.
    pub delegation: Option<Spanned<Delegation>>,
    /// Whether the user confirms it before it is handled. Its type has the field [`CONFIRMATION`] then.
    pub confirmed: bool,
    /// Whether the model has a dialog for it, in which Alexa asks nothing by itself: the skill leads it by directives.
    pub directed: bool,
    /// Its slots, in written order.
    pub slots: Vec<Slot<'s>>,
    /// Its keys with something that could not be read, which has been reported.
    pub unread: Vec<&'static str>,
    /// The locales that have it.
    pub locales: LocaleSet,
    /// Whether it may be without samples.
    pub dialog_only: bool,
    /// What its handler is called in Rust.
    pub rust: Rust<'s>,
    /// What its type is called in Rust.
    pub rust_type: String,
}

impl Intent<'_> {
    /// Whether it is one of Amazon's.
    pub fn is_builtin(&self) -> bool {
        self.name.value.starts_with("AMAZON.")
    }

    /// Whether the runtime leads the dialog: it lets Alexa ask until the slots are filled and confirmed.
    pub fn has_managed_dialog(&self) -> bool {
        !self.is_manual() && self.has_dialog()
    }

    /// Whether the skill leads the dialog itself.
    pub fn is_manual(&self) -> bool {
        self.directed || self.delegation.is_some_and(|said| said.value == Delegation::Manual)
    }

    /// Whether the interaction model has a dialog for it.
    pub fn has_dialog(&self) -> bool {
        self.directed || self.confirmed || self.delegation.is_some() || self.slots.iter().any(|slot| slot.has_dialog)
    }

    /// Whether the handler gets a value: slots or a confirmation.
    pub fn has_fields(&self) -> bool {
        self.confirmed || !self.slots.is_empty()
    }
}

/// A slot of an intent.
#[derive(Clone, Debug)]
pub struct Slot<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// Its type, where all locales agree.
    pub kind: Option<Text<'s>>,
    /// Whether the dialog guarantees it in every locale that has the intent.
    pub required: bool,
    /// Whether any locale lets it have several values.
    pub multiple: bool,
    /// Whether any locale has a dialog for it.
    pub has_dialog: bool,
    /// The locales that have it.
    pub locales: LocaleSet,
    /// What its field is called in Rust.
    pub rust: Rust<'s>,
}

/// A slot type that the skill declares or extends.
#[derive(Clone, Debug)]
pub struct SlotType<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// The ids of all its values in all locales, in written order; empty where values have none.
    pub ids: Vec<ValueId<'s>>,
    /// Whether every value of every locale has an id.
    pub all_have_ids: bool,
    /// Where there are no ids: the values that all locales share, else empty.
    pub values: Vec<ValueId<'s>>,
    /// Whether a catalog supplies the values in any locale.
    pub has_catalog: bool,
    /// Whether the file wants text instead of an enum in Rust.
    pub text: bool,
    /// The locales that have it.
    pub locales: LocaleSet,
    /// What its enum is called in Rust.
    pub rust: Rust<'s>,
}

/// The most variants that an enum may have; a larger type is text in Rust.
pub const LARGEST_ENUM: usize = 256;

impl SlotType<'_> {
    /// Whether it becomes an enum in Rust, rather than text with the resolved id.
    pub fn is_enum(&self) -> bool {
        !self.is_builtin() && !self.text && !self.has_catalog && (1..=LARGEST_ENUM).contains(&self.variants().len())
    }

    /// What tells its values apart in all locales: their ids, or the values where there are no ids.
    pub fn variants(&self) -> &[ValueId<'_>] {
        if self.all_have_ids { &self.ids } else { &self.values }
    }

    /// Whether it extends one of Amazon's.
    pub fn is_builtin(&self) -> bool {
        self.name.value.starts_with("AMAZON.")
    }
}

/// What tells one value of a type from the others, and its name in Rust.
#[derive(Clone, Debug)]
pub struct ValueId<'s> {
    /// The id, or the value where there are no ids.
    pub id: Text<'s>,
    /// What the variant is called in Rust.
    pub rust: Rust<'s>,
}

/// A name in Rust.
#[derive(Clone, Debug)]
pub struct Rust<'s> {
    /// The identifier.
    pub name: String,
    /// Where the file says it.
    pub said: Option<Text<'s>>,
    /// The place to blame for it.
    pub span: Span,
}
