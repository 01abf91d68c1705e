//! What Alexa does: signs requests with a certificate that an authority of this soak vouches for.

use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rcgen::{
    BasicConstraints, CertificateParams, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose, PKCS_RSA_SHA256, SigningKey,
};
use serde_json::{Value, json};

const SKILL: &str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000";

pub struct Alexa {
    /// The authority's certificate.
    pub root: String,
    /// What is at the addresses of certificates.
    pub chain: String,
    key: KeyPair,
}

impl Alexa {
    pub fn new() -> Self {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        valid(&mut authority);
        let signer = KeyPair::generate().expect("a key");
        let root = authority.self_signed(&signer).expect("a certificate").pem();
        let mut leaf = CertificateParams::new(["echo-api.amazon.com".to_owned()]).expect("a name");
        leaf.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        valid(&mut leaf);
        let key = KeyPair::generate_for(&PKCS_RSA_SHA256).expect("a key");
        let chain = leaf.signed_by(&key, &Issuer::new(authority, signer)).expect("a certificate").pem();
        Self { root, chain, key }
    }

    /// A request over HTTP. Its certificate is at `/echo.api/NAME.pem`.
    pub fn request(&self, name: &str, body: &str) -> Vec<u8> {
        let signature = STANDARD.encode(self.key.sign(body.as_bytes()).expect("a signature"));
        let url = format!("https://s3.amazonaws.com/echo.api/{name}.pem");
        format!(
            "POST / HTTP/1.1\r\nHost: count.example\r\nContent-Type: application/json\r\nContent-Length: {}\r\nSignatureCertChainUrl: {url}\r\n\
             Signature-256: {signature}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    }
}

fn valid(params: &mut CertificateParams) {
    let day = Duration::from_secs(24 * 60 * 60);
    let now = rcgen::date_time_ymd(1970, 1, 1) + SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
    (params.not_before, params.not_after) = (now - day, now + 30 * day);
}

/// What a user says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Said {
    CountOne,
    Account,
}

/// The body of a request of now.
pub fn body(said: Said, user: usize) -> String {
    let name = match said {
        Said::CountOne => "CountOne",
        Said::Account => "Account",
    };
    let request = json!({"type": "IntentRequest", "requestId": format!("r-{user}"), "locale": "en-US", "timestamp": jiff::Timestamp::now().to_string(),
        "intent": {"name": name, "confirmationStatus": "NONE", "slots": {}}});
    let user = json!({"userId": format!("amzn1.ask.account.{user:0>180}"), "accessToken": "t".repeat(500)});
    let application = json!({"applicationId": SKILL});
    let envelope: Value = json!({
        "version": "1.0",
        "session": {"new": false, "sessionId": "s", "application": application, "user": user, "attributes": {"note": "x".repeat(500)}},
        "context": {"System": {"application": application, "user": user, "apiEndpoint": "https://api.amazonalexa.com",
            "apiAccessToken": "e".repeat(1200), "device": {"deviceId": "d".repeat(160), "supportedInterfaces": {}}}},
        "request": request,
    });
    envelope.to_string()
}
