//! The enum of each custom slot type whose values are few enough.

use super::table::type_constant;
use super::variants;
use super::writer::{Writer, code};
use crate::skill::Skill;

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    for declared in &skill.types {
        let Some(values) = variants(declared) else { continue };
        let by = if declared.all_have_ids { "id" } else { "value" };
        let name = &declared.rust.name;
        out.gap();
        out.doc(format!("The type {}, by {by}.", code(declared.name.value)));
        out.line("#[derive(Clone, Copy, Debug, PartialEq, Eq)]");
        out.block(format!("pub enum {name}"), |out| {
            for value in values {
                out.doc(format!("The {by} {}.", code(value.id.value)));
                out.line(format!("{},", value.rust.name));
            }
        });
        out.gap();
        out.block(format!("impl ::sayso::slot::Custom for {name}"), |out| {
            out.line(format!("const TYPE: &'static ::sayso::declare::Type = &{};", type_constant(name)));
            out.between("const VALUES: &'static [Self] = &[", "];", |out| {
                values.iter().for_each(|value| out.line(format!("Self::{},", value.rust.name)));
            });
        });
    }
}
