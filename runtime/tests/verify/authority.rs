//! Requests that simulators sign.

use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use sayso::verify::{Authority, Rejected, Verifier};

use crate::support::{NOW, launch};

#[tokio::test]
async fn signs_for_who_trusts_it_and_for_nobody_else() {
    let now = UNIX_EPOCH + Duration::from_secs(NOW);
    let (alexa, other) = (Arc::new(Authority::at(now).expect("keys")), Authority::at(now).expect("keys"));
    let body = launch();
    let headers = alexa.sign(body.as_bytes()).expect("a signature");
    let builder = || Verifier::builder().clock(move || now);
    let verdict = async |verifier: Verifier| verifier.verify(&headers, body.as_bytes()).await;
    assert_eq!(verdict(builder().trust(alexa.trust()).fetch(Arc::clone(&alexa)).build()).await, Ok(()));
    assert_eq!(verdict(builder().fetch(Arc::clone(&alexa)).build()).await, Err(Rejected::UntrustedChain), "the public authorities");
    assert_eq!(verdict(builder().trust(other.trust()).fetch(Arc::clone(&alexa)).build()).await, Err(Rejected::UntrustedChain));
    assert_eq!(verdict(builder().trust(other.trust()).fetch(other).build()).await, Err(Rejected::WrongSignature));
}

#[tokio::test]
async fn is_valid_today() {
    let alexa = Arc::new(Authority::new().expect("keys"));
    let verifier = Verifier::builder().trust(alexa.trust()).fetch(Arc::clone(&alexa)).build();
    let body = format!(r#"{{"request":{{"type":"LaunchRequest","timestamp":"{}"}}}}"#, jiff::Timestamp::now());
    let headers = alexa.sign(body.as_bytes()).expect("a signature");
    assert_eq!(verifier.verify(&headers, body.as_bytes()).await, Ok(()));
    assert_eq!(verifier.verify(&headers, body.replace("Launch", "Lunch").as_bytes()).await, Err(Rejected::WrongSignature));
}

#[test]
fn tells_nothing_of_its_keys() {
    assert_eq!(format!("{:?}", Authority::new().expect("keys")), "Authority { .. }");
}
