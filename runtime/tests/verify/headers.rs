//! The headers.

use http::HeaderValue;
use sayso::verify::Rejected;

use crate::support::{Scene, Signed, URL, request};

async fn assert_rejected(signed: &Signed, why: Rejected) {
    let scene = Scene::new();
    assert_eq!(scene.verify(signed).await, Err(why));
    assert_eq!(scene.net.asked(), [""; 0], "nothing is fetched for such headers");
}

#[tokio::test]
async fn right() {
    assert_eq!(Scene::new().verdict().await, Ok(()));
}

#[tokio::test]
async fn no_certificate_url() {
    assert_rejected(&request().without("SignatureCertChainUrl"), Rejected::NoCertificateUrl).await;
}

#[tokio::test]
async fn no_signature() {
    assert_rejected(&request().without("Signature-256"), Rejected::NoSignature).await;
}

#[tokio::test]
async fn no_headers_at_all() {
    assert_rejected(&request().without("Signature-256").without("SignatureCertChainUrl"), Rejected::NoCertificateUrl).await;
}

#[tokio::test]
async fn empty_certificate_url() {
    assert_rejected(&request().at_url(""), Rejected::NoCertificateUrl).await;
}

#[tokio::test]
async fn empty_signature() {
    assert_rejected(&request().with("Signature-256", ""), Rejected::NoSignature).await;
}

#[tokio::test]
async fn any_letter_case_of_names() {
    for (url, signature) in
        [("signaturecertchainurl", "signature-256"), ("SIGNATURECERTCHAINURL", "SIGNATURE-256"), ("SignatureCertChainURL", "sIgNaTuRe-256")]
    {
        let plain = request();
        let named = Signed { headers: http::HeaderMap::new(), ..plain.clone() }.with(url, URL).with(signature, plain.signature());
        assert_eq!(Scene::new().verify(&named).await, Ok(()), "{url}");
    }
}

#[tokio::test]
async fn duplicate_certificate_url() {
    for other in [URL, "https://s3.amazonaws.com/echo.api/other.pem", "https://evil.example/", ""] {
        assert_rejected(&request().and("SignatureCertChainUrl", other), Rejected::RepeatedCertificateUrl).await;
    }
}

#[tokio::test]
async fn duplicate_signature() {
    let same = request().signature().to_owned();
    for other in [same.as_str(), "AAAA", ""] {
        assert_rejected(&request().and("Signature-256", other), Rejected::RepeatedSignature).await;
    }
}

#[tokio::test]
async fn duplicates_in_one_line() {
    let signature = request().signature().to_owned();
    assert_rejected(&request().with("Signature-256", &format!("{signature}, {signature}")), Rejected::MalformedSignature).await;
    assert_rejected(&request().at_url(&format!("{URL}, {URL}")), Rejected::MalformedCertificateUrl).await;
}

#[tokio::test]
async fn only_legacy_signature() {
    let signature = request().signature().to_owned();
    assert_rejected(&request().without("Signature-256").with("Signature", &signature), Rejected::OnlyOldSignature).await;
}

/// Alexa sends both, and what the old one says does not matter.
#[tokio::test]
async fn legacy_signature_beside() {
    assert_eq!(Scene::new().verify(&request().with("Signature", "rubbish")).await, Ok(()));
}

#[tokio::test]
async fn bytes_that_are_no_text() {
    let mut signed = request();
    signed.headers.insert("SignatureCertChainUrl", HeaderValue::from_bytes(b"https://s3.amazonaws.com/echo.api/\xff").expect("a value"));
    assert_rejected(&signed, Rejected::MalformedCertificateUrl).await;
    let mut signed = request();
    signed.headers.insert("Signature-256", HeaderValue::from_bytes(b"AA\xffA").expect("a value"));
    assert_rejected(&signed, Rejected::MalformedSignature).await;
}
