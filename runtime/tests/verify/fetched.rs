//! What comes back from the certificate URL, and what does not.

use std::time::Duration;

use sayso::fetch::FetchError;
use sayso::verify::Rejected;

use crate::support::{Answer, Scene, URL, leaf, leaf_key, middle, request};

async fn assert_rejected(answer: Answer, why: Rejected) {
    let scene = Scene::new();
    scene.net.set(URL, answer);
    assert_eq!(scene.verdict().await, Err(why));
    assert_eq!(scene.net.asked(), [URL]);
}

#[tokio::test]
async fn status_400_403_404() {
    for status in [400, 403, 404, 500, 503] {
        assert_rejected(Answer::Status(status), Rejected::UnfetchedStatus(status)).await;
    }
}

#[tokio::test]
async fn status_301() {
    for status in [301, 302, 307] {
        assert_rejected(Answer::Status(status), Rejected::UnfetchedStatus(status)).await;
    }
}

#[tokio::test]
async fn status_201_and_206() {
    for status in [201, 206] {
        assert_rejected(Answer::Status(status), Rejected::UnfetchedStatus(status)).await;
    }
}

#[tokio::test]
async fn empty_reply() {
    assert_rejected(Answer::Text(String::new()), Rejected::MalformedChain).await;
}

#[tokio::test]
async fn connection_error() {
    for error in [FetchError::Unreachable, FetchError::Untrusted] {
        assert_rejected(Answer::Error(error), Rejected::Unfetched(error)).await;
    }
}

#[tokio::test]
async fn oversized_body() {
    assert_rejected(Answer::Error(FetchError::TooLarge), Rejected::Unfetched(FetchError::TooLarge)).await;
    // A fetcher that does not look at the limit.
    let large = Scene::of(&(middle().sign(&leaf(|_| ()), leaf_key()) + &middle().pem + &" ".repeat(32 * 1024)));
    assert_eq!(large.verdict().await, Err(Rejected::Unfetched(FetchError::TooLarge)));
}

#[tokio::test]
async fn slow_body() {
    assert_rejected(Answer::Error(FetchError::TimedOut), Rejected::Unfetched(FetchError::TimedOut)).await;
}

#[tokio::test(start_paused = true)]
async fn a_fetcher_that_never_ends() {
    let started = tokio::time::Instant::now();
    assert_rejected(Answer::Hang, Rejected::Unfetched(FetchError::TimedOut)).await;
    assert!(started.elapsed() <= Duration::from_secs(4), "{:?}", started.elapsed());
}

#[tokio::test]
async fn a_fetcher_that_panics() {
    let scene = Scene::new();
    let right = scene.net.answer(URL);
    scene.net.set(URL, Answer::Panic);
    assert_eq!(scene.verdict().await, Err(Rejected::Unfetched(FetchError::Unreachable)));
    scene.net.set(URL, right);
    assert_eq!(scene.verdict().await, Ok(()), "the panic left nothing behind");
}

#[tokio::test]
async fn limits_well_within_eight_seconds() {
    let scene = Scene::new();
    assert_eq!(scene.verdict().await, Ok(()));
    let limits = scene.net.limits();
    assert!(limits.len() == 1 && limits[0].time <= Duration::from_secs(4) && limits[0].body <= 64 * 1024, "{limits:?}");
}

#[tokio::test]
async fn second_request_served_from_cache() {
    let scene = Scene::new();
    for _ in 0..10 {
        assert_eq!(scene.verdict().await, Ok(()));
    }
    assert_eq!(scene.net.asked(), [URL]);
}

#[tokio::test]
async fn clones_share_the_cache() {
    let scene = Scene::new();
    let (clone, signed) = (scene.verifier.clone(), request());
    assert_eq!(scene.verdict().await, Ok(()));
    assert_eq!(clone.verify(&signed.headers, &signed.body).await, Ok(()));
    assert_eq!(scene.net.asked(), [URL]);
}

#[tokio::test]
async fn spellings_of_one_url_share_the_cache() {
    let scene = Scene::new();
    for url in [
        "https://s3.amazonaws.com/echo.api/echo-api-cert.pem",
        "https://s3.amazonaws.com:443/echo.api/echo-api-cert.pem",
        "HTTPS://S3.amazonaws.com/x/../echo.api/./echo-api-cert.pem",
    ] {
        assert_eq!(scene.verify(&request().at_url(url)).await, Ok(()), "{url}");
    }
    assert_eq!(scene.net.asked(), [URL]);
}

#[tokio::test]
async fn distinct_urls_with_identical_content() {
    let scene = Scene::new();
    let other = "https://s3.amazonaws.com/echo.api/echo-api-cert-2.pem";
    scene.net.set(other, scene.net.answer(URL));
    for url in [URL, other, URL, other] {
        assert_eq!(scene.verify(&request().at_url(url)).await, Ok(()), "{url}");
    }
    assert_eq!(scene.net.asked(), [URL, other]);
}

#[tokio::test]
async fn cache_after_leaf_expiry() {
    let scene = Scene::of_leaf(&leaf(|params| crate::support::Validity(-60, 90).put(params)));
    assert_eq!(scene.verdict().await, Ok(()));
    scene.clock.forward(Duration::from_secs(91));
    assert_eq!(scene.verdict().await, Err(Rejected::ExpiredCertificate));
    assert_eq!(scene.net.asked(), [URL, URL]);
}
