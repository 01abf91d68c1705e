//! Which words are said.

use serde_json::json;

use crate::by_hand::{handlers::RideHailer, skill};
use crate::small;
use crate::support::{envelope, intent, send, ssml};
use sayso::{Response, Speech};

#[test]
fn the_locale_falls_back_to_its_language_and_then_to_the_first() {
    let app = skill::app(RideHailer);
    for (locale, word) in [
        (json!("en-GB"), "Welcome"),
        (json!("de-DE"), "Willkommen"),
        (json!("de-AT"), "Willkommen"),
        (json!("fr-FR"), "Welcome"),
        (json!(null), "Welcome"),
    ] {
        let answer = send(&app, &envelope(json!({"type": "LaunchRequest", "locale": locale}), None));
        assert!(ssml(&answer).contains(word), "{locale}: {answer}");
    }
}

#[test]
fn chance_chooses_the_variation() {
    let no = envelope(intent("AMAZON.NoIntent", json!({})), None);
    for (place, words) in [(0, "Bye."), (1, "See you soon."), (99, "See you soon.")] {
        let app = skill::app(RideHailer).vary(move |_| place);
        assert_eq!(ssml(&send(&app, &no)), format!("<speak>{words}</speak>"));
    }
    let app = skill::app(RideHailer);
    let mut said: Vec<String> = (0..64).map(|_| ssml(&send(&app, &no)).to_owned()).collect();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), 2, "chance says everything in time");
}

#[test]
fn arguments_are_escaped() {
    let app = skill::app(RideHailer);
    let city = intent("AvailabilityByCity", json!({"city": {"value": "<b>\"Q&A\"</b>\u{0}"}}));
    let answer = send(&app, &envelope(city, None));
    assert!(ssml(&answer).contains("In &lt;b&gt;&quot;Q&amp;A&quot;&lt;/b&gt; you"), "{answer}");
}

#[test]
fn speech_can_be_put_together() {
    let app = small::app(|_, _| {
        let speech = Speech::text("Fish & chips.").then(Speech::ssml("<speak><p>Enjoy.</p></speak>"));
        Ok(Response::tell(speech))
    });
    let answer = send(&app, &envelope(json!({"type": "LaunchRequest"}), None));
    assert_eq!(ssml(&answer), "<speak>Fish &amp; chips. <p>Enjoy.</p></speak>");
}
