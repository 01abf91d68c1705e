//! What other verifiers were found to have: one test for each class of defects.

use std::path::Path;
use std::time::Duration;

use rcgen::DnType;
use rcgen::string::Ia5String;
use sayso::verify::Rejected;

use crate::support::{NAME, Scene, Signed, URL, Validity, ca, launch, leaf, leaf_key, middle, other_key, request};

/// The prefix is checked on a path that the client then normalises: another bucket of the same host.
#[tokio::test]
async fn prefix_of_a_path_that_is_not_normal() {
    let scene = Scene::new();
    for url in ["https://s3.amazonaws.com/echo.api/../evil-bucket/x.pem", "https://s3.amazonaws.com/echo.api/%2e%2e/evil-bucket/x.pem"] {
        assert!(scene.verify(&request().at_url(url)).await.is_err(), "{url}");
    }
    assert_eq!(scene.net.asked(), [""; 0]);
}

/// The key is taken from the text a second time, and two readers choose different blocks.
#[tokio::test]
async fn key_of_a_text_read_twice() {
    let right = middle().sign(&leaf(|_| ()), leaf_key()) + &middle().pem;
    let evil = leaf(|_| ()).self_signed(other_key()).expect("a certificate").pem();
    let decoys = [
        evil.clone(),
        evil.replace("CERTIFICATE", "TRUSTED CERTIFICATE"),
        evil.replace("-----BEGIN", " -----BEGIN"),
        evil.replace('\n', " "),
        evil.replace("-----END CERTIFICATE-----\n", ""),
        other_key().public_key_pem(),
    ];
    for decoy in decoys {
        for chain in [format!("{decoy}{right}"), format!("{right}{decoy}")] {
            let verdict = Scene::of(&chain).verify(&Signed::by(other_key(), launch())).await;
            assert!(verdict.is_err(), "{chain}");
        }
    }
}

/// An expression without anchors and with dots that mean any character; the name as a part of another; no chain; SHA-1.
#[tokio::test]
async fn loose_expressions() {
    let scene = Scene::new();
    for url in [
        "https://s3xamazonaws.com/echo.api/x",
        "https://evil.example/https://s3.amazonaws.com/echo.api/x",
        "https://s3.amazonaws.com/echoxapi/x",
    ] {
        assert!(scene.verify(&request().at_url(url)).await.is_err(), "{url}");
    }
    assert_eq!(scene.net.asked(), [""; 0]);
    let longer = leaf(|params| params.subject_alt_names = vec![dns("echo-api.amazon.com.evil.example")]);
    assert_eq!(Scene::of_leaf(&longer).verdict().await, Err(Rejected::OtherCertificate));
}

fn dns(name: &str) -> rcgen::SanType {
    rcgen::SanType::DnsName(Ia5String::try_from(name).expect("ASCII"))
}

/// A prefix without its slash; the common name in the place of the alternative names.
#[tokio::test]
async fn prefix_without_slash_and_common_name() {
    assert_eq!(Scene::new().verify(&request().at_url("https://s3.amazonaws.com/echo.api-evil/x")).await, Err(Rejected::CertificatePath));
    let common = leaf(|params| params.subject_alt_names = vec![dns("evil.example")]);
    assert_eq!(Scene::of_leaf(&common).verdict().await, Err(Rejected::OtherCertificate));
}

/// A parameter, a variable or a kind of build that turns checks off; a client that trusts everybody.
#[test]
fn no_switch_anywhere() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = 0;
    for folder in ["verify", "fetch"] {
        for file in std::fs::read_dir(source.join(folder)).expect("a folder") {
            let path = file.expect("a file").path();
            let text = std::fs::read_to_string(&path).expect("a text");
            for word in
                ["env::var", "option_env", "debug_assertions", "cfg(test)", "disable_verification", "dangerous", "skip_", "insecure"]
            {
                assert!(!text.contains(word), "{word} in {}", path.display());
            }
            files += 1;
        }
    }
    assert!(files > 8, "{files} files are not all of them");
}

/// Names of the subject in the place of the alternative names; no chain; requests from the future.
#[tokio::test]
async fn subject_in_the_place_of_alternative_names() {
    let subject = leaf(|params| {
        params.subject_alt_names = vec![dns("evil.example")];
        params.distinguished_name.push(DnType::OrganizationName, NAME);
    });
    assert_eq!(Scene::of_leaf(&subject).verdict().await, Err(Rejected::OtherCertificate));
    let scene = Scene::new();
    scene.clock.back(Duration::from_secs(151));
    assert_eq!(scene.verdict().await, Err(Rejected::TooNew));
}

/// No chain, and no look at when validity begins.
#[tokio::test]
async fn no_chain_and_no_beginning() {
    let own = leaf(|_| ()).self_signed(leaf_key()).expect("a certificate").pem();
    assert_eq!(Scene::of(&own).verdict().await, Err(Rejected::UntrustedChain));
    assert_eq!(Scene::of_leaf(&leaf(|params| Validity(60, 600).put(params))).verdict().await, Err(Rejected::EarlyCertificate));
}

/// What is cached before it is checked is believed the second time.
#[tokio::test]
async fn cached_before_checked() {
    let stranger = ca("Stranger", None, |_| ());
    let scenes = [
        (Scene::of_leaf(&leaf(|params| params.subject_alt_names = vec![dns("evil.example")])), Rejected::OtherCertificate),
        (Scene::of(&(stranger.sign(&leaf(|_| ()), leaf_key()) + &stranger.pem)), Rejected::UntrustedChain),
        (Scene::of_leaf(&leaf(|params| Validity(-60, -1).put(params))), Rejected::ExpiredCertificate),
    ];
    for (scene, why) in scenes {
        for _ in 0..3 {
            assert_eq!(scene.verdict().await, Err(why));
        }
        scene.clock.forward(Duration::from_secs(60));
        for _ in 0..3 {
            assert_eq!(scene.verdict().await, Err(why));
        }
        assert_eq!(scene.net.asked(), [URL, URL]);
    }
}

/// Timestamps with a fraction or another zone are not refused, and the future is.
#[tokio::test]
async fn only_whole_seconds_of_one_zone() {
    let verdict = async |timestamp: &str| Scene::new().verify(&Signed::new(crate::support::body("LaunchRequest", timestamp.into()))).await;
    assert_eq!(verdict("2026-11-22T12:00:00.5Z").await, Ok(()));
    assert_eq!(verdict("2026-11-22T14:00:00+02:00").await, Ok(()));
    assert_eq!(verdict("2026-11-22T13:00:00Z").await, Err(Rejected::TooNew));
}
