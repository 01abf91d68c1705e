//! Alexa's own services, for the permissions that the skill declares.

use super::writer::{Writer, literal};
use crate::skill::Skill;

/// Hands the names to the runtime, which knows the permissions that its calls need, and whether it has calls at all: a crate without the
/// feature `services` gets nothing.
pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    out.gap();
    out.line("// Alexa's own services, as `services(cx)`: a call whose permission is not among these does not compile.");
    match skill.permissions[..] {
        [] => out.line("::sayso::__services! {}"),
        _ => out.between("::sayso::__services! {", "}", |out| skill.permissions.iter().for_each(|name| out.line(literal(name.value)))),
    }
}
