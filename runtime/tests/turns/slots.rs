//! Slots in all the forms that were seen of them, as the types that fields have.

use serde_json::{Value, json};

use crate::support::{envelope, intent, send};
use sayso::declare::{Intent, Skill, Slot, Type};
use sayso::generated::{self, Dispatch, Entry, Halt, Outcome, Turn, run};
use sayso::slot::{Confirmation, Custom, Date, Duration, FourDigits, Heard, Known, Read, Require, Time, Words};
use sayso::{Response, Speech};

static SIZE: Type = Type { name: "Size", ids: &["S", "L"] };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Small,
    Large,
}

impl Custom for Size {
    const TYPE: &'static Type = &SIZE;
    const VALUES: &'static [Self] = &[Self::Small, Self::Large];
}

static SKILL: Skill = Skill {
    intents: &[Intent {
        name: "Any",
        slots: &[Slot { name: "it", ..Slot::BASE }, Slot { name: "must", required: true, ..Slot::BASE }],
        ..Intent::BASE
    }],
    ..Skill::BASE
};

/// Says what the slot was read as.
struct Reader {
    read: fn(&Turn<'_, ()>) -> Result<String, Halt>,
}

impl Dispatch for Reader {
    type Key = ();

    fn skill(&self) -> &'static Skill {
        &SKILL
    }

    fn dispatch<'a>(&'a self, turn: Turn<'a, ()>) -> Outcome<'a> {
        match turn.entry() {
            Entry::Intent(0) => {
                let said = (self.read)(&turn)?;
                run(async { Ok(Response::tell(Speech::text("x")).card(sayso::Card::simple("it", said))) })
            }
            _ => Err(Halt::Unknown),
        }
    }
}

/// What the optional slot reads as, in its `Debug` form.
#[track_caller]
fn read<T: Read + std::fmt::Debug>(slot: Value) -> String {
    let app = generated::app(Reader { read: |turn| Ok(format!("{:?}", turn.slot::<T>(0))) });
    let answer = send(&app, &envelope(intent("Any", json!({"it": slot, "undeclared": {"value": "x"}})), None));
    answer["response"]["card"]["content"].as_str().expect("a card").to_owned()
}

/// Whether the required slot is asked for again.
fn asks_again<T: Require>(slot: Value) -> bool {
    let app = generated::app(Reader { read: |turn| turn.required::<T>(1).map(|_| String::new()) });
    let answer = send(&app, &envelope(intent("Any", json!({"must": slot})), None));
    answer["response"].get("card").is_none()
}

fn value(said: impl Into<Value>) -> Value {
    json!({"name": "it", "value": said.into()})
}

fn authority(dynamic: bool, code: &str, values: Value) -> Value {
    let kind = if dynamic { "dynamic." } else { "" };
    json!({"authority": format!("amzn1.er-authority.echo-sdk.{kind}amzn1.ask.skill.x.Size"), "status": {"code": code}, "values": values})
}

fn resolved(authorities: Value) -> Value {
    json!({"name": "it", "value": "big one", "resolutions": {"resolutionsPerAuthority": authorities}})
}

fn entity(name: &str, id: &str) -> Value {
    json!([{"value": {"name": name, "id": id}}])
}

#[track_caller]
fn assert_reads<T: Read + std::fmt::Debug>(slot: Value, expected: T) {
    assert_eq!(read::<T>(slot), format!("{expected:?}"));
}

#[test]
fn an_unfilled_slot_is_none() {
    for slot in [json!(null), json!({}), json!({"name": "it"}), value(Value::Null), value(""), value("  "), json!({"slotValue": null})] {
        assert_reads::<Option<Words>>(slot.clone(), None);
        assert_reads::<Option<Heard<Size>>>(slot.clone(), None);
        assert_reads::<Vec<Words>>(slot.clone(), Vec::new());
        assert!(asks_again::<Words>(slot.clone()) && asks_again::<Vec<Words>>(slot), "a required slot is asked for");
    }
}

#[test]
fn built_in_types_are_real_types() {
    assert!(read::<Option<Heard<i64>>>(value("7")).contains("Understood(Known { value: 7"));
    assert!(read::<Option<Heard<i64>>>(value(7)).contains("value: 7"));
    assert!(read::<Option<Heard<i64>>>(value("?")).contains("NotUnderstood(\"?\")"));
    assert!(read::<Option<Heard<FourDigits>>>(value("0042")).contains("FourDigits(42)"));
    assert!(read::<Option<Heard<FourDigits>>>(value("42")).contains("NotUnderstood"));
    assert!(read::<Option<Heard<Date>>>(value("2026-W48-WE")).contains("Weekend"));
    assert!(read::<Option<Heard<Time>>>(value("EV")).contains("Evening"));
    assert!(read::<Option<Heard<Duration>>>(value("PT10M")).contains("minutes: 10"));
}

#[test]
fn a_custom_type_is_known_by_its_id() {
    let matched = resolved(json!([authority(false, "ER_SUCCESS_MATCH", entity("large", "L"))]));
    assert!(read::<Option<Heard<Size>>>(matched).contains("Understood(Known { value: Large, raw: \"big one\""));
    let by_name = resolved(json!([authority(false, "ER_SUCCESS_MATCH", json!([{"value": {"name": "S"}}]))]));
    assert!(read::<Option<Heard<Size>>>(by_name).contains("Small"));
    assert_eq!(Size::from_id("S"), Some(Size::Small));
    assert_eq!(Size::Large.id(), "L");
}

#[test]
fn what_matches_nothing_keeps_its_words() {
    for authorities in [
        json!(null),
        json!([]),
        json!([null]),
        json!([authority(false, "ER_SUCCESS_NO_MATCH", json!(null))]),
        json!([authority(false, "ER_ERROR_TIMEOUT", entity("large", "L"))]),
        json!([authority(false, "ER_SUCCESS_MATCH", json!([null, {}, {"value": null}]))]),
        json!([authority(true, "ER_SUCCESS_MATCH", entity("huge", "XXL"))]),
        json!([{"status": {"code": 200}}]),
    ] {
        let slot = resolved(authorities);
        assert_reads::<Option<Heard<Size>>>(slot.clone(), Some(Heard::NotUnderstood("big one".into())));
        assert!(asks_again::<Known<Size>>(slot), "a required slot is asked for");
    }
}

#[test]
fn a_dynamic_match_comes_first() {
    let both =
        json!([authority(false, "ER_SUCCESS_MATCH", entity("small", "S")), authority(true, "ER_SUCCESS_MATCH", entity("large", "L")),]);
    assert!(read::<Option<Heard<Size>>>(resolved(both.clone())).contains("Large"));
    assert!(read::<Option<Words>>(resolved(both)).contains("value: Some(\"large\"), id: Some(\"L\")"));
}

#[test]
fn several_values_are_a_list() {
    let list = json!({"name": "it", "slotValue": {"type": "List", "values": [
        {"type": "Simple", "value": "3"}, null, {"type": "Simple", "value": "?"},
        {"type": "List", "values": [{"type": "Simple", "value": 5}]},
    ]}});
    let read_as = read::<Vec<Heard<i64>>>(list.clone());
    assert!(read_as.contains("value: 3") && read_as.contains("NotUnderstood(\"?\")") && read_as.contains("value: 5"), "{read_as}");
    assert!(asks_again::<Vec<Known<i64>>>(list.clone()));
    assert!(!asks_again::<Vec<Words>>(list.clone()));
    assert!(read::<Option<Words>>(list).contains("raw: \"3\""));
    let simple = json!({"slotValue": {"type": "Simple", "value": "4"}});
    assert!(read::<Option<Heard<i64>>>(simple).contains("value: 4"));
}

#[test]
fn an_intents_confirmation_is_read() {
    for (status, expected) in
        [(json!("CONFIRMED"), Confirmation::Confirmed), (json!("DENIED"), Confirmation::Denied), (json!(null), Confirmation::None)]
    {
        let app = generated::app(Reader { read: |turn| Ok(format!("{:?}", turn.confirmation())) });
        let mut request = intent("Any", json!({}));
        request["intent"]["confirmationStatus"] = status;
        let answer = send(&app, &envelope(request, None));
        assert_eq!(answer["response"]["card"]["content"], format!("{expected:?}"));
    }
}
