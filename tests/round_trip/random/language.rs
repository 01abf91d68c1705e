//! Random interaction models of one skill.

use crate::picks::Picks;
use serde_json::{Map, Value, json};

const INTENTS: &[&str] = &["OrderRide", "CancelRideIntent", "find_driver", "Type", "Self", "NoIntent"];
const BUILT_IN: &[&str] = &[
    "AMAZON.CancelIntent",
    "AMAZON.HelpIntent",
    "AMAZON.StopIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.FallbackIntent",
    "AMAZON.YesIntent",
    "AMAZON.NoIntent",
    "AMAZON.RepeatIntent",
];
/// Those that every skill needs.
const NEEDED: usize = 3;
const SLOTS: &[&str] = &["city", "when", "Count", "kind", "yes", "type"];
const TYPES: &[&str] = &["Service", "on", "Colour_List"];
const BUILT_IN_TYPES: &[&str] = &["AMAZON.City", "AMAZON.DATE", "AMAZON.NUMBER", "AMAZON.TIME", "AMAZON.FirstName"];
const WORDS: &[&str] =
    &["order", "a", "ride", "the", "green", "car", "no", "on", "null", "yes", "it's", "o.k.", "über", "タクシー", "omit"];
const SAID: &[&str] = &[
    "Where to?",
    "no",
    "12:30",
    "- one",
    "{city}, right?",
    "#hash",
    "Say \"yes\".",
    "One.\nTwo.",
    " blank ",
    "it's: that",
    "…and then?",
    "🚕",
    "null",
    "[a]",
    "omit",
    "C:\\path",
];

/// What all locales have in common, which they do not have to keep to.
pub struct Shape {
    intents: Vec<(&'static str, Vec<(&'static str, &'static str)>)>,
    types: Vec<&'static str>,
    has_dialog: bool,
    differs: bool,
}

impl Shape {
    pub fn new(picks: &mut Picks<'_>) -> Shape {
        let types = picks.some(TYPES);
        let all: Vec<&str> = BUILT_IN_TYPES.iter().chain(&types).copied().collect();
        let mut intents = picks.some(INTENTS);
        if intents.is_empty() {
            intents.push(INTENTS[0]);
        }
        let intents =
            intents.into_iter().map(|name| (name, picks.some(SLOTS).into_iter().map(|slot| (slot, picks.of(&all))).collect())).collect();
        Shape { intents, types, has_dialog: picks.one_in(2), differs: picks.one_in(2) }
    }

    /// The model of a locale.
    pub fn model(&self, locale: &str, picks: &mut Picks<'_>) -> Value {
        let mut prompts = Vec::new();
        let mut dialogs = Vec::new();
        let mut intents: Vec<Value> = Vec::new();
        for (name, slots) in &self.intents {
            if self.differs && intents.len() > 1 && picks.one_in(5) {
                continue;
            }
            let slots = self.reordered(slots, picks);
            intents.push(self.intent(name, &slots, picks));
            if self.has_dialog && picks.one_in(2) {
                // The turn of the questions is the dialog's own.
                let slots = self.reordered(&slots, picks);
                dialogs.push(self.dialog(name, &slots, &mut prompts, picks));
            }
        }
        for (at, name) in BUILT_IN.iter().enumerate() {
            if at < NEEDED || picks.one_in(2) {
                intents.push(built_in(name, picks));
            }
        }
        let types: Vec<Value> = self.types.iter().map(|name| slot_type(name, locale, picks)).collect();
        let mut language = json!({"invocationName": invocation(locale), "intents": intents, "types": types});
        if locale.starts_with("en") && picks.one_in(4) {
            language["modelConfiguration"] = json!({"fallbackIntentSensitivity": {"level": picks.of(&["LOW", "MEDIUM", "HIGH"])}});
        }
        let mut model = json!({"languageModel": language});
        if !dialogs.is_empty() {
            model["dialog"] = json!({"intents": dialogs});
            if picks.one_in(2) {
                model["dialog"]["delegationStrategy"] = json!(picks.of(&["ALWAYS", "SKILL_RESPONSE"]));
            }
        }
        if !prompts.is_empty() {
            model["prompts"] = json!(prompts);
        }
        let mut model = json!({"interactionModel": model});
        if picks.one_in(4) {
            model["version"] = json!(picks.of(&["1", "20", "no", "1.0"]));
        }
        model
    }

    /// The slots in an order that another locale may not have.
    fn reordered<T: Clone>(&self, slots: &[T], picks: &mut Picks<'_>) -> Vec<T> {
        let mut slots = slots.to_vec();
        if self.differs && picks.one_in(3) {
            for at in (1..slots.len()).rev() {
                slots.swap(at, picks.below(at + 1));
            }
        }
        slots
    }

    fn intent(&self, name: &str, slots: &[(&str, &str)], picks: &mut Picks<'_>) -> Value {
        let samples: Vec<String> = (0..=picks.below(4)).map(|at| sample(name, at, slots, picks)).collect();
        let slots: Vec<Value> = slots.iter().map(|(slot, kind)| self.slot(name, slot, kind, picks)).collect();
        if slots.is_empty() && picks.one_in(2) {
            json!({"name": name, "samples": samples})
        } else {
            json!({"name": name, "slots": slots, "samples": samples})
        }
    }

    fn slot(&self, intent: &str, name: &str, kind: &str, picks: &mut Picks<'_>) -> Value {
        let mut slot = json!({"name": name, "type": kind});
        if picks.one_in(3) {
            slot["samples"] = json!([format!("for {} {{{name}}}", letters(intent, 0)), format!("{{{name}}}")][..=picks.below(2)]);
        }
        if self.types.contains(&kind) && picks.one_in(5) {
            slot["multipleValues"] = json!({"enabled": picks.one_in(2)});
        }
        slot
    }

    fn dialog(&self, intent: &str, slots: &[(&str, &str)], prompts: &mut Vec<Value>, picks: &mut Picks<'_>) -> Value {
        let mut entry = json!({"name": intent, "confirmationRequired": false, "prompts": {}});
        if picks.one_in(3) {
            entry["confirmationRequired"] = json!(true);
            entry["prompts"]["confirmation"] = json!(prompt(&format!("Confirm.Intent.{}", picks.below(1000)), prompts, picks));
        }
        if picks.one_in(3) {
            entry["delegationStrategy"] = json!(picks.of(&["ALWAYS", "SKILL_RESPONSE"]));
        }
        let slots = slots.iter().map(|(slot, kind)| self.dialog_slot(intent, slot, kind, prompts, picks));
        entry["slots"] = slots.collect();
        entry
    }

    fn dialog_slot(&self, intent: &str, slot: &str, kind: &str, prompts: &mut Vec<Value>, picks: &mut Picks<'_>) -> Value {
        let mut said = Map::new();
        let mut entry = json!({"name": slot, "type": kind, "elicitationRequired": false, "confirmationRequired": false});
        if picks.one_in(2) {
            entry["elicitationRequired"] = json!(true);
            said.insert("elicitation".to_owned(), json!(prompt(&format!("Elicit.Slot.{intent}.{slot}"), prompts, picks)));
        }
        if picks.one_in(4) {
            entry["confirmationRequired"] = json!(true);
            said.insert("confirmation".to_owned(), json!(prompt(&format!("Confirm.Slot.{intent}.{slot}"), prompts, picks)));
        }
        entry["prompts"] = json!(said);
        if picks.one_in(4) {
            let prompt = prompt(&format!("Slot.Validation.{intent}.{slot}"), prompts, picks);
            let validation = match kind {
                "AMAZON.NUMBER" => {
                    json!({"type": picks.of(&["isGreaterThan", "isLessThanOrEqualTo"]), "prompt": prompt, "value": picks.below(100).to_string()})
                }
                kind if self.types.contains(&kind) => json!({"type": "hasEntityResolutionMatch", "prompt": prompt}),
                "AMAZON.City" => {
                    json!({"type": picks.of(&["isInSet", "isNotInSet"]), "prompt": prompt, "values": ["Rome", "no", "São Paulo"]})
                }
                _ => return entry,
            };
            entry["validations"] = json!([validation]);
        }
        entry
    }
}

fn built_in(name: &str, picks: &mut Picks<'_>) -> Value {
    match picks.below(3) {
        0 => json!({"name": name}),
        1 => json!({"name": name, "samples": []}),
        _ if name.contains("Fallback") => json!({"name": name}),
        _ => json!({"name": name, "samples": [format!("now {}", letters(name, 1))]}),
    }
}

/// A prompt with variations; its id.
fn prompt(id: &str, prompts: &mut Vec<Value>, picks: &mut Picks<'_>) -> String {
    if !prompts.iter().any(|prompt| prompt["id"] == id) {
        let mut texts = picks.some(SAID);
        texts.retain(|text| !text.contains('{'));
        if texts.is_empty() {
            texts.push(SAID[0]);
        }
        let mut variations: Vec<Value> = texts.into_iter().map(|text| json!({"type": "PlainText", "value": text})).collect();
        if picks.one_in(6) {
            variations.push(json!({"type": "SSML", "value": "<speak>And <emphasis>now</emphasis>?</speak>"}));
        }
        prompts.push(json!({"id": id, "variations": variations}));
    }
    id.to_owned()
}

fn slot_type(name: &str, locale: &str, picks: &mut Picks<'_>) -> Value {
    let count = 1 + picks.below(5);
    let has_ids = picks.one_in(2);
    let is_local = picks.one_in(3);
    let value = |at: usize, picks: &mut Picks<'_>| {
        let word = format!("{} {}", WORDS[(at * 5 + name.len()) % WORDS.len()], letters(name, at));
        let word = if is_local { format!("{word} {}", letters(locale, 0)) } else { word };
        let mut value = json!({"name": {"value": word}});
        if has_ids {
            value["id"] = json!(format!("{}{at}", ["NO_", "id ", "1:"][at % 3]).replace(' ', "_"));
        }
        if picks.one_in(2) {
            value["name"]["synonyms"] =
                json!((0..=picks.below(2)).map(|other| format!("{word} {}", letters("too", other))).collect::<Vec<_>>());
        }
        value
    };
    let values: Vec<Value> = (0..count).map(|at| value(at, picks)).collect();
    json!({"name": name, "values": values})
}

/// An utterance that no other intent has.
fn sample(intent: &str, at: usize, slots: &[(&str, &str)], picks: &mut Picks<'_>) -> String {
    let mut words = vec![picks.of(WORDS).to_owned(), letters(intent, at)];
    if !slots.is_empty() && picks.one_in(2) {
        words.push(format!("{{{}}}", picks.of(slots).0));
        if picks.one_in(2) {
            words.push(picks.of(WORDS).to_owned());
        }
    }
    words.join(" ")
}

/// Words in letters alone that are others for another text or number.
fn letters(text: &str, number: usize) -> String {
    let letters = text.chars().filter(|letter| letter.is_ascii_alphabetic()).collect::<String>().to_lowercase();
    let number = ["one", "two", "three", "four", "five", "six", "seven"][number % 7];
    format!("{letters} {number}")
}

fn invocation(locale: &str) -> &'static str {
    match locale {
        "de-DE" => "grüner wagen",
        "ja-JP" => "緑の 車",
        _ => "green car",
    }
}
