//! `Https`, against servers on this machine that speak real TLS.

// The tests of the verifier use more of it.
#[allow(dead_code)]
mod server;

use std::net::TcpListener;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use http::{Request, Response, StatusCode};
use sayso::fetch::{Fetch, FetchError, Https, Limits, Trust, TrustError};
use server::{Certificate, Server};

const LIMITS: Limits = Limits { time: Duration::from_secs(5), body: 1000 };

/// For servers that never answer.
const IMPATIENT: Limits = Limits { time: Duration::from_millis(200), body: 1000 };

async fn get(https: &Https, url: &str, limits: Limits) -> Result<Response<Vec<u8>>, FetchError> {
    https.fetch(Request::get(url).body(Vec::new()).expect("a request"), limits).await
}

/// A server, and what trusts it.
async fn pair() -> (Server, Https) {
    let certificate = Certificate::new("127.0.0.1");
    let https = Https::trusting(&certificate.trust());
    (Server::start(&certificate).await, https)
}

#[tokio::test]
async fn an_answer_has_its_status_its_headers_and_its_body() {
    let (server, https) = pair().await;
    let answer = get(&https, &server.url("/hello"), LIMITS).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::OK);
    assert_eq!(answer.headers()["x-path"], "/hello");
    assert_eq!(answer.body(), b"hello");
}

#[tokio::test]
async fn every_status_is_an_answer() {
    let (server, https) = pair().await;
    for status in [400, 401, 404, 429, 500, 503] {
        let answer = get(&https, &server.url(&format!("/status/{status}")), LIMITS).await.expect("an answer");
        assert_eq!(answer.status(), status);
    }
}

#[tokio::test]
async fn a_redirect_is_an_answer_and_not_followed() {
    let (server, https) = pair().await;
    let answer = get(&https, &server.url("/redirect"), LIMITS).await.expect("an answer");
    assert_eq!(answer.status(), StatusCode::FOUND);
    assert_eq!(answer.headers()["location"], "/hello");
    assert_eq!(server.seen(), ["GET /redirect"]);
}

#[tokio::test]
async fn a_body_is_sent_and_so_are_headers() {
    let (server, https) = pair().await;
    let request = Request::post(server.url("/echo")).header("x-one", "two").body(b"three".to_vec()).expect("a request");
    let answer = https.fetch(request, LIMITS).await.expect("an answer");
    assert_eq!(String::from_utf8_lossy(answer.body()), "two three");
    let empty = Request::post(server.url("/echo")).header("x-one", "two").body(Vec::new()).expect("a request");
    assert_eq!(https.fetch(empty, LIMITS).await.expect("an answer").body(), b"two ");
}

#[tokio::test]
async fn a_body_of_just_the_limit_is_read_and_a_larger_one_is_not() {
    let (server, https) = pair().await;
    let just = get(&https, &server.url("/bytes/1000"), LIMITS).await.expect("an answer");
    assert_eq!(just.body().len(), 1000);
    assert_eq!(get(&https, &server.url("/bytes/1001"), LIMITS).await.expect_err("too large"), FetchError::TooLarge);
}

#[tokio::test]
async fn a_body_without_end_is_not_read_for_ever() {
    let (server, https) = pair().await;
    assert_eq!(get(&https, &server.url("/endless"), LIMITS).await.expect_err("too large"), FetchError::TooLarge);
}

async fn assert_times_out(https: &Https, url: &str) {
    let started = Instant::now();
    assert_eq!(get(https, url, IMPATIENT).await.expect_err("too slow"), FetchError::TimedOut);
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_server_that_never_answers_is_left() {
    let (server, https) = pair().await;
    assert_times_out(&https, &server.url("/silent")).await;
}

#[tokio::test]
async fn a_body_that_drips_is_left() {
    let (server, https) = pair().await;
    assert_times_out(&https, &server.url("/drip")).await;
}

#[tokio::test]
async fn a_server_that_does_not_shake_hands_is_left() {
    // The system takes the connection; nobody ever reads from it.
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("https://{}/", listener.local_addr().expect("an address"));
    assert_times_out(&Https::new(), &url).await;
}

/// Runs something with a single thread for requests.
async fn with_one_thread<F: Future<Output = ()>>(work: impl FnOnce() -> F + Send + 'static) {
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(1).build().expect("a runtime");
        runtime.block_on(work());
    });
    tokio::task::spawn_blocking(|| thread.join()).await.expect("a task").expect("the test");
}

#[tokio::test]
async fn the_wait_for_a_thread_is_part_of_the_time() {
    let (server, https) = pair().await;
    let url = server.url("/hello");
    with_one_thread(|| async move {
        let (done, busy) = std::sync::mpsc::channel::<()>();
        let blocked = tokio::task::spawn_blocking(move || busy.recv());
        assert_times_out(&https, &url).await;
        done.send(()).expect("the thread waits");
        blocked.await.expect("the thread ends").expect("a message");
    })
    .await;
    assert_eq!(server.seen(), [""; 0], "what was not begun in time is not begun at all");
}

#[tokio::test]
async fn a_slow_server_does_not_keep_a_thread() {
    let (server, https) = pair().await;
    let (silent, hello) = (server.url("/silent"), server.url("/hello"));
    with_one_thread(|| async move {
        assert_times_out(&https, &silent).await;
        assert_eq!(get(&https, &hello, LIMITS).await.expect("an answer").body(), b"hello");
    })
    .await;
}

#[tokio::test]
async fn nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("https://{}/", listener.local_addr().expect("an address"));
    drop(listener);
    assert_eq!(get(&Https::new(), &url, LIMITS).await.expect_err("nobody"), FetchError::Unreachable);
}

#[tokio::test]
async fn a_broken_answer_is_none() {
    let (server, https) = pair().await;
    assert_eq!(get(&https, &server.url("/broken"), LIMITS).await.expect_err("no HTTP"), FetchError::Unreachable);
    assert_eq!(get(&https, &server.url("/short"), LIMITS).await.expect_err("not all of it"), FetchError::Unreachable);
}

#[tokio::test]
async fn an_unknown_authority_is_not_trusted() {
    let (server, _) = pair().await;
    for https in [Https::new(), Https::trusting(&Certificate::new("127.0.0.1").trust())] {
        assert_eq!(get(&https, &server.url("/hello"), LIMITS).await.expect_err("not trusted"), FetchError::Untrusted);
    }
    assert_eq!(server.seen(), [""; 0]);
}

#[tokio::test]
async fn a_certificate_for_another_host_is_not_trusted() {
    let certificate = Certificate::new("other.example");
    let server = Server::start(&certificate).await;
    let https = Https::trusting(&certificate.trust());
    assert_eq!(get(&https, &server.url("/hello"), LIMITS).await.expect_err("another host"), FetchError::Untrusted);
    assert_eq!(server.seen(), [""; 0]);
}

#[tokio::test]
async fn several_authorities_are_trusted() {
    let (one, other) = (Certificate::new("127.0.0.1"), Certificate::new("127.0.0.1"));
    let https = Https::trusting(&Trust::pem(one.pem() + &other.pem()).expect("two certificates"));
    for certificate in [one, other] {
        let server = Server::start(&certificate).await;
        assert_eq!(get(&https, &server.url("/hello"), LIMITS).await.expect("an answer").body(), b"hello");
    }
}

#[test]
fn what_is_no_certificate_is_not_trusted() {
    assert_eq!(Trust::pem("").expect_err("nothing"), TrustError::Empty);
    assert_eq!(Trust::pem("-----BEGIN CERTIFICATE-----\n-----END").expect_err("no end"), TrustError::Malformed);
    let no_der = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    assert_eq!(Trust::pem(no_der).expect_err("no certificate"), TrustError::Malformed);
}

#[tokio::test]
async fn only_https_is_spoken() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    listener.set_nonblocking(true).expect("a listener");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    assert_eq!(get(&Https::new(), &url, LIMITS).await.expect_err("plain"), FetchError::NotHttps);
    assert!(listener.accept().is_err(), "a connection was made");
    assert_eq!(get(&Https::new(), "ftp://127.0.0.1/", LIMITS).await.expect_err("another scheme"), FetchError::NotHttps);
}

#[tokio::test]
async fn connections_are_kept_and_clones_share_them() {
    let (server, https) = pair().await;
    for _ in 0..3 {
        get(&https.clone(), &server.url("/hello"), LIMITS).await.expect("an answer");
    }
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_server_may_come_back() {
    let certificate = Certificate::new("127.0.0.1");
    let https = Https::trusting(&certificate.trust());
    let server = Server::start(&certificate).await;
    let (address, url) = (server.address(), server.url("/hello"));
    get(&https, &url, LIMITS).await.expect("an answer");
    server.stop().await;
    assert_eq!(get(&https, &url, LIMITS).await.expect_err("it is gone"), FetchError::Unreachable);
    let _server = Server::start_at(address, &certificate).await;
    assert_eq!(get(&https, &url, LIMITS).await.expect("an answer").body(), b"hello");
}

/// The environment belongs to a process, so this test is run in another one, by the next.
#[tokio::test]
async fn an_answer_for_whatever_the_environment_says() {
    let (server, https) = pair().await;
    assert_eq!(get(&https, &server.url("/hello"), LIMITS).await.expect("an answer").body(), b"hello");
}

#[test]
fn no_proxy_is_taken_from_the_environment() {
    let mut test = std::process::Command::new(std::env::current_exe().expect("this test"));
    for name in ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        // Nobody listens at port 9, which is for discarding.
        test.env(name, "http://127.0.0.1:9");
    }
    let output = test.args(["--exact", "an_answer_for_whatever_the_environment_says"]).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

#[tokio::test]
async fn an_error_never_tells_the_address() {
    let (server, https) = pair().await;
    let urls = [
        server.url("/secret-path?secret-query"),
        "http://secret-host.invalid/secret-path".to_owned(),
        "https://secret-user:secret-word@127.0.0.1:1/secret-path".to_owned(),
        "https://secret-host.invalid:99999/secret-path".to_owned(),
        "/secret-path".to_owned(),
    ];
    for url in urls {
        let Ok(request) = Request::get(url.as_str()).body(Vec::new()) else { continue };
        let limits = Limits { time: Duration::from_millis(500), body: 0 };
        let error = https.fetch(request, limits).await.expect_err("no answer");
        assert!(!format!("{error} {error:?}").contains("secret"), "{url}: {error:?}");
    }
}

/// Everything that is logged in this process, down to the finest level, by way of `tracing` and of `log`.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Log;

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().expect("the log").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn a_token_in_a_header_is_never_logged() {
    let level = tracing_subscriber::filter::LevelFilter::TRACE;
    tracing_subscriber::fmt().with_max_level(level).with_ansi(false).with_writer(|| Log).init();
    tracing::trace!("the log is heard");
    let (server, https) = pair().await;
    let request = Request::post(server.url("/secret-path")).header("authorization", "Bearer SECRETSECRET").body(b"BODYBODY".to_vec());
    https.fetch(request.expect("a request"), LIMITS).await.expect("an answer");
    let log = String::from_utf8(LOG.lock().expect("the log").clone()).expect("a log is text");
    assert!(log.contains("the log is heard"));
    // "SECR" and "BODY" in the hexadecimal of the layer below.
    for word in ["SECRET", "secret-path", "BODYBODY", "5345 4352", "424f 4459", "53 45 43 52", "53454352", "ureq"] {
        assert!(!log.contains(word), "{word}: {log}");
    }
}
