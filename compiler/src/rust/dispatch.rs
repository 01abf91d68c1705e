//! The one way from the runtime's dispatcher to the handlers.

use super::is_plain;
use super::methods::{Method, Value};
use super::writer::Writer;
use crate::skill::{CONFIRMATION, Intent};
use crate::syntax::Auth;

pub(super) fn write(out: &mut Writer, methods: &[Method<'_, '_>]) {
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
            out.block("match turn.entry()", |out| {
                methods.iter().for_each(|method| arm(out, method));
                rest(out);
            });
        });
    });
}

/// The entries that every skill has.
fn rest(out: &mut Writer) {
    for (entry, run, method) in [
        ("SessionEnded(ended)", "run_as", "session_ended(turn.cx, ended)"),
        ("ExceptionEncountered(exception)", "run_as", "exception_encountered(turn.cx, exception)"),
        ("Other(request)", "run", "other(turn.cx, request)"),
    ] {
        out.line(format!("::sayso::generated::Entry::{entry} => ::sayso::generated::{run}(handlers.{method}),"));
    }
    out.line("_ => ::core::result::Result::Err(::sayso::generated::Halt::Unknown),");
}

fn arm(out: &mut Writer, method: &Method<'_, '_>) {
    let mut arguments = String::from("turn.cx");
    if let Some(value) = method.value {
        arguments.push_str(", ");
        arguments.push_str(value.name());
    }
    if method.auth() != Auth::None {
        arguments.push_str(", linked.account()");
    }
    let run = if method.answer.is_some() { "run_as" } else { "run" };
    let call = format!("::sayso::generated::{run}(handlers.{}({arguments}))", method.name);
    if method.value.is_none() && method.auth() == Auth::None {
        out.line(format!("::sayso::generated::Entry::{} => {call},", method.entry));
        return;
    }
    out.block(format!("::sayso::generated::Entry::{} =>", method.entry), |out| {
        match method.auth() {
            Auth::None => {}
            Auth::Optional => out.line("let linked = turn.maybe_linked(Key);"),
            Auth::Required => out.line("let linked = turn.linked(Key)?;"),
        }
        match method.value {
            None => {}
            Some(Value::Intent(intent)) => {
                out.between(format!("let intent = {} {{", method.owner), "};", |out| fields(out, intent));
            }
            Some(value) => out.line(format!("let {} = turn.request();", value.name())),
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
        out.line(format!("{CONFIRMATION}: turn.confirmation(),"));
    }
}
