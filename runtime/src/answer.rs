//! A response as Alexa takes it: checked, then written.

use serde::Serialize;
use serde_json::Value;

use crate::chance::Pick;
use crate::declare::{Intent, Skill};
use crate::dialog::Current;
use crate::directive::Directive;
use crate::generated::Extra;
use crate::guard::Guard;
use crate::leaking;
use crate::legal::{self, Kind};
use crate::response::{Ending, Response};
use crate::session::ToSend;
use crate::speech::{Speech, ssml};

/// Most answers fit.
const ROOM: usize = 1000;

const MAX_RESPONSE: usize = 120 * 1024;
const LARGE_RESPONSE: usize = 24 * 1024;
const MAX_SPEECH: usize = 8000;
const MAX_CARD: usize = 8000;
const MAX_IMAGE_URL: usize = 2000;
const MAX_AUDIO_TAGS: usize = 5;
const MAX_STREAM_URL: usize = 8000;
const MAX_STREAM_TOKEN: usize = 1024;

/// What a turn came to.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer {
    /// What to send. It is legal for the request.
    pub json: Vec<u8>,
    /// The turn failed, and the answer does not tell the user: it is the empty one, because nothing may be said in answer to such a
    /// request, or because not even the apology could be written. An apology that is spoken is no failure in this sense.
    pub failed: bool,
}

impl Answer {
    pub(crate) fn new(json: Vec<u8>) -> Self {
        Self { json, failed: false }
    }

    pub(crate) fn empty() -> Self {
        Self::new(EMPTY.to_vec())
    }
}

/// The request that an answer is for.
pub(crate) struct Setting<'a> {
    pub(crate) kind: Kind,
    pub(crate) locale: usize,
    pub(crate) intent: Option<&'static Intent>,
    pub(crate) skill: &'static Skill,
    /// The intent as it was asked for before, where this request goes on with it.
    pub(crate) asked: Option<&'a Value>,
    pub(crate) pick: &'a Pick,
    pub(crate) guard: Guard<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Envelope<'a> {
    version: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    session_attributes: Option<ToSend<'a>>,
    response: Body,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    #[serde(skip_serializing_if = "Option::is_none")]
    output_speech: Option<OutputSpeech>,
    #[serde(skip_serializing_if = "Option::is_none")]
    card: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reprompt: Option<Reprompt>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    directives: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    should_end_session: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    can_fulfill_intent: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_response: Option<Value>,
}

#[derive(Clone, Serialize)]
struct OutputSpeech {
    #[serde(rename = "type")]
    kind: &'static str,
    ssml: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Reprompt {
    output_speech: OutputSpeech,
}

/// The answer that is legal for every request.
const EMPTY: &[u8] = br#"{"version":"1.0","response":{}}"#;

/// Writes a response, or says why Alexa would refuse it.
pub(crate) fn write(response: &Response, setting: &Setting<'_>, attributes: Option<ToSend<'_>>) -> Result<Vec<u8>, String> {
    let attributes = attributes.filter(|_| setting.kind.speaks());
    check_kind(response, setting.kind)?;
    check_card(response)?;
    check_directives(response, setting.skill)?;
    let response = body(response, setting)?;
    let mut bytes = Vec::with_capacity(ROOM);
    serde_json::to_writer(&mut bytes, &Envelope { version: "1.0", session_attributes: attributes, response })
        .map_err(|_| "the answer has no JSON form".to_owned())?;
    check_bytes(&bytes, setting)?;
    Ok(bytes)
}

fn body(response: &Response, setting: &Setting<'_>) -> Result<Body, String> {
    let speech = response.speech.as_ref().map(|speech| spoken(speech, setting)).transpose()?;
    let ending = ending(response, setting);
    let reprompt = match (&response.reprompt, ending) {
        (Some(reprompt), Some(false)) => Some(spoken(reprompt, setting)?),
        (None, Some(false)) => speech.clone(),
        _ => None,
    };
    // A reprompt that repeats the speech plays its clips again only after the first ones are over.
    check_audio(speech.iter().chain(reprompt.iter().filter(|_| response.reprompt.is_some())))?;
    let (can_fulfill_intent, api_response) = match response.extra.clone() {
        Some(Extra::CanFulfill(json)) => (Some(json), None),
        Some(Extra::Api(json)) => (None, Some(json)),
        None => (None, None),
    };
    let current = match (setting.intent, setting.asked) {
        (None, _) => Current::Nothing,
        (Some(intent), None) => Current::Intent(intent.name),
        (Some(intent), Some(asked)) => Current::Resumed(intent.name, asked),
    };
    let step = response.step.map(|step| step.to_json(&current));
    Ok(Body {
        output_speech: speech,
        card: response.card.as_ref().map(crate::Card::to_json),
        reprompt: reprompt.map(|output_speech| Reprompt { output_speech }),
        directives: step.into_iter().chain(response.directives.iter().map(|d| d.json().clone())).collect(),
        should_end_session: ending,
        can_fulfill_intent,
        api_response,
    })
}

/// `shouldEndSession`, by the rules that are stronger than the handler's wish.
fn ending(response: &Response, setting: &Setting<'_>) -> Option<bool> {
    if !setting.kind.speaks() || response.directives.iter().any(|directive| directive.kind() == "VideoApp.Launch") {
        return None;
    }
    if setting.intent.is_some_and(|intent| intent.name == "AMAZON.StopIntent") {
        return Some(true);
    }
    match response.ending {
        Ending::Listen => Some(false),
        Ending::End => Some(true),
        Ending::Idle => None,
    }
}

fn spoken(speech: &Speech, setting: &Setting<'_>) -> Result<OutputSpeech, String> {
    let ssml = speech.render(setting.locale, setting.pick).map_err(|fault| fault.to_string())?;
    let length = ssml.chars().count();
    if length > MAX_SPEECH {
        return Err(format!("the speech has {length} characters; Alexa takes {MAX_SPEECH}"));
    }
    Ok(OutputSpeech { kind: "SSML", ssml })
}

fn check_kind(response: &Response, kind: Kind) -> Result<(), String> {
    let spoken = response.speech.is_some() || response.reprompt.is_some() || response.card.is_some() || response.step.is_some();
    if spoken && !kind.speaks() {
        return Err("nothing can be said, shown or asked in answer to a request of this type".to_owned());
    }
    match response.directives.iter().find(|directive| !kind.takes(directive.kind())) {
        Some(directive) => Err(format!("`{}` cannot answer a request of this type", directive.kind())),
        None => Ok(()),
    }
}

fn check_card(response: &Response) -> Result<(), String> {
    let Some(card) = &response.card else { return Ok(()) };
    let length = card.length();
    if length > MAX_CARD {
        return Err(format!("the card has {length} characters; Alexa takes {MAX_CARD}"));
    }
    for url in card.image_urls() {
        if url.chars().count() > MAX_IMAGE_URL {
            return Err(format!("the URL of a card's image is longer than {MAX_IMAGE_URL} characters"));
        }
        if !url.starts_with("https://") {
            return Err("the URL of a card's image does not begin with `https://`".to_owned());
        }
    }
    Ok(())
}

fn check_directives(response: &Response, skill: &Skill) -> Result<(), String> {
    for directive in &response.directives {
        if let Some(interface) = legal::undeclared(skill, directive.kind()) {
            return Err(format!(
                "`{}` needs the interface `{}`, which the skill does not declare",
                directive.kind(),
                interface.to_lowercase()
            ));
        }
        check_stream(directive)?;
    }
    let count = |kind: &str| response.directives.iter().filter(|directive| directive.kind() == kind).count();
    let plays = count("AudioPlayer.Play");
    if plays > 1 {
        return Err("there is more than one `AudioPlayer.Play`".to_owned());
    }
    if plays > 0 && count("VideoApp.Launch") > 0 {
        return Err("`AudioPlayer.Play` and `VideoApp.Launch` exclude each other".to_owned());
    }
    Ok(())
}

/// The limits of a stream ("AudioPlayer Interface Reference").
fn check_stream(directive: &Directive) -> Result<(), String> {
    let stream = directive.json().pointer("/audioItem/stream").filter(|_| directive.kind() == "AudioPlayer.Play");
    let Some(stream) = stream else { return Ok(()) };
    for (key, most) in [("url", MAX_STREAM_URL), ("token", MAX_STREAM_TOKEN), ("expectedPreviousToken", MAX_STREAM_TOKEN)] {
        if stream[key].as_str().is_some_and(|text| text.chars().count() > most) {
            return Err(format!("`{key}` of the stream has more than {most} characters"));
        }
    }
    let is_https = stream["url"].as_str().is_some_and(|url| url.starts_with("https://"));
    if is_https { Ok(()) } else { Err("the URL of the stream does not begin with `https://`".to_owned()) }
}

fn check_audio<'s>(speech: impl Iterator<Item = &'s OutputSpeech>) -> Result<(), String> {
    let tags: usize = speech.map(|speech| ssml::audio_tags(&speech.ssml)).sum();
    if tags > MAX_AUDIO_TAGS {
        return Err(format!("the speech has {tags} audio tags; Alexa plays {MAX_AUDIO_TAGS}"));
    }
    Ok(())
}

fn check_bytes(bytes: &[u8], setting: &Setting<'_>) -> Result<(), String> {
    let size = bytes.len();
    if size > MAX_RESPONSE {
        return Err(format!("the answer has {size} bytes; Alexa takes {MAX_RESPONSE}"));
    }
    if size > LARGE_RESPONSE {
        tracing::warn!(size, "the answer is large: some of Alexa's consoles refuse more than {LARGE_RESPONSE} bytes");
    }
    if std::str::from_utf8(bytes).is_ok_and(|text| setting.guard.finds(text)) {
        return Err(leaking::told(bytes, setting.guard));
    }
    Ok(())
}
