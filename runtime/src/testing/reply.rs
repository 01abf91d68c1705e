use serde_json::{Map, Value};

use super::connection::linking;

/// What the skill answered.
#[derive(Clone, Debug)]
pub struct Reply {
    json: Value,
}

impl Reply {
    pub(super) fn new(answer: &[u8]) -> Self {
        match serde_json::from_slice(answer) {
            Ok(json) => Self { json },
            Err(error) => panic!("the answer is not JSON: {error}"),
        }
    }

    /// The whole answer.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.json
    }

    fn response(&self) -> &Value {
        &self.json["response"]
    }

    /// What is said, without markup.
    #[must_use]
    pub fn speech(&self) -> String {
        plain(&self.response()["outputSpeech"])
    }

    /// What is said, as SSML.
    #[must_use]
    pub fn ssml(&self) -> &str {
        self.response()["outputSpeech"]["ssml"].as_str().unwrap_or_default()
    }

    /// What is said if the user is silent, without markup.
    #[must_use]
    pub fn reprompt(&self) -> String {
        plain(&self.response()["reprompt"]["outputSpeech"])
    }

    /// The type of the card, such as `LinkAccount`.
    #[must_use]
    pub fn card(&self) -> Option<&str> {
        self.response()["card"]["type"].as_str()
    }

    /// The directives.
    #[must_use]
    pub fn directives(&self) -> &[Value] {
        self.response()["directives"].as_array().map_or(&[], Vec::as_slice)
    }

    /// The directive of a type.
    #[must_use]
    pub fn directive(&self, kind: &str) -> Option<&Value> {
        self.directives().iter().find(|directive| directive["type"] == kind)
    }

    /// Whether the session is over: `None` leaves it to the device.
    #[must_use]
    pub fn ended(&self) -> Option<bool> {
        self.response()["shouldEndSession"].as_bool()
    }

    /// Checks that something is said.
    ///
    /// # Panics
    /// If it is not.
    #[track_caller]
    pub fn assert_says(&self, words: &str) -> &Self {
        assert!(self.speech().contains(words), "the skill does not say `{words}`, it says `{}`", self.speech());
        self
    }

    /// Checks that the session is over.
    ///
    /// # Panics
    /// If it is not.
    #[track_caller]
    pub fn assert_ended(&self) -> &Self {
        assert_eq!(self.ended(), Some(true), "the session is not over: {}", self.json);
        self
    }

    /// Checks that the skill listens.
    ///
    /// # Panics
    /// If it does not.
    #[track_caller]
    pub fn assert_open(&self) -> &Self {
        assert_eq!(self.ended(), Some(false), "the skill does not listen: {}", self.json);
        self
    }

    /// Checks that the user is asked to link their account: words, the card, and the end of the session. A skill that links by voice
    /// (`voice_forward: true`) has the connection in the place of the card, and [`Conversation::come_back`](super::Conversation::come_back) goes
    /// on from there.
    ///
    /// # Panics
    /// If anything of it is missing.
    #[track_caller]
    pub fn assert_asks_to_link(&self) -> &Self {
        let by_voice = linking(self).is_some();
        assert!(by_voice || self.card() == Some("LinkAccount"), "there is neither a LinkAccount card nor its connection: {}", self.json);
        assert!(!self.speech().is_empty(), "nothing is said beside it: {}", self.json);
        // The connection leaves the session to Alexa.
        if by_voice { self } else { self.assert_ended() }
    }

    /// The attributes of the next request, or `None` where a new session begins.
    pub(super) fn next_attributes(&self) -> Option<Map<String, Value>> {
        (self.ended() == Some(false)).then(|| self.attributes())
    }

    pub(super) fn attributes(&self) -> Map<String, Value> {
        self.json["sessionAttributes"].as_object().cloned().unwrap_or_default()
    }
}

/// SSML as it sounds: tags away, references read, blanks one.
fn plain(speech: &Value) -> String {
    let ssml = speech["ssml"].as_str().or_else(|| speech["text"].as_str()).unwrap_or_default();
    let mut text = String::new();
    let mut in_tag = false;
    for c in ssml.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (reference, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
        text = text.replace(reference, c);
    }
    text
}
