//! Whatever comes: no panic, and nothing that Alexa did not sign is believed.

use http::{HeaderMap, HeaderValue};
use proptest::prelude::*;

use crate::support::{Scene, URL, block_on, launch, request};

/// Headers with the names that count, and values of all kinds.
fn headers() -> impl Strategy<Value = HeaderMap> {
    let names = prop::sample::select(vec!["signaturecertchainurl", "signature-256", "signature", "content-type"]);
    let urls = prop::sample::select(vec![
        URL,
        "https://s3.amazonaws.com:443/echo.api/x.pem",
        "https://s3.amazonaws.com/",
        "https://evil.example/echo.api/",
        "",
    ]);
    let right = request().signature().as_bytes().to_vec();
    let value = prop_oneof![
        urls.prop_map(|url| url.as_bytes().to_vec()),
        "https?:/{0,3}[a-z0-9.:@#?%\\\\/]{0,40}".prop_map(String::into_bytes),
        "https://s3\\.amazonaws\\.com[a-z0-9.:@/%?#]{0,30}".prop_map(String::into_bytes),
        "[A-Za-z0-9+/]{0,400}={0,2}".prop_map(String::into_bytes),
        prop::collection::vec(any::<u8>(), 0..600),
        Just(right),
    ];
    prop::collection::vec((names, value), 0..5).prop_map(|pairs| {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            if let Ok(value) = HeaderValue::from_bytes(&value) {
                headers.append(name, value);
            }
        }
        headers
    })
}

/// Bodies that are not the one that was signed.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let body = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..300),
        "[\\[\\]{}\":,a-z0-9]{0,200}".prop_map(String::into_bytes),
        any::<prop::sample::Index>().prop_map(|at| launch().into_bytes()[..at.index(launch().len())].to_vec()),
    ];
    body.prop_filter("the body that was signed", |body| *body != launch().into_bytes())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_headers_and_bodies(headers in headers(), body in bodies()) {
        let scene = Scene::new();
        prop_assert!(block_on(scene.verifier.verify(&headers, &body)).is_err());
        for url in scene.net.asked() {
            prop_assert!(url.starts_with("https://s3.amazonaws.com/echo.api/"), "{url} was fetched");
        }
    }

    /// The right headers, and a body of somebody else's.
    #[test]
    fn arbitrary_bodies_under_a_signature(body in bodies()) {
        let signed = request();
        prop_assert!(block_on(Scene::new().verifier.verify(&signed.headers, &body)).is_err());
    }

    /// What is fetched has a normal form that stays as it is.
    #[test]
    fn arbitrary_paths(path in "(/|\\.|\\.\\.|echo\\.api|a){0,12}") {
        let scene = Scene::new();
        let url = format!("https://s3.amazonaws.com/{path}");
        let _ = block_on(scene.verify(&request().at_url(&url)));
        for url in scene.net.asked() {
            let path = url.strip_prefix("https://s3.amazonaws.com/echo.api/").expect("the folder");
            prop_assert!(path.split('/').all(|segment| segment != "." && segment != ".."), "{url}");
            let again = Scene::new();
            let _ = block_on(again.verify(&request().at_url(&url)));
            prop_assert_eq!(again.net.asked(), [url]);
        }
    }
}
