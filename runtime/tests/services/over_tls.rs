//! The same requests over real HTTPS: what the runtime sends by, when nothing stands in for the network.

#[path = "../https/server.rs"]
#[allow(dead_code)]
mod server;

use std::net::SocketAddr;

use http::uri::{Authority, Uri};
use sayso::fetch::{Fetch, Fetching, Https, Limits};
use sayso::services::ServiceError;
use sayso::{Response, Speech};
use server::{Certificate, Server};

use crate::alexa::{ACCOUNT_TOKEN, API_TOKEN, request};
use crate::log;
use crate::small::{self, bare, skill};

/// Alexa's hosts are on this machine; the rest is as it is in the world.
struct AtHome {
    https: Https,
    address: SocketAddr,
}

impl Fetch for AtHome {
    fn fetch<'a>(&'a self, mut request: http::Request<Vec<u8>>, limits: Limits) -> Fetching<'a> {
        let mut parts = request.uri().clone().into_parts();
        parts.authority = Some(Authority::try_from(self.address.to_string()).expect("an address"));
        *request.uri_mut() = Uri::from_parts(parts).expect("a URL");
        self.https.fetch(request, limits)
    }
}

#[tokio::test]
async fn services_are_asked_over_https_and_no_token_is_logged() {
    log::begin();
    let certificate = Certificate::new("127.0.0.1");
    let server = Server::start(&certificate).await;
    server.serve("/v1/alerts/timers", r#"{"timers": [{"id": "1", "duration": "PT10M"}], "totalCount": 1}"#);
    server.serve("/v1/directives", "");
    let app = small::app(|cx| {
        Box::pin(async move {
            let services = skill::services(cx);
            services.progressive(Speech::text("One moment.")).await?;
            let timers = services.timers().await?;
            services.delete_timers().await?;
            Ok(Response::tell(Speech::text(format!("There were {}.", timers.timers.len()))))
        })
    });
    let app = app.fetch(AtHome { https: Https::trusting(&certificate.trust()), address: server.address() });
    let answer = app.handle(request().to_string().as_bytes()).await.expect("an answer");
    assert!(String::from_utf8_lossy(&answer).contains("There were 1."), "{}", String::from_utf8_lossy(&answer));
    assert_eq!(server.seen(), ["POST /v1/directives", "GET /v1/alerts/timers", "DELETE /v1/alerts/timers"]);
    let log = log::end();
    assert!(log.contains("asked one of Alexa's services"), "{log}");
    assert!(!log.contains(API_TOKEN) && !log.contains(ACCOUNT_TOKEN), "{log}");
}

#[tokio::test]
async fn a_server_that_is_not_alexas_gets_no_token() {
    let server = Server::start(&Certificate::new("127.0.0.1")).await;
    let app = small::app(|cx| {
        Box::pin(async move {
            assert_eq!(bare::services(cx).time_zone().await, Err(ServiceError::Unavailable));
            Ok(Response::end())
        })
    });
    // Its certificate is not trusted.
    let app = app.fetch(AtHome { https: Https::new(), address: server.address() });
    let answer = app.handle(request().to_string().as_bytes()).await.expect("an answer");
    assert!(String::from_utf8_lossy(&answer).contains(r#""shouldEndSession":true"#));
    assert!(server.seen().is_empty());
}
