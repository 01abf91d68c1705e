//! What reading takes at least: serde_json over the fields alone that a turn cannot do without, all of them borrowed, strict in their types.

use std::collections::HashMap;

use serde::Deserialize;

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(borrow)]
    context: Context<'a>,
    #[serde(borrow)]
    request: Request<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Context<'a> {
    #[serde(borrow)]
    system: System<'a>,
}

#[derive(Deserialize)]
struct System<'a> {
    #[serde(borrow)]
    application: Application<'a>,
    #[serde(borrow)]
    user: User<'a>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Application<'a> {
    application_id: &'a str,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct User<'a> {
    access_token: Option<&'a str>,
}

#[derive(Deserialize)]
struct Request<'a> {
    #[serde(rename = "type")]
    kind: &'a str,
    locale: &'a str,
    #[serde(borrow)]
    intent: Option<Intent<'a>>,
}

#[derive(Deserialize)]
struct Intent<'a> {
    name: &'a str,
    #[serde(borrow)]
    slots: HashMap<&'a str, Slot<'a>>,
}

#[derive(Deserialize)]
struct Slot<'a> {
    value: Option<&'a str>,
}

/// Reads what counts, and how much of it there is.
pub fn read(body: &[u8]) -> usize {
    let Envelope { context: Context { system }, request } = serde_json::from_slice(body).expect("a request");
    let texts = [system.application.application_id, system.user.access_token.unwrap_or_default(), request.kind, request.locale];
    let intent = request.intent.map_or(0, |intent| intent.name.len() + intent.slots.values().filter_map(|slot| slot.value).count());
    texts.map(str::len).iter().sum::<usize>() + intent
}
