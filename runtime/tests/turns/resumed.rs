//! Linking by voice: the session comes back with what the user wanted, and goes on with it.

use sayso::declare::{Auth, Dialog, Intent, Link, Piece, Skill, Slot, Text};
use sayso::generated::{self, Dispatch, Entry, Outcome, Turn, run, run_as};
use sayso::slot::Words;
use sayso::testing::{Conversation, block_on};
use sayso::{App, DialogSlot, DialogState, LinkedAccount, Response, Speech, TokenRejected};
use serde_json::{Value, json};

use crate::blame::blamed;
use crate::support::{envelope, event, intent, logged, send, ssml};

static PROMPT: Text = Text { key: "account_linking.prompt", versions: &[&[&[Piece::Ssml("Link first.")]]], by_locale: &[0] };
static ASK: Text = Text { key: "ask", versions: &[&[&[Piece::Ssml("Where to?")]]], by_locale: &[0] };

static SLOTS: &[Slot] = &[
    Slot { name: "city", required: true, ask: Some(&ASK), ..Slot::BASE },
    Slot { name: "level", ..Slot::BASE },
    Slot { name: "riders", ..Slot::BASE },
];

static SKILL: Skill = Skill {
    launch: Auth::Required,
    link: Some(Link { prompt: &PROMPT, voice_forward: true }),
    intents: &[
        Intent { name: "Led", auth: Auth::Required, dialog: Dialog::Delegated, slots: SLOTS, ..Intent::BASE },
        Intent { name: "Manual", auth: Auth::Required, dialog: Dialog::Manual, slots: SLOTS, ..Intent::BASE },
        Intent { name: "Plain", auth: Auth::Required, slots: SLOTS, ..Intent::BASE },
        Intent { name: "Free", ..Intent::BASE },
    ],
    ..Skill::BASE
};

static BY_CARD: Skill = Skill { link: Some(Link { prompt: &PROMPT, voice_forward: false }), ..SKILL_PARTS };
const SKILL_PARTS: Skill =
    Skill { intents: &[Intent { name: "Plain", auth: Auth::Required, slots: SLOTS, ..Intent::BASE }], ..Skill::BASE };

struct Tells(&'static Skill);
struct Key;
enum Manual {}

impl generated::Dialog for Manual {
    const INTENT: &'static Intent = &SKILL.intents[1];
}

const GOOD: &str = "a-good-token-0123";
const REJECTED: &str = "a-rejected-token-0123";

impl Dispatch for Tells {
    type Key = Key;

    fn skill(&self) -> &'static Skill {
        self.0
    }

    fn dispatch<'a>(&'a self, turn: Turn<'a, Key>) -> Outcome<'a> {
        let place = match turn.entry() {
            Entry::Launch => return tell(turn.linked(Key)?.account::<Manual>(), "launched".to_owned()),
            Entry::Intent(place) => place,
            Entry::SessionEnded(_) => return run_as(async { Ok(()) }),
            Entry::Request(_) | Entry::Task(_) | Entry::ExceptionEncountered(_) => return Err(sayso::generated::Halt::Unknown),
            Entry::Other(request) => return run(async { Ok(Response::tell(Speech::text(format!("other {}", request.kind())))) }),
        };
        if place == 3 {
            return run(async { Ok(Response::tell(Speech::text("free"))) });
        }
        let account = turn.linked(Key)?.account::<Manual>();
        let state = turn.cx.dialog_state().cloned();
        if place == 1 && state == Some(DialogState::Started) {
            return run(async { Ok(Response::elicit(DialogSlot::<Manual>::new(1), Speech::text("Which level?"))) });
        }
        let city: String = if self.0.intents[place].name == "Plain" {
            turn.required::<Words>(0)?.to_string()
        } else {
            turn.slot::<Option<Words>>(0).map(|words| words.to_string()).unwrap_or_default()
        };
        let level = turn.slot::<Option<Words>>(1).and_then(|words| words.id().map(str::to_owned)).unwrap_or_default();
        let riders = turn.slot::<Vec<Words>>(2).iter().map(Words::raw).collect::<Vec<_>>().join("+");
        tell(account, format!("{} {city} {level} {riders} {:?} {state:?}", self.0.intents[place].name, turn.confirmation()))
    }
}

fn tell<I>(account: &LinkedAccount<I>, what: String) -> Outcome<'_> {
    run(async move {
        if account.expose_access_token() == REJECTED {
            return Err(TokenRejected.into());
        }
        Ok(Response::tell(Speech::text(what)))
    })
}

fn app() -> App {
    generated::app(Tells(&SKILL))
}

fn slots() -> Value {
    let matched = json!({"resolutionsPerAuthority": [{
        "authority": "amzn1.er-authority.echo-sdk.amzn1.ask.skill.0.Level",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": "black car", "id": "BLACK"}}],
    }]});
    let simple = |said: &str| json!({"type": "Simple", "value": said});
    json!({
        "city": {"name": "city", "value": "Größe <&\"", "confirmationStatus": "CONFIRMED", "source": "USER", "slotValue": simple("Größe <&\"")},
        "level": {"name": "level", "value": "black", "confirmationStatus": "NONE", "resolutions": matched},
        "riders": {"name": "riders", "slotValue": {"type": "List", "values": [simple("Ada"), simple("Bob")]}},
        "unheard": {"name": "unheard", "value": "nothing"},
    })
}

/// What the connection carries that is answered to an unlinked user.
fn wish(request: Value) -> String {
    let answer = send(&app(), &envelope(request, None));
    let connection = &answer["response"]["directives"][0];
    assert_eq!(connection["type"], "Connections.StartConnection", "{answer}");
    connection["token"].as_str().expect("a token").to_owned()
}

fn resumed(token: impl Into<Value>, code: &str) -> Value {
    let status = json!({"code": code, "message": "OK"});
    json!({"type": "SessionResumedRequest", "requestId": "r", "locale": "en-US",
        "cause": {"type": "ConnectionCompleted", "token": token.into(), "status": status, "result": null}})
}

/// The answer when the session comes back with it.
fn back(token: &str, account: Option<&str>) -> Value {
    send(&app(), &envelope(resumed(token, "200"), account))
}

#[test]
fn the_launch_goes_on() {
    let wish = wish(json!({"type": "LaunchRequest"}));
    assert_eq!(ssml(&back(&wish, Some(GOOD))), "<speak>launched</speak>");
}

#[test]
fn an_intent_goes_on_with_its_slots() {
    let answer = back(&wish(intent("Plain", slots())), Some(GOOD));
    let said = ssml(&answer);
    assert_eq!(said, "<speak>Plain Größe &lt;&amp;&quot; BLACK Ada+Bob None None</speak>");
}

#[test]
fn a_dialog_of_alexas_is_handed_back_to_her_with_what_was_said() {
    let mut request = intent("Led", slots());
    request["dialogState"] = "STARTED".into();
    let answer = back(&wish(request), Some(GOOD));
    let [directive] = answer["response"]["directives"].as_array().expect("directives").as_slice() else { panic!("{answer}") };
    assert_eq!(directive["type"], "Dialog.Delegate");
    let updated = &directive["updatedIntent"];
    assert_eq!((&updated["name"], &updated["confirmationStatus"]), (&json!("Led"), &json!("NONE")));
    let slots = slots();
    for (name, member) in [("city", "value"), ("city", "slotValue"), ("level", "resolutions"), ("riders", "slotValue")] {
        assert_eq!(updated["slots"][name][member], slots[name][member]);
        assert_eq!(updated["slots"][name]["confirmationStatus"], "NONE");
    }
    assert_eq!(updated["slots"].as_object().map(|slots| slots.len()), Some(3), "{updated}");
    assert_eq!(answer["response"]["shouldEndSession"], false);
}

#[test]
fn a_dialog_of_the_skills_begins_and_keeps_what_was_said() {
    let answer = back(&wish(intent("Manual", slots())), Some(GOOD));
    let directive = &answer["response"]["directives"][0];
    assert_eq!((&directive["type"], &directive["slotToElicit"]), (&json!("Dialog.ElicitSlot"), &json!("level")));
    assert_eq!(directive["updatedIntent"]["slots"]["city"]["value"], "Größe <&\"");
}

#[test]
fn a_question_that_is_asked_again_keeps_what_was_said() {
    let mut slots = slots();
    slots["city"] = json!({"name": "city"});
    let answer = back(&wish(intent("Plain", slots)), Some(GOOD));
    assert_eq!(ssml(&answer), "<speak>Where to?</speak>");
    let directive = &answer["response"]["directives"][0];
    assert_eq!(directive["slotToElicit"], "city");
    assert_eq!(directive["updatedIntent"]["slots"]["level"]["value"], "black");
    assert_eq!(directive["updatedIntent"]["slots"]["city"], json!({"name": "city", "confirmationStatus": "NONE"}));
}

#[test]
fn who_comes_back_unlinked_gets_the_card() {
    for wish in [wish(json!({"type": "LaunchRequest"})), wish(intent("Plain", slots())), wish(intent("Led", slots()))] {
        for account in [None, Some(REJECTED)] {
            // Only what reaches the handler can be rejected.
            if account.is_some() && wish.contains("Led") {
                continue;
            }
            let answer = send(&app(), &envelope(resumed(wish.as_str(), "204"), account));
            assert_eq!(answer["response"]["card"], json!({"type": "LinkAccount"}), "{answer}");
            assert_eq!(answer["response"]["shouldEndSession"], true);
            assert_eq!(answer["response"].get("directives"), None);
            assert_eq!(ssml(&answer), "<speak>Link first.</speak>");
        }
    }
}

#[test]
fn a_rejected_token_leads_to_the_connection_and_back() {
    let answer = send(&app(), &envelope(intent("Plain", slots()), Some(REJECTED)));
    let token = answer["response"]["directives"][0]["token"].as_str().expect("a token");
    assert!(ssml(&back(token, Some(GOOD))).contains("Plain"));
}

#[test]
fn what_is_no_wish_of_ours_reaches_other() {
    let ours = |intent: Value| json!({"sayso": "intent", "name": intent}).to_string();
    let long = format!(r#"{{"sayso":"launch","more":"{}"}}"#, "x".repeat(1024));
    let tokens = [
        json!("link-account"),
        json!(""),
        json!(null),
        json!(7),
        json!("{"),
        json!("[]"),
        json!("null"),
        json!(r#""launch""#),
        json!("{}"),
        json!(r#"{"sayso":"other"}"#),
        json!(r#"{"sayso":["launch"]}"#),
        json!(r#"{"sayso":"intent"}"#),
        json!(ours(json!("Undeclared"))),
        json!(ours(json!(null))),
        json!(ours(json!({"name": "Plain"}))),
        json!(long),
    ];
    for token in tokens {
        let answer = send(&app(), &envelope(resumed(token.clone(), "200"), Some(GOOD)));
        assert_eq!(ssml(&answer), "<speak>other SessionResumedRequest</speak>", "{token}");
    }
}

#[test]
fn only_what_is_declared_comes_of_a_forged_wish() {
    let forged = json!({
        "sayso": "intent",
        "name": "Plain",
        "confirmationStatus": "CONFIRMED",
        "slots": {
            "city": {"name": "level", "value": "Dallas", "confirmationStatus": "CONFIRMED", "evil": 1},
            "undeclared": {"value": "x"},
            "level": "not a slot",
            "riders": [1, 2],
        },
    });
    assert_eq!(ssml(&back(&forged.to_string(), Some(GOOD))), "<speak>Plain Dallas   None None</speak>");
    let mut led = forged;
    led["name"] = "Led".into();
    let answer = back(&led.to_string(), Some(GOOD));
    let updated = &answer["response"]["directives"][0]["updatedIntent"];
    let empty = |name: &str| json!({"name": name, "confirmationStatus": "NONE"});
    let mut city = empty("city");
    city["value"] = "Dallas".into();
    let slots = json!({"city": city, "level": empty("level"), "riders": empty("riders")});
    assert_eq!(*updated, json!({"name": "Led", "confirmationStatus": "NONE", "slots": slots}));
    // What needs no account is reached without one, as it is when it is asked for.
    assert_eq!(ssml(&back(r#"{"sayso":"intent","name":"Free"}"#, None)), "<speak>free</speak>");
}

#[test]
fn a_skill_that_does_not_link_by_voice_resumes_nothing() {
    let app = generated::app(Tells(&BY_CARD));
    let token = json!({"sayso": "intent", "name": "Plain"}).to_string();
    let answer = send(&app, &envelope(resumed(token, "200"), Some(GOOD)));
    assert_eq!(ssml(&answer), "<speak>other SessionResumedRequest</speak>");
}

#[test]
fn a_long_wish_keeps_less() {
    let mut slots = slots();
    slots["level"]["resolutions"]["resolutionsPerAuthority"][0]["authority"] = "x".repeat(2000).into();
    let shorter = wish(intent("Plain", slots.clone()));
    assert!(shorter.len() <= 1024 && shorter.contains("black") && !shorter.contains("resolutions"), "{shorter}");
    slots["city"]["value"] = "x".repeat(2000).into();
    let shortest = wish(intent("Plain", slots));
    assert!(shortest.contains("Plain") && !shortest.contains("black"), "{shortest}");
    assert_eq!(ssml(&back(&shortest, Some(GOOD))), "<speak>Where to?</speak>");
}

#[test]
fn no_token_of_the_user_is_in_the_wish() {
    let mut slots = slots();
    slots["city"]["value"] = REJECTED.into();
    let (answer, log) = logged(|| send(&app(), &envelope(intent("Plain", slots), Some(REJECTED))));
    assert!(!answer.to_string().contains(REJECTED) && !log.contains(REJECTED), "{answer} {log}");
}

#[test]
fn outside_of_a_session_nothing_is_said() {
    let answer = send(&app(), &event(resumed(wish(json!({"type": "LaunchRequest"})), "200"), None));
    assert_eq!(answer["response"], json!({}));
}

#[test]
fn a_conversation_goes_on_after_linking_by_voice() {
    let mut talk = Conversation::with(app());
    let reply = block_on(talk.intent("Plain").slot("city", "Dallas").into_future());
    reply.assert_asks_to_link().assert_says("Link first.");
    let mut linked = talk.clone().link(GOOD);
    block_on(linked.come_back().into_future()).assert_says("Plain Dallas");
    // Who comes back without an account is sent to the app, and cannot come back from there.
    block_on(talk.come_back().into_future()).assert_asks_to_link().assert_ended();
    let (file, why) = blamed(|| drop(talk.come_back()));
    assert!(file.ends_with("resumed.rs") && why.contains("starts no connection"), "{file}: {why}");
}
