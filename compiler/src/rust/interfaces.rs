//! What the skill's interfaces, events, connections and tasks bring: the runtime's modules for them, and the types that own accounts.

use super::writer::{Writer, code};
use crate::skill::Skill;
use crate::syntax::InterfaceKind;

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    let modules = modules(skill);
    if !modules.is_empty() {
        out.gap();
    }
    modules.iter().for_each(|module| out.line(format!("pub use ::sayso::generated::{module};")));
    for task in &skill.tasks {
        out.gap();
        out.doc(format!("The task {}, as the owner of a linked account.", code(task.name.value)));
        out.line(format!("pub enum {} {{}}", task.rust_type));
    }
}

/// The runtime's modules that the declaration brings within reach, in the order of their names.
fn modules(skill: &Skill<'_>) -> Vec<&'static str> {
    let directives = skill.interfaces.iter().filter_map(|interface| match interface.kind.value {
        InterfaceKind::VideoApp => Some("video_app"),
        InterfaceKind::GadgetController => Some("gadget_controller"),
        _ => None,
    });
    let tasks = skill.tasks.first().map(|_| "task");
    let mut modules: Vec<&str> = skill.requests.iter().map(|request| request.known.module).chain(directives).chain(tasks).collect();
    modules.sort_unstable();
    modules.dedup();
    modules
}
