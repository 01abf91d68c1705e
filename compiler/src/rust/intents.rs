//! The type of each intent: a struct of its slots, or a type without values that only marks accounts.

use super::writer::{Writer, code};
use super::{constant, enum_of, is_plain};
use crate::builtin::{self, Gives};
use crate::skill::{CONFIRMATION, Intent, Skill, Slot};

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    out.gap();
    out.line("/// The launch of the skill, as the owner of a linked account.");
    out.line("pub enum Launch {}");
    for (place, intent) in skill.intents.iter().enumerate() {
        out.gap();
        out.doc(format!("The intent {}.", code(intent.name.value)));
        if !intent.has_fields() {
            out.line(format!("pub enum {} {{}}", intent.rust_type));
            continue;
        }
        out.line("#[derive(Debug)]");
        out.block(format!("pub struct {}", intent.rust_type), |out| fields(out, skill, intent));
        if intent.has_dialog() {
            dialog(out, intent, place);
        }
    }
}

fn fields(out: &mut Writer, skill: &Skill<'_>, intent: &Intent<'_>) {
    for slot in &intent.slots {
        let of = slot.kind.map(|kind| format!(", of type {}", code(kind.value))).unwrap_or_default();
        out.doc(format!("The slot {}{of}.", code(slot.name.value)));
        out.line(format!("pub {}: {},", slot.rust.name, type_of(skill, intent, slot)));
    }
    if intent.confirmed {
        out.line("/// What the user said when asked to confirm the intent.");
        out.line(format!("pub {CONFIRMATION}: ::sayso::Confirmation,"));
    }
}

/// The Rust type of a slot's field.
fn type_of(skill: &Skill<'_>, intent: &Intent<'_>, slot: &Slot<'_>) -> String {
    let value = value_type(skill, slot);
    let plain = is_plain(intent, slot);
    match (value, slot.multiple, plain) {
        (None, true, _) => "::std::vec::Vec<::sayso::slot::Words>".to_owned(),
        (None, false, true) => "::sayso::slot::Words".to_owned(),
        (None, false, false) => "::core::option::Option<::sayso::slot::Words>".to_owned(),
        (Some(value), true, true) => format!("::std::vec::Vec<::sayso::slot::Known<{value}>>"),
        (Some(value), true, false) => format!("::std::vec::Vec<::sayso::slot::Heard<{value}>>"),
        (Some(value), false, true) => format!("::sayso::slot::Known<{value}>"),
        (Some(value), false, false) => format!("::core::option::Option<::sayso::slot::Heard<{value}>>"),
    }
}

/// What the words of a slot become; `None` stays words.
fn value_type(skill: &Skill<'_>, slot: &Slot<'_>) -> Option<String> {
    if let Some(declared) = enum_of(skill, slot) {
        return Some(declared.rust.name.clone());
    }
    let builtin = builtin::slot_type(slot.kind?.value)?;
    let name = match builtin.gives {
        Gives::Date => "::sayso::slot::Date",
        Gives::Time => "::sayso::slot::Time",
        Gives::Duration => "::sayso::slot::Duration",
        Gives::Number | Gives::Ordinal => "i64",
        Gives::FourDigits => "::sayso::slot::FourDigits",
        Gives::Text | Gives::Phrase | Gives::Listed => return None,
    };
    Some(name.to_owned())
}

fn dialog(out: &mut Writer, intent: &Intent<'_>, place: usize) {
    out.gap();
    out.block(format!("impl {}", intent.rust_type), |out| {
        for (place, slot) in intent.slots.iter().enumerate() {
            out.doc(format!("The slot {}, to ask for it or to have it confirmed.", code(slot.name.value)));
            let name = constant(&slot.rust.name);
            out.line(format!("pub const {name}: ::sayso::DialogSlot<Self> = ::sayso::DialogSlot::new({place});"));
        }
    });
    out.gap();
    out.block(format!("impl ::sayso::generated::Dialog for {}", intent.rust_type), |out| {
        out.line(format!("const INTENT: &'static ::sayso::declare::Intent = &SKILL.intents[{place}];"));
    });
}
