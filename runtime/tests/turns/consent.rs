//! Permissions that the user has not granted.

use std::fmt;

use sayso::declare::{Piece, Skill, Text};
use sayso::{App, ConsentMissing};
use serde_json::{Value, json};

use crate::small;
use crate::support::{envelope, event, logged, send, ssml};

const EMAIL: &str = "alexa::profile:email:read";

fn without_email() -> App {
    small::app(|_, _| Err(ConsentMissing::of(EMAIL).into()))
}

fn launch(locale: &str) -> Value {
    envelope(json!({"type": "LaunchRequest", "locale": locale}), None)
}

#[test]
fn the_user_hears_what_to_do_and_gets_the_card() {
    let (answer, log) = logged(|| send(&without_email(), &launch("en-US")));
    assert_eq!(answer["response"]["card"], json!({"type": "AskForPermissionsConsent", "permissions": [EMAIL]}));
    assert!(ssml(&answer).contains("open the Alexa app"), "{answer}");
    assert_eq!(answer["response"]["shouldEndSession"], true);
    assert!(log.contains("INFO") && log.contains(EMAIL) && !log.contains("ERROR"), "{log}");
}

#[derive(Debug)]
struct NoAddress(ConsentMissing);

impl fmt::Display for NoAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nowhere to send the parcel")
    }
}

impl std::error::Error for NoAddress {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn it_is_found_among_the_causes_and_the_card_has_the_names_of_cards() {
    let app = small::app(|_, _| {
        let missing = ConsentMissing::of("alexa::devices:all:address:full:read").and(EMAIL).and(EMAIL);
        Err(NoAddress(missing.and("alexa::household:lists:read").and("alexa::household:lists:write")))?
    });
    let answer = send(&app, &launch("en-US"));
    let names = ["read::alexa:device:all:address", EMAIL, "read::alexa:household:list", "write::alexa:household:list"];
    assert_eq!(answer["response"]["card"]["permissions"], json!(names));
}

#[test]
fn a_card_of_the_skills_own_has_them_too() {
    let app = small::app(|_, _| {
        let card = sayso::Card::ask_for_permissions(["alexa:devices:all:address:country_and_postal_code:read"]);
        Ok(sayso::Response::end().card(card))
    });
    let answer = send(&app, &launch("en-US"));
    assert_eq!(answer["response"]["card"]["permissions"], json!(["read::alexa:device:all:address:country_and_postal_code"]));
}

static PLEASE: Text =
    Text { key: "speech.consent", versions: &[&[&[Piece::Ssml("May I?")]], &[&[Piece::Ssml("Darf ich?")]]], by_locale: &[0, 1] };
static WITH_WORDS: Skill = Skill { locales: &["en-US", "de-DE"], consent: Some(&PLEASE), ..Skill::BASE };
static MANY: Skill = Skill { locales: &["en-US", "de-DE", "fr-CA", "ja-JP"], ..Skill::BASE };

#[test]
fn the_words_are_the_skills_own_or_in_its_language() {
    let app = small::with(&WITH_WORDS, |_, _| Err(ConsentMissing::of(EMAIL).into()));
    assert_eq!(ssml(&send(&app, &launch("de-AT"))), "<speak>Darf ich?</speak>");
    let app = small::with(&MANY, |_, _| Err(ConsentMissing::of(EMAIL).into()));
    for (locale, word) in [("de-DE", "Erlaubnis"), ("fr-CA", "autorisation"), ("ja-JP", "Alexaアプリ"), ("en-GB", "permission")] {
        assert!(ssml(&send(&app, &launch(locale))).contains(word), "{locale}");
    }
}

#[test]
fn a_request_without_cards_gets_nothing_and_the_log_a_line() {
    let request = json!({"type": "AudioPlayer.PlaybackStarted", "token": "t"});
    let (answer, log) = logged(|| send(&without_email(), &event(request, None)));
    assert_eq!(answer["response"], json!({}));
    assert!(log.contains("WARN") && log.contains(EMAIL) && log.contains("cannot be answered with the card"), "{log}");
}
