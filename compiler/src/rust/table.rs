//! The static tables that the dispatcher reads.

use super::writer::{Writer, literal};
use super::{constant, enum_of, is_plain, texts, token, variants};
use crate::skill::{Intent, Need, Skill};
use crate::syntax::Auth;

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    out.line("/// What each intent, slot, type and locale of the skill is.");
    out.between("static SKILL: ::sayso::declare::Skill = ::sayso::declare::Skill {", "};", |out| {
        out.line(format!("application_ids: &{},", list(skill.ids.iter().map(|id| id.value))));
        out.line(format!("locales: &{},", list(skill.locales.iter().map(|locale| locale.tag.value))));
        out.line(format!("launch: {},", auth(skill.launch.auth.value)));
        scopes(out, skill, "launch_scopes", &skill.launch);
        out.between("intents: &[", "],", |out| skill.intents.iter().for_each(|declared| intent(out, skill, declared)));
        if texts::has_prompt(skill) {
            let voice = skill.linking.as_ref().and_then(|linking| linking.voice_forward).is_some_and(|said| said.value);
            let link = format!("::sayso::declare::Link {{ prompt: &text::LINK_PROMPT, voice_forward: {voice} }}");
            out.line(format!("link: ::core::option::Option::Some({link}),"));
        }
        token::fields(out, skill);
        if skill.speech.iter().any(|said| said.name.value == "error" && said.args.is_empty()) {
            out.line("error: ::core::option::Option::Some(&text::SPEECH_ERROR),");
        }
        out.line("..::sayso::declare::Skill::BASE");
    });
    for declared in &skill.types {
        let Some(values) = variants(declared) else { continue };
        out.gap();
        out.between(
            format!("static {}: ::sayso::declare::Type = ::sayso::declare::Type {{", type_constant(&declared.rust.name)),
            "};",
            |out| {
                out.line(format!("name: {},", literal(declared.name.value)));
                out.between("ids: &[", "],", |out| values.iter().for_each(|value| out.line(format!("{},", literal(value.id.value)))));
            },
        );
    }
}

/// The table of a type.
pub(super) fn type_constant(rust: &str) -> String {
    format!("TYPE_{}", constant(&crate::names::value_name(rust)))
}

fn list<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", texts.map(literal).collect::<Vec<_>>().join(", "))
}

fn auth(auth: Auth) -> &'static str {
    match auth {
        Auth::None => "::sayso::declare::Auth::None",
        Auth::Optional => "::sayso::declare::Auth::Optional",
        Auth::Required => "::sayso::declare::Auth::Required",
    }
}

/// Asks for a refresh token (OpenID Connect Core, section 11), and is in no access token of some services.
const FOR_REFRESH: &str = "offline_access";

/// The scopes that a token has to grant, where the skill hears which ones it does.
fn scopes(out: &mut Writer, skill: &Skill<'_>, field: &str, need: &Need<'_>) {
    let mut scopes = need.scopes.iter().map(|scope| scope.value).filter(|scope| *scope != FOR_REFRESH).peekable();
    if skill.checks_tokens() && need.auth.value != Auth::None && scopes.peek().is_some() {
        out.line(format!("{field}: &{},", list(scopes)));
    }
}

fn intent(out: &mut Writer, skill: &Skill<'_>, intent: &Intent<'_>) {
    out.between("::sayso::declare::Intent {", "},", |out| {
        out.line(format!("name: {},", literal(intent.name.value)));
        if intent.need.auth.value != Auth::None {
            out.line(format!("auth: {},", auth(intent.need.auth.value)));
        }
        scopes(out, skill, "scopes", &intent.need);
        if intent.is_manual() {
            out.line("dialog: ::sayso::declare::Dialog::Manual,");
        } else if intent.has_dialog() {
            out.line("dialog: ::sayso::declare::Dialog::Delegated,");
        }
        if !intent.slots.is_empty() {
            out.between("slots: &[", "],", |out| slots(out, skill, intent));
        }
        out.line("..::sayso::declare::Intent::BASE");
    });
}

fn slots(out: &mut Writer, skill: &Skill<'_>, intent: &Intent<'_>) {
    for slot in &intent.slots {
        let mut fields = format!("name: {}, ", literal(slot.name.value));
        if is_plain(intent, slot) {
            fields.push_str("required: true, ");
        }
        if texts::has_ask(skill, intent, slot) {
            fields.push_str(&format!("ask: ::core::option::Option::Some(&text::{}), ", texts::ask_constant(intent, slot)));
        }
        if let Some(declared) = enum_of(skill, slot) {
            fields.push_str(&format!("of: ::core::option::Option::Some(&{}), ", type_constant(&declared.rust.name)));
        }
        out.line(format!("::sayso::declare::Slot {{ {fields}..::sayso::declare::Slot::BASE }},"));
    }
}
