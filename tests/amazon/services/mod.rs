//! Alexa's own services: our clients ask for just what Amazon's clients ask for, and their types have the fields of Amazon's.

mod fields;
mod typings;

use crate::npm;
use sayso::fetch::{Fetch, Fetching, Limits};
use sayso::generated::{self, Dispatch, Outcome, Turn, run};
use sayso::services::{
    self, Asking, ItemChange, ItemStatus, ListChange, ListState, NewReminder, NewTimer, ProductQuery, Recurrence, TransactionQuery, Trigger,
};
use sayso::testing::block_on;
use sayso::{Context, Response, Speech, declare};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use typings::Typings;

const PACKAGE: (&str, &str) = ("ask-sdk-model", "1.86.0");
const DEVICE: &str = "amzn1.ask.device.A+B/C=";

mod skill {
    ::sayso::__services! {
        "alexa::devices:all:address:full:read"
        "alexa:devices:all:address:country_and_postal_code:read"
        "alexa::profile:email:read"
        "alexa::profile:given_name:read"
        "alexa::profile:name:read"
        "alexa::profile:mobile_number:read"
        "alexa::alerts:reminders:skill:readwrite"
        "alexa::alerts:timers:skill:readwrite"
        "alexa::household:lists:read"
        "alexa::household:lists:write"
    }
}

/// What is asked, as the method, the address, the headers of interest and the body; nothing is answered.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<Value>>>);

impl Fetch for Recorder {
    fn fetch<'a>(&'a self, request: http::Request<Vec<u8>>, _: Limits) -> Fetching<'a> {
        let header = |name| request.headers().get(name).map(|value| value.to_str().expect("text"));
        let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
        self.0.lock().expect("the requests").push(json!({
            "method": request.method().as_str(),
            "url": request.uri().to_string(),
            "headers": {"authorization": header("authorization"), "accept-language": header("accept-language"), "content-type": header("content-type")},
            "body": body,
        }));
        let mut nothing = http::Response::new(Vec::new());
        *nothing.status_mut() = http::StatusCode::NO_CONTENT;
        Box::pin(std::future::ready(Ok(nothing)))
    }
}

type Call = for<'a> fn(&'a Context) -> Asking<'a, ()>;

/// A skill that makes one call.
struct Calls(Call);

struct Key;

impl Dispatch for Calls {
    type Key = Key;

    fn skill(&self) -> &'static declare::Skill {
        &declare::Skill::BASE
    }

    fn dispatch<'a>(&'a self, turn: Turn<'a, Key>) -> Outcome<'a> {
        let call = self.0;
        run(async move {
            // There is nothing to find, which does not matter here.
            let _ = call(turn.cx).await;
            Ok(Response::empty())
        })
    }
}

fn ours(call: Call) -> Value {
    let request = json!({
        "context": {"System": {
            "person": {"personId": "p"},
            "device": {"deviceId": DEVICE},
            "apiEndpoint": "https://api.eu.amazonalexa.com",
            "apiAccessToken": "a-token-of-a-test",
        }},
        "request": {"type": "LaunchRequest", "requestId": "r", "timestamp": "2026-11-22T12:00:00Z", "locale": "de-DE"},
    });
    let recorder = Recorder::default();
    let app = generated::app(Calls(call)).fetch(recorder.clone());
    block_on(app.handle(request.to_string().as_bytes())).expect("an answer");
    let mut asked = recorder.0.lock().expect("the requests").clone();
    assert_eq!(asked.len(), 1, "one call is one request");
    asked.remove(0)
}

macro_rules! call {
    ($call:ident($($argument:expr),*)) => {
        (|cx| Box::pin(async move { skill::services(cx).$call($($argument),*).await.map(drop) })) as Call
    };
}

/// Stands among the arguments of Amazon's client for what we sent as the body, which has to be of this type.
fn body(of: &str) -> Value {
    json!({"type": of})
}

/// Each of our calls, and the operation of Amazon's with its arguments.
fn calls() -> Vec<(Call, &'static str, &'static str, Value)> {
    let read = "deviceAddress";
    let mut calls = vec![
        (call!(address()), read, "getFullAddress", json!([DEVICE])),
        (call!(country_and_postal_code()), read, "getCountryAndPostalCode", json!([DEVICE])),
        (call!(email()), "ups", "getProfileEmail", json!([])),
        (call!(given_name()), "ups", "getProfileGivenName", json!([])),
        (call!(name()), "ups", "getProfileName", json!([])),
        (call!(mobile_number()), "ups", "getProfileMobileNumber", json!([])),
        (call!(speakers_given_name()), "ups", "getPersonsProfileGivenName", json!([])),
        (call!(speakers_name()), "ups", "getPersonsProfileName", json!([])),
        (call!(speakers_mobile_number()), "ups", "getPersonsProfileMobileNumber", json!([])),
        (call!(time_zone()), "ups", "getSystemTimeZone", json!([DEVICE])),
        (call!(distance_units()), "ups", "getSystemDistanceUnits", json!([DEVICE])),
        (call!(temperature_unit()), "ups", "getSystemTemperatureUnit", json!([DEVICE])),
        (call!(progressive(Speech::text("a & b"))), "directive", "enqueue", json!([body("services.directive.SendDirectiveRequest")])),
    ];
    calls.extend(alerts());
    calls.extend(lists());
    calls.extend(products());
    calls
}

fn alerts() -> Vec<(Call, &'static str, &'static str, Value)> {
    let (reminders, timers) = ("reminderManagement", "timerManagement");
    let reminder = body("services.reminderManagement.ReminderRequest");
    let timer = body("services.timerManagement.TimerRequest");
    vec![
        (call!(create_reminder(&relative())), reminders, "createReminder", json!([reminder])),
        (call!(update_reminder("t/1", &absolute())), reminders, "updateReminder", json!(["t/1", reminder])),
        (call!(reminder("t 1")), reminders, "getReminder", json!(["t 1"])),
        (call!(reminders()), reminders, "getReminders", json!([])),
        (call!(delete_reminder("t1")), reminders, "deleteReminder", json!(["t1"])),
        (call!(create_timer(&NewTimer::new(Duration::from_secs(90)))), timers, "createTimer", json!([timer])),
        (call!(create_timer(&announcing())), timers, "createTimer", json!([timer])),
        (call!(create_timer(&launching())), timers, "createTimer", json!([timer])),
        (call!(timer("1")), timers, "getTimer", json!(["1"])),
        (call!(timers()), timers, "getTimers", json!([])),
        (call!(pause_timer("1")), timers, "pauseTimer", json!(["1"])),
        (call!(resume_timer("1")), timers, "resumeTimer", json!(["1"])),
        (call!(delete_timer("1")), timers, "deleteTimer", json!(["1"])),
        (call!(delete_timers()), timers, "deleteTimers", json!([])),
    ]
}

fn relative() -> NewReminder {
    NewReminder::new(Trigger::after(Duration::from_secs(60))).text("Tea").speech(Speech::text("Tea"))
}

fn absolute() -> NewReminder {
    let rules = vec!["FREQ=DAILY".to_owned()];
    let recurrence = Recurrence { start: Some("2026-12-07T18:00:00".to_owned()), rules, ..Recurrence::default() };
    NewReminder::new(Trigger::at("2026-12-07T18:00:00").in_zone("Europe/Berlin").repeated(recurrence)).text_in("en-US", "Bins").push(false)
}

fn announcing() -> NewTimer {
    NewTimer::new(Duration::from_secs(90)).label("tea").visible(false).announce("en-US", "Tea is ready.")
}

fn launching() -> NewTimer {
    NewTimer::new(Duration::from_secs(90)).audible(false).launch("Print", "1", json!({"page": 1})).confirm("en-US", "Shall I %s?")
}

fn lists() -> Vec<(Call, &'static str, &'static str, Value)> {
    let lists = "listManagement";
    vec![
        (call!(lists()), lists, "getListsMetadata", json!([])),
        (call!(items("YW16=", &ItemStatus::Completed)), lists, "getList", json!(["YW16=", "completed"])),
        (call!(item("YW16=", "i1")), lists, "getListItem", json!(["YW16=", "i1"])),
        (call!(create_list("a")), lists, "createList", json!([body("services.listManagement.CreateListRequest")])),
        (
            call!(update_list("L1", &ListChange { name: "a".to_owned(), state: ListState::Archived, version: 2 })),
            lists,
            "updateList",
            json!(["L1", body("services.listManagement.UpdateListRequest")]),
        ),
        (call!(delete_list("L1")), lists, "deleteList", json!(["L1"])),
        (
            call!(create_item("L1", "a", &ItemStatus::Active)),
            lists,
            "createListItem",
            json!(["L1", body("services.listManagement.CreateListItemRequest")]),
        ),
        (
            call!(update_item("L1", "i1", &ItemChange { value: "a".to_owned(), status: ItemStatus::Active, version: 2 })),
            lists,
            "updateListItem",
            json!(["L1", "i1", body("services.listManagement.UpdateListItemRequest")]),
        ),
        (call!(delete_item("L1", "i1")), lists, "deleteListItem", json!(["L1", "i1"])),
    ]
}

fn products() -> Vec<(Call, &'static str, &'static str, Value)> {
    let products = "monetization";
    vec![
        (
            call!(products(&some_products())),
            products,
            "getInSkillProducts",
            json!(["de-DE", "PURCHASABLE", "ENTITLED", "CONSUMABLE", "a&b", 7]),
        ),
        (call!(voice_purchasing()), products, "getVoicePurchaseSetting", json!([])),
        (call!(product("amzn1.adg.product.1")), products, "getInSkillProduct", json!(["de-DE", "amzn1.adg.product.1"])),
        (
            call!(transactions(&some_transactions())),
            products,
            "getInSkillProductsTransactions",
            json!(["de-DE", "p", "ERROR", "2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", "a&b", 7]),
        ),
    ]
}

fn some_products() -> ProductQuery {
    ProductQuery {
        purchasable: Some(services::Purchasable::Yes),
        entitled: Some(services::Entitled::Yes),
        kind: Some(services::ProductKind::Consumable),
        max_results: Some(7),
        next_token: Some("a&b".to_owned()),
    }
}

fn some_transactions() -> TransactionQuery {
    TransactionQuery {
        product_id: Some("p".to_owned()),
        status: Some(services::TransactionStatus::Error),
        from_last_modified_time: Some("2026-11-01T00:00:00Z".to_owned()),
        to_last_modified_time: Some("2026-12-01T00:00:00Z".to_owned()),
        max_results: Some(7),
        next_token: Some("a&b".to_owned()),
    }
}

/// What Amazon's clients would send.
fn theirs(package: &Path, calls: &[Value]) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("amazon/services/official.js");
    let mut node = Command::new("node");
    let mut node = node.arg(script).arg(package).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("node runs where npm does");
    let input = serde_json::to_vec(calls).expect("JSON");
    node.stdin.take().expect("an input").write_all(&input).expect("the calls are told");
    let output = node.wait_with_output().expect("node ends");
    serde_json::from_slice(&output.stdout).expect("the requests")
}

#[test]
fn we_ask_for_what_amazons_clients_ask_for() {
    let Some(package) = npm::package(PACKAGE.0, PACKAGE.1, &json!({})) else { return };
    let calls = calls();
    let ours: Vec<Value> = calls.iter().map(|(call, ..)| ours(*call)).collect();
    let official: Vec<Value> = calls
        .iter()
        .zip(&ours)
        .map(|((_, service, operation, args), ours)| {
            let mut args = args.clone();
            args.as_array_mut().expect("a list").iter_mut().filter(|arg| arg.is_object()).for_each(|arg| *arg = ours["body"].clone());
            json!({"service": service, "operation": operation, "args": args})
        })
        .collect();
    for ((_, _, operation, _), (ours, theirs)) in calls.iter().zip(ours.iter().zip(&theirs(&package, &official))) {
        for field in ["method", "body"] {
            assert_eq!(ours[field], theirs[field], "{operation}");
        }
        let (ours_url, theirs_url) = (ours["url"].as_str().expect("a URL"), theirs["url"].as_str().expect("a URL"));
        // Amazon's client asks for lists in North America, whatever the region of the request is.
        assert_eq!(ours_url, theirs_url.replace("https://api.amazonalexa.com/", "https://api.eu.amazonalexa.com/"), "{operation}");
        for header in ["authorization", "accept-language", "content-type"] {
            assert_eq!(ours["headers"][header], theirs["headers"][header], "{operation} {header}");
        }
    }
}

#[test]
fn what_we_send_is_of_amazons_types() {
    let Some(package) = npm::package(PACKAGE.0, PACKAGE.1, &json!({})) else { return };
    let typings = typings(&package);
    let mut checked = 0;
    for (call, _, operation, args) in calls() {
        let sent = ours(call);
        for of in args.as_array().expect("a list").iter().filter_map(|arg| arg["type"].as_str()) {
            assert_eq!(typings.problems(of, &sent["body"]), [""; 0], "{operation}: {sent}");
            checked += 1;
        }
    }
    assert_eq!(checked, 10);
    let odd = json!({"duration": 3, "creationBehavior": {}, "label": "x"});
    let problems = typings.problems("services.timerManagement.TimerRequest", &odd);
    assert_eq!(problems, ["triggeringBehavior is missing", "duration: 3 is no string", "label is not known"]);
}

fn typings(package: &Path) -> Typings {
    Typings::read(&std::fs::read_to_string(package.join("index.d.ts")).expect("the declarations"))
}

#[test]
fn what_we_read_is_of_amazons_types() {
    let Some(package) = npm::package(PACKAGE.0, PACKAGE.1, &json!({})) else { return };
    let typings = typings(&package);
    // Beside each type: what Amazon's has and ours leaves, and what only ours has.
    let types = [
        ("deviceAddress.Address", fields::of::<services::Address>(), &[][..], &[][..]),
        ("deviceAddress.ShortAddress", fields::of::<services::CountryAndPostalCode>(), &[], &[]),
        ("ups.PhoneNumber", fields::of::<services::PhoneNumber>(), &[], &["mobileNumber"]),
        ("reminderManagement.GetReminderResponse", fields::of::<services::Reminder>(), &[], &["href"]),
        ("reminderManagement.ReminderResponse", fields::of::<services::Reminder>(), &[], &["alertInfo", "pushNotification", "trigger"]),
        ("reminderManagement.GetRemindersResponse", fields::of::<services::ReminderPage>(), &["links"], &[]),
        ("reminderManagement.Trigger", fields::of::<Trigger>(), &[], &[]),
        ("reminderManagement.Recurrence", fields::of::<Recurrence>(), &[], &[]),
        ("reminderManagement.SpokenText", fields::of::<services::Spoken>(), &[], &[]),
        ("timerManagement.TimerResponse", fields::of::<services::Timer>(), &[], &[]),
        ("timerManagement.TimersResponse", fields::of::<services::TimerPage>(), &["nextToken"], &[]),
        ("listManagement.AlexaListMetadata", fields::of::<services::List>(), &["statusMap"], &[]),
        ("listManagement.AlexaListItem", fields::of::<services::Item>(), &[], &[]),
        ("monetization.InSkillProduct", fields::of::<services::Product>(), &[], &[]),
        ("monetization.InSkillProductsResponse", fields::of::<services::ProductPage>(), &[], &[]),
        ("monetization.Transactions", fields::of::<services::Transaction>(), &[], &[]),
        ("monetization.InSkillProductTransactionsResponse", fields::of::<services::TransactionPage>(), &[], &[]),
    ];
    for (name, ours, left, own) in types {
        let mut ours: Vec<&str> = ours.into_iter().filter(|field| !own.contains(field)).chain(left.iter().copied()).collect();
        ours.sort_unstable();
        assert_eq!(ours, typings.fields(&format!("services.{name}")), "{name}");
    }
}

#[test]
fn amazons_words_are_known() {
    let Some(package) = npm::package(PACKAGE.0, PACKAGE.1, &json!({})) else { return };
    let typings = typings(&package);
    fn known<T: serde::de::DeserializeOwned + std::fmt::Debug>(word: &str) -> bool {
        let read: T = serde_json::from_value(word.into()).expect("a word");
        !format!("{read:?}").starts_with("Other(")
    }
    type Knows = fn(&str) -> bool;
    let enums: [(&str, Knows); 16] = [
        ("ups.DistanceUnits", known::<services::DistanceUnits>),
        ("ups.TemperatureUnit", known::<services::TemperatureUnit>),
        ("reminderManagement.TriggerType", known::<services::TriggerKind>),
        ("reminderManagement.Status", known::<services::ReminderStatus>),
        ("reminderManagement.PushNotificationStatus", known::<services::Push>),
        ("reminderManagement.RecurrenceFreq", known::<services::Frequency>),
        ("reminderManagement.RecurrenceDay", known::<services::Day>),
        ("timerManagement.Status", known::<services::TimerStatus>),
        ("listManagement.ListState", known::<ListState>),
        ("listManagement.ListItemState", known::<ItemStatus>),
        ("monetization.ProductType", known::<services::ProductKind>),
        ("monetization.PurchasableState", known::<services::Purchasable>),
        ("monetization.EntitledState", known::<services::Entitled>),
        ("monetization.EntitlementReason", known::<services::EntitlementReason>),
        ("monetization.PurchaseMode", known::<services::PurchaseMode>),
        ("monetization.Status", known::<services::TransactionStatus>),
    ];
    for (name, known) in enums {
        for word in typings.words(&format!("services.{name}")) {
            assert!(known(word), "{name}: {word}");
            assert!(!known(&format!("{word}_OF_TOMORROW")), "{name}");
        }
    }
}
