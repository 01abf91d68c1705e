//! The whole way: certificates that come over real TLS from a server on this machine.

#[path = "../https/detour.rs"]
mod detour;
#[path = "../https/server.rs"]
#[allow(dead_code, reason = "what only the tests of the client need")]
mod server;

use std::time::Duration;

use detour::Detour;
use sayso::fetch::{FetchError, Https};
use sayso::verify::{Rejected, Verifier};
use server::{Certificate, Server};

use crate::support::{Clock, Scene, Signed, body, leaf, leaf_key, middle, root};

/// A verifier, with the server that has its certificates at each path below `/echo.api/`.
struct Way {
    certificate: Certificate,
    clock: Clock,
    verifier: Verifier,
}

impl Way {
    async fn new() -> (Self, Server) {
        let (certificate, clock) = (Certificate::new("127.0.0.1"), Clock::default());
        let server = Server::start(&certificate).await;
        server.serve("/echo.api/echo-api-cert.pem", &(middle().sign(&leaf(|_| ()), leaf_key()) + &middle().pem));
        let detour = Detour { https: Https::trusting(&certificate.trust()), to: server.address() };
        let hands = clock.clone();
        let verifier = Verifier::builder().trust(root().trust()).fetch(detour).clock(move || hands.now()).build();
        (Self { certificate, clock, verifier }, server)
    }

    async fn verdict(&self) -> Result<(), Rejected> {
        let now = jiff::Timestamp::try_from(self.clock.now()).expect("a time").to_string();
        let signed = Signed::new(body("LaunchRequest", now.into()));
        self.verifier.verify(&signed.headers, &signed.body).await
    }
}

#[tokio::test]
async fn certificates_come_over_https() {
    let (way, server) = Way::new().await;
    for _ in 0..3 {
        assert_eq!(way.verdict().await, Ok(()));
    }
    assert_eq!(server.seen(), ["GET /echo.api/echo-api-cert.pem"]);
}

#[tokio::test]
async fn restart_of_the_certificate_host() {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    let (way, server) = Way::new().await;
    let (address, chain) = (server.address(), server.served());
    assert_eq!(way.verdict().await, Ok(()));
    server.stop().await;
    assert_eq!(way.verdict().await, Ok(()), "what is known is enough");
    way.clock.forward(DAY);
    assert_eq!(way.verdict().await, Err(Rejected::Unfetched(FetchError::Unreachable)));
    let server = Server::start_at(address, &way.certificate).await;
    chain.iter().for_each(|(path, text)| server.serve(path, text));
    way.clock.forward(Duration::from_secs(5));
    assert_eq!(way.verdict().await, Ok(()));
    assert_eq!(server.seen(), ["GET /echo.api/echo-api-cert.pem"]);
}

#[tokio::test]
async fn a_server_that_is_not_amazons() {
    let (certificate, scene) = (Certificate::new("127.0.0.1"), Scene::new());
    let server = Server::start(&certificate).await;
    let detour = Detour { https: Https::new(), to: server.address() };
    let verifier = Verifier::builder().trust(root().trust()).fetch(detour).clock(move || scene.clock.now()).build();
    let signed = crate::support::request();
    assert_eq!(verifier.verify(&signed.headers, &signed.body).await, Err(Rejected::Unfetched(FetchError::Untrusted)));
}
