//! What the skill says, as functions.

use super::texts::speech_constant;
use super::writer::{Writer, code};
use crate::skill::{ArgKind, Skill, SpeechText};

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    if skill.speech.is_empty() {
        return;
    }
    out.gap();
    out.line("/// What the skill says. Each text is chosen by the locale of the request when the answer is sent.");
    out.block("pub mod speech", |out| skill.speech.iter().for_each(|text| function(out, text)));
}

fn function(out: &mut Writer, text: &SpeechText<'_>) {
    out.gap();
    let sample = text.locales.iter().flatten().next().map(|first| format!(": {}", code(first.text.value))).unwrap_or_default();
    out.doc(format!("The text {}{sample}", code(text.name.value)));
    let (mut parameters, mut arguments) = (Vec::new(), Vec::new());
    for arg in &text.args {
        let (ty, make) = match arg.kind {
            ArgKind::Text => ("TextArg", "text"),
            ArgKind::Number => ("NumberArg", "number"),
            ArgKind::Date => ("DateArg", "date"),
            ArgKind::Time => ("TimeArg", "time"),
        };
        parameters.push(format!("{}: impl ::core::convert::Into<::sayso::speech::{ty}>", arg.rust));
        arguments.push(format!("::sayso::speech::AnyArg::{make}({})", arg.rust));
    }
    out.block(format!("pub fn {}({}) -> ::sayso::Speech", text.rust.name, parameters.join(", ")), |out| {
        out.line(format!("::sayso::Speech::of(&super::text::{}, [{}])", speech_constant(text), arguments.join(", ")));
    });
}
