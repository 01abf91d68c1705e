//! The skill in a server of one's own.

use axum::Router;
use sayso::http::{Endpoint, router};
use tokio::net::TcpListener;

use crate::support::{Request, Running, body, launch, status, verifier};
use crate::unwell;

async fn serving(routes: Router) -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    Running::of(address, tokio::spawn(async move { axum::serve(listener, routes).await.expect("a server") }))
}

#[tokio::test]
async fn the_router_nests() {
    let server = serving(Router::new().nest("/skill", router(unwell::app(), verifier()))).await;
    for path in ["/skill", "/skill/"] {
        let answer = server.ask(&Request::of(&launch()).line(&format!("POST {path} HTTP/1.1"))).await;
        assert!([200, 404].contains(&status(&answer)), "{answer}");
    }
    assert_eq!(status(&server.ask(&Request::of(&launch()).line("POST /skill HTTP/1.1")).await), 200);
    assert_eq!(status(&server.ask(&Request::of(&launch()).without("signature").line("POST /skill HTTP/1.1")).await), 400);
    assert_eq!(status(&server.ask(&Request::of(&launch()).line("GET /skill/healthz HTTP/1.1").body(b"")).await), 200);
}

#[tokio::test]
async fn the_endpoint_is_a_service_anywhere() {
    let server = serving(Router::new().route_service("/a/skill", Endpoint::new(unwell::app(), verifier()))).await;
    let request = Request::of(&launch()).line("POST /a/skill HTTP/1.1");
    assert_eq!(status(&server.ask(&request).await), 200);
    let refused = server.ask(&request.without("signature")).await;
    assert_eq!((status(&refused), body(&refused)), (400, r#"{"error":"the request is refused"}"#));
    assert_eq!(status(&server.ask(&Request::of(&launch()).line("GET /a/skill HTTP/1.1").body(b"")).await), 405);
}
