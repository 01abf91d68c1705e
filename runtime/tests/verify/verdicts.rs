//! How verdicts are told.

use std::collections::BTreeSet;

use sayso::fetch::FetchError;
use sayso::verify::{Rejected, Verifier};

const ALL: [Rejected; 29] = [
    Rejected::NoCertificateUrl,
    Rejected::RepeatedCertificateUrl,
    Rejected::MalformedCertificateUrl,
    Rejected::CertificateScheme,
    Rejected::CertificateHost,
    Rejected::CertificatePort,
    Rejected::CertificatePath,
    Rejected::NoSignature,
    Rejected::OnlyOldSignature,
    Rejected::RepeatedSignature,
    Rejected::MalformedSignature,
    Rejected::Unfetched(FetchError::TimedOut),
    Rejected::UnfetchedStatus(404),
    Rejected::Busy,
    Rejected::MalformedChain,
    Rejected::LongChain,
    Rejected::MalformedCertificate,
    Rejected::ExpiredCertificate,
    Rejected::EarlyCertificate,
    Rejected::OtherCertificate,
    Rejected::CertificatePurpose,
    Rejected::CertificateKey,
    Rejected::UntrustedChain,
    Rejected::WrongSignature,
    Rejected::MalformedBody,
    Rejected::NoTimestamp,
    Rejected::MalformedTimestamp,
    Rejected::TooOld,
    Rejected::TooNew,
];

#[test]
fn each_has_a_code_and_a_sentence_of_its_own() {
    let codes: BTreeSet<&str> = ALL.iter().map(|rejected| rejected.code()).collect();
    let sentences: BTreeSet<String> = ALL.iter().map(ToString::to_string).collect();
    assert_eq!((codes.len(), sentences.len()), (ALL.len(), ALL.len()));
    for code in codes {
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{code}");
    }
    for sentence in sentences {
        assert!(sentence.contains(' ') && !sentence.ends_with('.'), "{sentence}");
    }
}

#[test]
fn codes_are_the_names_of_the_variants() {
    for rejected in ALL {
        let name = format!("{rejected:?}");
        let name = name.split('(').next().expect("a name");
        let kebab: String =
            name.chars().map(|char| if char.is_uppercase() { format!("-{}", char.to_ascii_lowercase()) } else { char.into() }).collect();
        assert_eq!(kebab.trim_start_matches('-'), rejected.code());
    }
}

#[test]
fn why_nothing_was_fetched_is_told() {
    assert_eq!(Rejected::Unfetched(FetchError::TimedOut).to_string(), "the certificates cannot be fetched: the answer took too long");
    assert_eq!(Rejected::UnfetchedStatus(404).to_string(), "the certificates cannot be fetched: the answer is 404");
}

#[test]
fn a_verifier_may_go_anywhere() {
    fn anywhere<T: Clone + Send + Sync + 'static>(_: &T) {}
    fn sendable<T: Send>(_: &T) {}
    let verifier = Verifier::new();
    anywhere(&verifier);
    sendable(&verifier.verify(&http::HeaderMap::new(), b""));
}
