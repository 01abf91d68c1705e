use sayso::Context;
use sayso::services::{Asking, Item, ItemChange, ItemStatus, List, ListChange, ListState, ServiceError};
use serde_json::json;

use crate::alexa::Alexa;
use crate::small::skill;

const LIST: &str = r#"{"listId": "L1=", "name": "Packing", "state": "active", "version": 3, "statusMap": []}"#;
const ITEM: &str = r#"{"id": "i1", "version": "2", "value": "socks", "status": "completed", "createdTime": "2026-11-22T12:00:00Z",
    "updatedTime": null, "href": "/v2/householdlists/L1/items/i1"}"#;

#[tokio::test]
async fn lists_are_read() {
    let alexa = Alexa::start().await;
    alexa.answers(200, format!(r#"{{"lists": [{LIST}]}}"#));
    let lists = alexa.ask(|cx| skill::services(cx).lists()).await.expect("lists");
    assert_eq!((lists[0].list_id.as_str(), lists[0].name.as_deref(), lists[0].version), ("L1=", Some("Packing"), Some(3)));
    assert_eq!(lists[0].state, Some(ListState::Active));
    assert_eq!(alexa.asked_once().line, "GET /v2/householdlists");
    assert_eq!(alexa.ask(|cx| skill::services(cx).lists()).await, Ok(Vec::new()));
}

#[tokio::test]
async fn items_are_read_page_by_page() {
    let alexa = Alexa::start().await;
    let link = "v2/householdlists/L1%3D/active?nextToken=a%2Bb";
    alexa.answers(200, format!(r#"{{"listId": "L1=", "version": 3, "items": [{ITEM}], "links": {{"next": "{link}"}}}}"#));
    let first = alexa.ask(|cx| skill::services(cx).items("L1=", &ItemStatus::Active)).await.expect("items");
    assert_eq!(alexa.asked_once().line, "GET /v2/householdlists/L1%3D/active");
    assert_eq!((first.list.list_id.as_str(), first.list.version, first.has_more()), ("L1=", Some(3), true));
    assert_eq!((first.items[0].value.as_deref(), first.items[0].version), (Some("socks"), Some(2)));
    assert_eq!((&first.items[0].status, &first.items[0].updated_time), (&Some(ItemStatus::Completed), &None));

    // A page goes on from the turn before, so it has to be read in the same one.
    alexa
        .answers(200, format!(r#"{{"listId": "L1=", "links": {{"next": "{link}"}}}}"#))
        .answers(200, r#"{"listId": "L1=", "links": null}"#);
    let second = alexa
        .ask(|cx| {
            Box::pin(async move {
                let services = skill::services(cx);
                let first = services.items("L1=", &ItemStatus::Active).await?;
                services.more_items(&first).await
            })
        })
        .await;
    let second = second.expect("an answer").expect("items");
    assert!(!second.has_more());
    assert_eq!(alexa.asked()[1].line, "GET /v2/householdlists/L1%3D/active?nextToken=a%2Bb");
}

#[tokio::test]
async fn a_link_to_elsewhere_is_not_followed() {
    let alexa = Alexa::start().await;
    alexa.answers(200, r#"{"listId": "L1", "links": {"next": "https://evil.example/v2/householdlists/L1/active?nextToken=a"}}"#);
    let result = alexa
        .ask(|cx| {
            Box::pin(async move {
                let services = skill::services(cx);
                let first = services.items("L1", &ItemStatus::Active).await?;
                services.more_items(&first).await
            })
        })
        .await;
    assert_eq!(result, Err(ServiceError::Invalid("the link to more items is not one to lists")));
    assert_eq!(alexa.asked().len(), 1);
}

#[tokio::test]
async fn lists_are_changed() {
    let alexa = Alexa::start().await;
    alexa.answers(201, LIST).answers(200, LIST).answers(200, "");
    assert_eq!(alexa.ask(|cx| skill::services(cx).create_list("Packing")).await.expect("a list").version, Some(3));
    let asked = alexa.asked_once();
    assert_eq!((asked.line.as_str(), asked.body), ("POST /v2/householdlists", json!({"name": "Packing", "state": "active"})));
    fn change(cx: &Context) -> Asking<'_, List> {
        let change = ListChange { name: "Packed".to_owned(), state: ListState::Archived, version: 3 };
        skill::services(cx).update_list("L1", &change)
    }
    alexa.ask(change).await.expect("a list");
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "PUT /v2/householdlists/L1");
    assert_eq!(asked.body, json!({"name": "Packed", "state": "archived", "version": 3}));
    assert_eq!(alexa.ask(|cx| skill::services(cx).delete_list("L1")).await, Ok(()));
    assert_eq!(alexa.asked_once().line, "DELETE /v2/householdlists/L1");
}

#[tokio::test]
async fn items_are_changed() {
    let alexa = Alexa::start().await;
    alexa.answers(201, ITEM).answers(200, ITEM).answers(200, ITEM).answers(200, "");
    let created = alexa.ask(|cx| skill::services(cx).create_item("L1", "socks", &ItemStatus::Active)).await.expect("an item");
    assert_eq!(created.id, "i1");
    let asked = alexa.asked_once();
    assert_eq!((asked.line.as_str(), asked.body), ("POST /v2/householdlists/L1/items", json!({"value": "socks", "status": "active"})));
    assert_eq!(alexa.ask(|cx| skill::services(cx).item("L1", "i1")).await.expect("an item").value.as_deref(), Some("socks"));
    assert_eq!(alexa.asked_once().line, "GET /v2/householdlists/L1/items/i1");
    fn change(cx: &Context) -> Asking<'_, Item> {
        let change = ItemChange { value: "hats".to_owned(), status: ItemStatus::Completed, version: 2 };
        skill::services(cx).update_item("L1", "i1", &change)
    }
    alexa.ask(change).await.expect("an item");
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "PUT /v2/householdlists/L1/items/i1");
    assert_eq!(asked.body, json!({"value": "hats", "status": "completed", "version": 2}));
    assert_eq!(alexa.ask(|cx| skill::services(cx).delete_item("L1", "i1")).await, Ok(()));
    assert_eq!(alexa.asked_once().line, "DELETE /v2/householdlists/L1/items/i1");
}
