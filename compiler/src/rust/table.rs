//! The static tables that the dispatcher reads.

use super::writer::{Writer, literal};
use super::{constant, enum_of, is_plain, texts, token, variants};
use crate::skill::{Intent, Linking, Need, PersistentAttributes, Skill, SpeechText};
use crate::syntax::{AfterError, AttributesKey, Auth, WhenDisabled};

pub(super) fn write(out: &mut Writer, skill: &Skill<'_>) {
    out.line("/// What each intent, slot, type and locale of the skill is.");
    out.between("static SKILL: ::sayso::declare::Skill = ::sayso::declare::Skill {", "};", |out| {
        out.line(format!("application_ids: &{},", list(skill.ids.iter().map(|id| id.value))));
        out.line(format!("locales: &{},", list(skill.locales.iter().map(|locale| locale.tag.value))));
        out.line(format!("launch: {},", auth(skill.launch.auth.value)));
        scopes(out, skill, "launch_scopes", &skill.launch);
        out.between("intents: &[", "],", |out| skill.intents.iter().for_each(|declared| intent(out, skill, declared)));
        needs(out, skill, "requests", "Request", "kind", skill.requests.iter().map(|request| (request.known.kind, &request.need)));
        needs(out, skill, "tasks", "Task", "name", skill.tasks.iter().map(|task| (task.name.value, &task.need)));
        if !skill.interfaces.is_empty() {
            out.line(format!("interfaces: &{},", list(skill.interfaces.iter().map(|interface| interface.kind.value.amazon()))));
        }
        if let Some(kept) = &skill.persistent_attributes {
            out.line(format!("attributes: ::core::option::Option::Some({}),", attributes(kept)));
        }
        if texts::has_prompt(skill) {
            let voice = skill.linking.as_ref().is_some_and(Linking::links_by_voice);
            let link = format!("::sayso::declare::Link {{ prompt: &text::LINK_PROMPT, voice_forward: {voice} }}");
            out.line(format!("link: ::core::option::Option::Some({link}),"));
        }
        token::fields(out, skill);
        for text in skill.speech.iter().filter(|text| is_field(text)) {
            let (field, constant) = (text.name.value, texts::speech_constant(text));
            out.line(format!("{field}: ::core::option::Option::Some(&text::{constant}),"));
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

/// Whether the runtime says the text itself, from the field of the table that has its name.
pub(super) fn is_field(text: &SpeechText<'_>) -> bool {
    matches!(text.name.value, "error" | "consent") && text.args.is_empty()
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

fn attributes(kept: &PersistentAttributes) -> String {
    let key = match kept.key {
        AttributesKey::User => "User",
        AttributesKey::Person => "Person",
        AttributesKey::Device => "Device",
    };
    let mut fields = format!("key: ::sayso::declare::AttributesKey::{key}, ");
    if kept.after_error == AfterError::Save {
        fields.push_str("save_after_error: true, ");
    }
    if kept.when_disabled.value == WhenDisabled::Keep {
        fields.push_str("delete_when_disabled: false, ");
    }
    if let Some(days) = kept.expires_after_days {
        fields.push_str(&format!("expires_after_days: ::core::option::Option::Some({}), ", days.value));
    }
    format!("::sayso::declare::Attributes {{ {fields}..::sayso::declare::Attributes::BASE }}")
}

/// The table of requests or of tasks.
fn needs<'a>(
    out: &mut Writer,
    skill: &Skill<'_>,
    field: &str,
    ty: &str,
    key: &str,
    entries: impl Iterator<Item = (&'a str, &'a Need<'a>)>,
) {
    let entries: Vec<_> = entries.collect();
    if entries.is_empty() {
        return;
    }
    out.between(format!("{field}: &["), "],", |out| {
        for (name, need) in entries {
            let needed = need.auth.value;
            let mut needed = if needed == Auth::None { String::new() } else { format!("auth: {}, ", auth(needed)) };
            if let Some(scopes) = granted(skill, need) {
                needed.push_str(&format!("scopes: &{scopes}, "));
            }
            out.line(format!("::sayso::declare::{ty} {{ {key}: {}, {needed}..::sayso::declare::{ty}::BASE }},", literal(name)));
        }
    });
}

/// Asks for a refresh token (OpenID Connect Core, section 11), and is in no access token of some services.
const FOR_REFRESH: &str = "offline_access";

/// The scopes that a token has to grant, where the skill hears which ones it does.
fn granted(skill: &Skill<'_>, need: &Need<'_>) -> Option<String> {
    let mut scopes = need.scopes.iter().map(|scope| scope.value).filter(|scope| *scope != FOR_REFRESH).peekable();
    (skill.checks_tokens() && need.auth.value != Auth::None && scopes.peek().is_some()).then(|| list(scopes))
}

fn scopes(out: &mut Writer, skill: &Skill<'_>, field: &str, need: &Need<'_>) {
    if let Some(scopes) = granted(skill, need) {
        out.line(format!("{field}: &{scopes},"));
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

#[cfg(test)]
mod tests {
    use crate::{Input, Options, analyze};

    /// Whether the runtime would have users link by voice.
    fn links_by_voice(service: &str) -> bool {
        let text = format!(
            "sayso: 1\nlocales: [en-US]\nskill: {{ name: Hello Friend, invocation: hello friend }}\nspeech: {{ help: Say hello., fallback: Say hello. }}\n\
             account_linking: {{ {service}, client_id: a, client_secret: env:S, client_authentication: http_basic, scopes: [profile], \
             voice_forward: true, prompt: Link your account in the Alexa app. }}\nintents: {{ Hello: {{ auth: required, samples: [say hello] }} }}\n"
        );
        let input = Input::from_text("skill.yaml", text);
        let module = analyze(&input, &Options::default(), |analysis| {
            crate::rust::module(&analysis.skill.unwrap_or_else(|| panic!("{:#?}", analysis.diagnostics)), "skill.yaml")
        });
        assert_eq!(module.matches("voice_forward: ").count(), 1);
        module.contains("voice_forward: true")
    }

    #[test]
    fn users_link_by_voice_with_login_with_amazon_alone() {
        assert!(links_by_voice("provider: login_with_amazon"));
        assert!(links_by_voice("authorization_url: https://www.amazon.com/ap/oa, token_url: https://api.amazon.com/auth/o2/token"));
        assert!(!links_by_voice("authorization_url: https://login.friend.dev/authorize, token_url: https://login.friend.dev/token"));
    }
}
