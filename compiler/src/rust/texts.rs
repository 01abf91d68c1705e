//! The texts themselves: distinct versions, and which of them each locale says.

use super::constant;
use super::writer::{Writer, literal};
use crate::skill::{Intent, Model, Piece, Prompt, Skill, Slot, SpeechText, Variation};
use crate::source::Text;

/// One way to say something: pieces, written in Rust.
type Said = Vec<String>;

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    if skill.speech.is_empty() && !has_prompt(skill) && !skill.intents.iter().any(|intent| asks(skill, intent).next().is_some()) {
        return;
    }
    out.gap();
    out.line("/// The texts themselves: distinct versions, and which of them each locale says. Literals are finished SSML.");
    out.block("mod text", |out| {
        // A skill may have no text with an argument, or none without one.
        out.line("#[allow(unused_imports)]");
        out.line("use ::sayso::declare::Piece::{Arg, Ssml};");
        out.line("use ::sayso::declare::Text;");
        if has_prompt(skill) {
            let said = skill.linking_prompts.iter().map(|prompt| prompt.map(|prompt| vec![plain(prompt)]).unwrap_or_default());
            text(out, "LINK_PROMPT", "account_linking.prompt", said.collect());
        }
        for intent in &skill.intents {
            for (slot, said) in asks(skill, intent) {
                let path = format!("intents.{}.slots.{}.ask", intent.name.value, slot.name.value);
                text(out, &ask_constant(intent, slot), &path, said);
            }
        }
        for speech in &skill.speech {
            let said = speech.locales.iter().map(|variations| variations.iter().map(pieces).collect()).collect();
            text(out, &speech_constant(speech), &format!("speech.{}", speech.name.value), said);
        }
    });
}

pub(super) fn has_prompt(skill: &Skill<'_>) -> bool {
    skill.linking_prompts.iter().any(Option::is_some)
}

pub(super) fn has_ask(skill: &Skill<'_>, intent: &Intent<'_>, slot: &Slot<'_>) -> bool {
    slot.required
        && skill.models.iter().any(|model| elicitation(skill, intent, model, slot).is_some_and(|prompt| !prompt.variations.is_empty()))
}

pub(super) fn ask_constant(intent: &Intent<'_>, slot: &Slot<'_>) -> String {
    format!("ASK_{}_{}", constant(&intent.rust.name), constant(&slot.rust.name))
}

pub(super) fn speech_constant(text: &SpeechText<'_>) -> String {
    format!("SPEECH_{}", constant(&text.rust.name))
}

/// The slots of an intent that the runtime may have to ask for again, with what it asks in each locale.
fn asks<'a, 's>(skill: &'a Skill<'s>, intent: &'a Intent<'s>) -> impl Iterator<Item = (&'a Slot<'s>, Vec<Vec<Said>>)> {
    intent.slots.iter().filter(|slot| slot.required).filter_map(move |slot| {
        let in_locale = |locale| skill.model(locale).map(|model| asked(skill, intent, model, slot)).unwrap_or_default();
        let said: Vec<Vec<Said>> = (0..skill.locales.len()).map(in_locale).collect();
        said.iter().any(|variations| !variations.is_empty()).then_some((slot, said))
    })
}

fn asked(skill: &Skill<'_>, intent: &Intent<'_>, model: &Model<'_>, slot: &Slot<'_>) -> Vec<Said> {
    let prompt = elicitation(skill, intent, model, slot);
    prompt.iter().flat_map(|prompt| &prompt.variations).map(|variation| prompt_pieces(intent, *variation)).collect()
}

/// What `model` asks for one of the intent's slots.
fn elicitation<'a, 's>(skill: &Skill<'s>, intent: &Intent<'s>, model: &'a Model<'s>, slot: &Slot<'s>) -> Option<&'a Prompt<'s>> {
    model.intent_at(skill.intents.element_offset(intent)?)?.slot(slot.name.value)?.elicitation.as_ref()
}

/// A prompt names slots as `{slot}`; the runtime says what the user said for them.
fn prompt_pieces(intent: &Intent<'_>, text: Text<'_>) -> Said {
    let ssml = text.value.trim_start().starts_with("<speak>");
    let mut pieces = Vec::new();
    let mut rest = inner(text.value, ssml);
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        push_literal(&mut pieces, before, ssml);
        match intent.slots.iter().position(|slot| slot.name.value == name.trim()) {
            Some(place) => pieces.push(format!("Arg({place})")),
            None => push_literal(&mut pieces, &format!("{{{name}}}"), ssml),
        }
        rest = after;
    }
    push_literal(&mut pieces, rest, ssml);
    pieces
}

fn pieces(variation: &Variation<'_>) -> Said {
    let last = variation.pieces.len().saturating_sub(1);
    let mut said = Vec::new();
    for (at, piece) in variation.pieces.iter().enumerate() {
        match piece {
            Piece::Arg(index) => said.push(format!("Arg({index})")),
            Piece::Literal(text) => {
                let mut text = *text;
                if variation.ssml && at == 0 {
                    text = text.trim_start().strip_prefix("<speak>").unwrap_or(text);
                }
                if variation.ssml && at == last {
                    text = text.trim_end().strip_suffix("</speak>").unwrap_or(text);
                }
                push_literal(&mut said, text, variation.ssml);
            }
        }
    }
    said
}

fn plain(text: Text<'_>) -> Said {
    let ssml = text.value.trim_start().starts_with("<speak>");
    let mut said = Vec::new();
    push_literal(&mut said, inner(text.value, ssml), ssml);
    said
}

/// What stands inside `<speak>…</speak>`; the runtime puts that around every answer.
fn inner(text: &str, ssml: bool) -> &str {
    if !ssml {
        return text;
    }
    let text = text.trim();
    let text = text.strip_prefix("<speak>").unwrap_or(text);
    text.strip_suffix("</speak>").unwrap_or(text)
}

fn push_literal(said: &mut Said, text: &str, ssml: bool) {
    if text.is_empty() {
        return;
    }
    let escaped = if ssml { text.to_owned() } else { text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;") };
    said.push(format!("Ssml({})", literal(&escaped)));
}

/// One static text: what each locale says, equal versions told once.
fn text(out: &mut Writer, name: &str, key: &str, locales: Vec<Vec<Said>>) {
    let mut versions: Vec<&Vec<Said>> = Vec::new();
    let mut by_locale = Vec::new();
    for said in &locales {
        let at = versions.iter().position(|version| *version == said).unwrap_or_else(|| {
            versions.push(said);
            versions.len() - 1
        });
        by_locale.push(at.to_string());
    }
    out.gap();
    out.between(format!("pub(super) static {name}: Text = Text {{"), "};", |out| {
        out.line(format!("key: {},", literal(key)));
        out.between("versions: &[", "],", |out| {
            for version in versions {
                let variations: Vec<String> = version.iter().map(|said| format!("&[{}]", said.join(", "))).collect();
                out.line(format!("&[{}],", variations.join(", ")));
            }
        });
        out.line(format!("by_locale: &[{}],", by_locale.join(", ")));
    });
}
