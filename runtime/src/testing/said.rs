//! Slots of a request.

use serde_json::{Value, json};

pub(super) fn empty(name: &str) -> Value {
    json!({"name": name, "confirmationStatus": "NONE"})
}

pub(super) fn words(name: &str, said: &str) -> Value {
    json!({"name": name, "value": said, "confirmationStatus": "NONE", "source": "USER", "slotValue": {"type": "Simple", "value": said}})
}

pub(super) fn several(name: &str, said: &[&str]) -> Value {
    let values: Vec<Value> = said.iter().map(|said| json!({"type": "Simple", "value": said})).collect();
    json!({"name": name, "confirmationStatus": "NONE", "source": "USER", "slotValue": {"type": "List", "values": values}})
}

pub(super) fn matched(name: &str, said: &str, value: &str, id: Option<&str>, application: &str) -> Value {
    let mut value = json!({"name": value});
    if let Some(id) = id {
        value["id"] = id.into();
    }
    let mut slot = words(name, said);
    slot["resolutions"] = json!({"resolutionsPerAuthority": [{
        "authority": format!("amzn1.er-authority.echo-sdk.{application}.{name}"),
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": value}],
    }]});
    slot
}
