//! The answer to a user whose account is missing or is rejected, and how it goes on once it is there.

use serde_json::{Map, Value, json};

use crate::card::Card;
use crate::declare::{Intent, Link, Skill};
use crate::directive::Directive;
use crate::generated::Entry;
use crate::response::Response;
use crate::speech::Speech;
use crate::wire::{Envelope, slots};

/// Amazon says that a connection gives its token back, and not how long one may be; other tokens of Alexa's may have 1,024 characters.
const LONGEST: usize = 1024;

/// The prompt, with the card and the end of the session.
pub(crate) fn card(link: &'static Link) -> Response {
    Response::tell(prompt(link)).card(Card::link_account())
}

/// The prompt, with the connection that links by voice. The session comes back from it as a `SessionResumedRequest`, with the same token.
pub(crate) fn connection(link: &'static Link, wish: &str) -> Response {
    let connection = Directive::from_json(json!({
        "type": "Connections.StartConnection",
        "uri": "connection://AMAZON.AskForAccountLinking/1",
        "input": {"@type": "AskForAccountLinking", "@version": "1"},
        "onCompletion": "RESUME_SESSION",
        "token": wish,
    }));
    match connection {
        Ok(connection) => Response::idle(prompt(link)).directive(connection),
        Err(_) => card(link),
    }
}

fn prompt(link: &'static Link) -> Speech {
    Speech::with_args(link.prompt, Vec::new())
}

/// What the user wanted, as a connection's token: the launch, or an intent with what was said for its slots. Of what is too long, less
/// is kept; it is asked for again.
pub(crate) fn wish(body: &[u8], entry: Entry<'_>, intent: Option<&'static Intent>) -> String {
    let Some(intent) = intent else {
        return match entry {
            Entry::Launch => json!({"sayso": "launch"}).to_string(),
            // Nothing of it can be said again: it reaches `other`.
            _ => "link-account".to_owned(),
        };
    };
    let envelope: Value = serde_json::from_slice(body).unwrap_or_default();
    let slots = &envelope["request"]["intent"]["slots"];
    let keeping = |members: &[&str]| json!({"sayso": "intent", "name": intent.name, "slots": said(intent, slots, members)}).to_string();
    let fits = [SAID, WORDS].into_iter().map(keeping).find(|wish| wish.len() <= LONGEST);
    fits.unwrap_or_else(|| keeping(&[]))
}

/// The members of a slot that say what the user said, and what was understood.
const SAID: &[&str] = &["value", "slotValue", "resolutions"];
/// Those with the words alone.
const WORDS: &[&str] = &["value", "slotValue"];

/// Of the declared slots, those in which something was said, with these members of theirs.
fn said(intent: &Intent, slots: &Value, members: &[&str]) -> Map<String, Value> {
    let of = |slot: &Value| -> Map<String, Value> {
        let there = members.iter().filter_map(|member| Some(((*member).to_owned(), slot.get(member)?.clone())));
        there.filter(|(_, said)| !said.is_null()).collect()
    };
    let slots = intent.slots.iter().map(|declared| (declared.name.to_owned(), of(&slots[declared.name])));
    slots.filter(|(_, said)| !said.is_empty()).map(|(name, said)| (name, said.into())).collect()
}

/// The whole intent, as a directive has it. Nothing is confirmed in it: who was away confirms anew.
fn whole(intent: &Intent, said: &Map<String, Value>) -> Value {
    let slot = |name: &str| {
        let mut slot = said.get(name).cloned().unwrap_or_else(|| json!({}));
        slot["name"] = name.into();
        slot["confirmationStatus"] = "NONE".into();
        slot
    };
    let slots: Map<String, Value> = intent.slots.iter().map(|declared| (declared.name.to_owned(), slot(declared.name))).collect();
    json!({"name": intent.name, "confirmationStatus": "NONE", "slots": slots})
}

/// What the user wanted before they linked their account.
pub(crate) enum Wish<'a> {
    Launch,
    Intent(Asked<'a>),
}

/// An intent that was asked for in another request.
pub(crate) struct Asked<'a> {
    pub(crate) place: usize,
    pub(crate) declared: &'static Intent,
    pub(crate) slots: slots::Intent<'a>,
    /// The same, for the directives that go on with it.
    pub(crate) json: Value,
}

/// The wish that a session is resumed with, if the token is one of this module's. It comes from outside: only what is declared counts.
pub(crate) fn resumed<'a>(skill: &'static Skill, envelope: &'a Envelope<'a>) -> Option<Wish<'a>> {
    let is_resumed = envelope.request.kind.filled() == Some("SessionResumedRequest");
    if !is_resumed || !skill.link.as_ref()?.voice_forward {
        return None;
    }
    let token = envelope.request.resumed_token().filter(|token| token.len() <= LONGEST)?;
    let json: Value = serde_json::from_str(token).ok()?;
    match json["sayso"].as_str()? {
        "launch" => Some(Wish::Launch),
        "intent" => asked(skill, token, &json).map(Wish::Intent),
        _ => None,
    }
}

/// The token has the name and the slots where an intent of a request has them, so it is read as one.
fn asked<'a>(skill: &'static Skill, token: &'a str, json: &Value) -> Option<Asked<'a>> {
    let slots: slots::Intent<'a> = serde_json::from_str(token).ok()?;
    let place = skill.intent(slots.name.get()?)?;
    let declared = skill.intents.get(place)?;
    let json = whole(declared, &said(declared, &json["slots"], SAID));
    Some(Asked { place, declared, slots: slots.unconfirmed(), json })
}
