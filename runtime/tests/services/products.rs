use sayso::Context;
use sayso::services::{
    Asking, Entitled, ProductKind, ProductPage, ProductQuery, Purchasable, PurchaseMode, TransactionPage, TransactionQuery,
    TransactionStatus,
};

use crate::alexa::{Alexa, request};
use crate::small::bare;

const PRODUCT: &str = r#"{"productId": "amzn1.adg.product.1", "referenceName": "pass", "type": "ENTITLEMENT", "name": "Pass",
    "summary": "All of it.", "entitled": "SOMETIMES", "purchasable": "PURCHASABLE", "activeEntitlementCount": 1, "purchaseMode": "TEST"}"#;

#[tokio::test]
async fn products_are_listed() {
    let alexa = Alexa::start().await;
    alexa.answers(200, format!(r#"{{"inSkillProducts": [{PRODUCT}], "isTruncated": true, "nextToken": "abc"}}"#));
    let page = alexa.ask(|cx| bare::services(cx).products(&ProductQuery::default())).await.expect("products");
    assert_eq!((page.is_truncated, page.next_token.as_deref()), (true, Some("abc")));
    let product = &page.products[0];
    assert_eq!((&product.kind, &product.purchase_mode), (&Some(ProductKind::Entitlement), &Some(PurchaseMode::Test)));
    assert_eq!(product.entitled, Some(Entitled::Other("SOMETIMES".to_owned())));
    assert!(product.is_purchasable() && !product.is_entitled(), "an unknown word means no");
    assert_eq!((product.active_entitlement_count, &product.entitlement_reason), (Some(1), &None));
    let asked = alexa.asked_once();
    assert_eq!(asked.line, "GET /v1/users/~current/skills/~current/inSkillProducts");
    assert_eq!(asked.headers["accept-language"], "de-DE");
}

#[tokio::test]
async fn products_are_filtered_and_paged() {
    let alexa = Alexa::start().await;
    alexa.answers(200, r#"{"inSkillProducts": [], "isTruncated": "false", "nextToken": null}"#);
    fn some(cx: &Context) -> Asking<'_, ProductPage> {
        let query = ProductQuery {
            purchasable: Some(Purchasable::No),
            entitled: Some(Entitled::Yes),
            kind: Some(ProductKind::Consumable),
            max_results: Some(50),
            next_token: Some("a&b=c".to_owned()),
        };
        bare::services(cx).products(&query)
    }
    let page = alexa.ask(some).await.expect("products");
    assert_eq!((page.is_truncated, page.next_token, page.products.len()), (false, None, 0));
    assert_eq!(
        alexa.asked_once().line,
        "GET /v1/users/~current/skills/~current/inSkillProducts?purchasable=NOT_PURCHASABLE&entitled=ENTITLED&productType=CONSUMABLE\
         &nextToken=a%26b%3Dc&maxResults=50"
    );
}

#[tokio::test]
async fn one_product_is_read() {
    let alexa = Alexa::start().await;
    alexa.answers(200, PRODUCT);
    let product = alexa.ask(|cx| bare::services(cx).product("amzn1.adg.product.1")).await.expect("a product");
    assert_eq!((product.name.as_deref(), product.summary.as_deref()), (Some("Pass"), Some("All of it.")));
    assert_eq!(alexa.asked_once().line, "GET /v1/users/~current/skills/~current/inSkillProducts/amzn1.adg.product.1");
}

#[tokio::test]
async fn transactions_are_listed() {
    let alexa = Alexa::start().await;
    alexa.answers(
        200,
        r#"{"results": [{"status": "PENDING_APPROVAL_BY_PARENT", "productId": "p", "createdTime": "2018-11-23T12:23:10.52Z"}],
            "metadata": {"resultSet": {"nextToken": "NEXT"}}}"#,
    );
    fn some(cx: &Context) -> Asking<'_, TransactionPage> {
        let query = TransactionQuery {
            product_id: Some("p".to_owned()),
            status: Some(TransactionStatus::Pending),
            from_last_modified_time: Some("2026-11-01T00:00:00.000Z".to_owned()),
            ..TransactionQuery::default()
        };
        bare::services(cx).transactions(&query)
    }
    let page = alexa.ask(some).await.expect("transactions");
    assert_eq!((page.next_token(), &page.transactions[0].status), (Some("NEXT"), &Some(TransactionStatus::Pending)));
    assert_eq!(
        alexa.asked_once().line,
        "GET /v1/users/~current/skills/~current/inSkillProductsTransactions?productId=p&status=PENDING_APPROVAL_BY_PARENT\
         &fromLastModifiedTime=2026-11-01T00%3A00%3A00.000Z"
    );
    alexa.answers(200, r#"{"results": null, "metadata": {}}"#);
    let none = alexa.ask(|cx| bare::services(cx).transactions(&TransactionQuery::default())).await.expect("transactions");
    assert_eq!((none.next_token(), none.transactions.len()), (None, 0));
}

#[tokio::test]
async fn the_setting_for_purchases_is_read() {
    let alexa = Alexa::start().await;
    for (body, allowed) in [("true", true), ("false", false), (r#""true""#, true)] {
        alexa.answers(200, body);
        assert_eq!(alexa.ask(|cx| bare::services(cx).voice_purchasing()).await, Ok(allowed), "{body}");
        assert_eq!(alexa.asked_once().line, "GET /v1/users/~current/skills/~current/settings/voicePurchasing.enabled");
    }
}

#[tokio::test]
async fn a_request_without_a_locale_asks_in_english() {
    let alexa = Alexa::start().await;
    for locale in [serde_json::Value::Null, "de\r\nX-Injected: 1".into()] {
        alexa.answers(200, PRODUCT);
        let mut request = request();
        request["request"]["locale"] = locale;
        alexa.ask_in(&request, |app| app, |cx| bare::services(cx).product("p")).await.expect("a product");
        let asked = alexa.asked_once();
        assert_eq!(asked.headers["accept-language"], "en-US");
        assert!(!asked.headers.contains_key("x-injected"));
    }
}
