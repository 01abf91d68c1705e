//! The one way from the runtime's dispatcher to the handlers.

use super::is_plain;
use super::writer::Writer;
use crate::skill::{Intent, Skill};
use crate::syntax::Auth;

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    out.gap();
    out.line("/// Opens the gate to the linked account. It exists only inside this module.");
    out.line("struct Key;");
    out.gap();
    out.line("/// The one way from the runtime's dispatcher to the handlers.");
    out.line("struct Door<H>(H);");
    out.gap();
    out.block("impl<H: Handlers> ::sayso::generated::Dispatch for Door<H>", |out| {
        out.line("type Key = Key;");
        out.gap();
        out.block("fn skill(&self) -> &'static ::sayso::declare::Skill", |out| out.line("&SKILL"));
        out.gap();
        out.block("fn dispatch<'a>(&'a self, turn: ::sayso::generated::Turn<'a, Key>) -> ::sayso::generated::Outcome<'a>", |out| {
            out.line("let handlers = &self.0;");
            out.block("match turn.entry()", |out| arms(out, skill));
        });
    });
}

fn arms(out: &mut Writer, skill: &Skill<'_>) {
    arm(out, "Launch", "launch", skill.launch.auth.value, "Launch", None);
    for (place, intent) in skill.intents.iter().enumerate() {
        let value = intent.has_fields().then_some(intent);
        arm(out, &format!("Intent({place})"), &intent.rust.name, intent.need.auth.value, &intent.rust_type, value);
    }
    out.line("::sayso::generated::Entry::SessionEnded(ended) => ::sayso::generated::run_ended(handlers.session_ended(turn.cx, ended)),");
    out.line("::sayso::generated::Entry::Other(request) => ::sayso::generated::run(handlers.other(turn.cx, request)),");
    out.line("::sayso::generated::Entry::Intent(_) => ::core::result::Result::Err(::sayso::generated::Halt::Unknown),");
}

fn arm(out: &mut Writer, entry: &str, method: &str, auth: Auth, ty: &str, value: Option<&Intent<'_>>) {
    let mut arguments = String::from("turn.cx");
    if value.is_some() {
        arguments.push_str(", intent");
    }
    if auth != Auth::None {
        arguments.push_str(", linked.account()");
    }
    let call = format!("::sayso::generated::run(handlers.{method}({arguments}))");
    if value.is_none() && auth == Auth::None {
        out.line(format!("::sayso::generated::Entry::{entry} => {call},"));
        return;
    }
    out.block(format!("::sayso::generated::Entry::{entry} =>"), |out| {
        match auth {
            Auth::None => {}
            Auth::Optional => out.line("let linked = turn.maybe_linked(Key);"),
            Auth::Required => out.line("let linked = turn.linked(Key)?;"),
        }
        if let Some(intent) = value {
            out.between(format!("let intent = {ty} {{"), "};", |out| fields(out, intent));
        }
        out.line(call);
    });
}

fn fields(out: &mut Writer, intent: &Intent<'_>) {
    for (place, slot) in intent.slots.iter().enumerate() {
        // Hundreds of needless `?` are what takes longest to compile in a large skill.
        let read = if is_plain(intent, slot) { format!("turn.required({place})?") } else { format!("turn.slot({place})") };
        out.line(format!("{}: {read},", slot.rust.name));
    }
    if intent.confirmed {
        out.line("confirmation: turn.confirmation(),");
    }
}
