//! `slot_order`: Alexa asks for the slots of an intent in another order, in some locales.

use crate::support::{codes, input, model};
use sayso_compiler::Input;
use serde_json::Value;

const TRAVEL: &str = "
locales: [en-US, en-GB, de-DE]
intents:
  Travel:
    slots:
      from: { type: AMAZON.City, required: true, ask: Where from? }
      to: { type: AMAZON.City, required: true, ask: Where to? }
      day: { type: AMAZON.DATE, required: true, ask: When? }
    samples: ['from {from} to {to} on {day}']
";

/// The text of `locales/de.yaml`, in which the intent has the line `order`.
fn de(order: &str) -> String {
    format!(
        "
skill: {{ name: Hallo Freund, invocation: hallo freund }}
speech: {{ help: Sag hallo., fallback: Du kannst hallo sagen. }}
intents:
  Travel:
    {order}
    slots: {{ from: {{ ask: Woher? }}, to: {{ ask: Wohin? }}, day: {{ ask: Wann? }} }}
    samples: ['von {{from}} nach {{to}} am {{day}}']
"
    )
}

/// The slots in the order of the language model and in that of the dialog.
fn slots(input: &Input, locale: &str) -> [String; 2] {
    let model = model(input, locale);
    let names = |place: &str| {
        let intents = model.pointer(place).and_then(Value::as_array).expect("intents");
        let travel = intents.iter().find(|intent| intent["name"] == "Travel").expect("the intent");
        let slots = travel["slots"].as_array().expect("slots").iter();
        slots.map(|slot| slot["name"].as_str().expect("a name")).collect::<Vec<_>>().join(" ")
    };
    ["/interactionModel/languageModel/intents", "/interactionModel/dialog/intents"].map(names)
}

#[test]
fn a_locale_asks_in_its_own_order() {
    let input = input(TRAVEL, &de("slot_order: [to]")).with_locale("en-GB", "intents: { Travel: { slot_order: [day, to, from] } }");
    assert_eq!(slots(&input, "en-US"), ["from to day"; 2]);
    assert_eq!(slots(&input, "en-GB"), ["day to from"; 2]);
    assert_eq!(slots(&input, "de-DE"), ["to from day"; 2]);
}

#[test]
fn an_order_of_skill_yaml_holds_everywhere_until_it_is_omitted() {
    let keys = TRAVEL.replace("    slots:", "    slot_order: day\n    slots:");
    assert_eq!(slots(&input(&keys, &de("delegation: always")), "de-DE"), ["day from to"; 2]);
    assert_eq!(slots(&input(&keys, &de("slot_order: omit")), "de-DE"), ["from to day"; 2]);
    assert_eq!(slots(&input(&keys, &de("slot_order: []")), "de-DE"), ["from to day"; 2]);
}

#[test]
fn an_order_names_slots_of_the_intent_once() {
    let keys = TRAVEL.replace("[en-US, en-GB, de-DE]", "[en-US, de-DE]");
    assert_eq!(codes(&input(&keys, &de("slot_order: [day, too]"))), ["LO010"]);
    assert_eq!(codes(&input(&keys, &de("slot_order: [day, to, day]"))), ["LO010"]);
    assert_eq!(codes(&input(&keys, &de("slot_order: [day, to]"))), [""; 0]);
    // What is misspelt is not missing besides.
    assert_eq!(codes(&input(&keys.replace("slots:", "slot:"), &de("slot_order: [day, to]"))), ["SY016"]);
}
