//! What Amazon's functional test of a skill is known to send, good and bad.

use std::time::Duration;

use sayso::verify::Rejected;

use crate::support::{Answer, Scene, Signed, URL, at, body, ca, launch, leaf, leaf_key, other_key, request};

async fn assert_verdict(signed: &Signed, verdict: Result<(), Rejected>) {
    assert_eq!(Scene::new().verify(signed).await, verdict);
}

#[tokio::test]
async fn good_launch_intent_and_end() {
    for kind in ["LaunchRequest", "IntentRequest", "SessionEndedRequest"] {
        assert_verdict(&Signed::new(body(kind, at(0).into())), Ok(())).await;
    }
}

#[tokio::test]
async fn no_signature_url_header() {
    assert_verdict(&request().without("SignatureCertChainUrl"), Err(Rejected::NoCertificateUrl)).await;
}

#[tokio::test]
async fn empty_signature_url() {
    assert_verdict(&request().at_url(""), Err(Rejected::NoCertificateUrl)).await;
}

#[tokio::test]
async fn incorrect_certificate_url() {
    assert_verdict(&request().at_url("https://s3.amazonaws.com/echo.apx/echo-api-cert.pem"), Err(Rejected::CertificatePath)).await;
}

#[tokio::test]
async fn invalid_signature_url() {
    assert_verdict(&request().at_url("https://sec.evil.com/echo.api/echo-api-cert.pem"), Err(Rejected::CertificateHost)).await;
}

#[tokio::test]
async fn unavailable_chain() {
    let scene = Scene::new();
    scene.net.set(URL, Answer::Status(404));
    assert_eq!(scene.verdict().await, Err(Rejected::UnfetchedStatus(404)));
}

#[tokio::test]
async fn invalid_signature() {
    assert_verdict(&Signed::by(other_key(), launch()), Err(Rejected::WrongSignature)).await;
}

#[tokio::test]
async fn old_timestamp() {
    let scene = Scene::new();
    scene.clock.forward(Duration::from_secs(600));
    assert_eq!(scene.verdict().await, Err(Rejected::TooOld));
}

/// The test of Amazon's passes services that do not look for this.
#[tokio::test]
async fn missing_root_of_trust() {
    let stranger = ca("Stranger", None, |_| ());
    let scene = Scene::of(&(stranger.sign(&leaf(|_| ()), leaf_key()) + &stranger.pem));
    assert_eq!(scene.verdict().await, Err(Rejected::UntrustedChain));
}
