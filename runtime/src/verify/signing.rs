//! Requests that are signed for real, by an authority that only a test or a simulator trusts.

use std::fmt;
use std::time::{Duration, SystemTime};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue, Request, Response, StatusCode};
use rcgen::{
    BasicConstraints, CertificateParams, ExtendedKeyUsagePurpose, IsCa, Issuer, KeyPair, KeyUsagePurpose, PKCS_RSA_SHA256, SigningKey,
};

use crate::fetch::{Fetch, Fetching, Limits, Trust};

const URL: &str = "https://s3.amazonaws.com/echo.api/echo-api-cert.pem";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Signs requests as Alexa does, with a chain of its own: a root, an authority between, and a certificate for Alexa's name.
///
/// A [`Verifier`](super::Verifier) believes it only if it was built to: it trusts this root in the place of the public ones, and this authority
/// answers in the place of the network. Its keys are made anew each time, and cannot be taken out.
///
/// ```
/// use sayso::verify::{Authority, Rejected, Verifier};
/// use std::sync::Arc;
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let alexa = Arc::new(Authority::new()?);
/// let verifier = Verifier::builder().trust(alexa.trust()).fetch(Arc::clone(&alexa)).build();
///
/// let body = br#"{"request": {"type": "LaunchRequest", "timestamp": "2026-11-22T12:00:00Z"}}"#;
/// let headers = alexa.sign(body)?;
/// // Signed by the right authority, but not today.
/// assert_eq!(verifier.verify(&headers, body).await, Err(Rejected::TooOld));
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(run()).unwrap();
/// ```
pub struct Authority {
    trust: Trust,
    chain: String,
    key: KeyPair,
}

impl Authority {
    /// An authority whose certificates are valid for a year from now. Making its keys takes a moment.
    ///
    /// # Errors
    /// If the machine gives no randomness for the keys.
    pub fn new() -> Result<Self, SigningError> {
        Self::at(SystemTime::now())
    }

    /// The same for a clock that is set to another time.
    ///
    /// # Errors
    /// If the machine gives no randomness for the keys.
    pub fn at(now: SystemTime) -> Result<Self, SigningError> {
        let root = Signer::new(authority("Root", now), None)?;
        let middle = Signer::new(authority("Authority", now), Some(&root))?;
        let key = KeyPair::generate_for(&PKCS_RSA_SHA256)?;
        let leaf = alexa(now)?.signed_by(&key, &middle.issuer)?;
        let chain = leaf.pem() + &middle.certificate;
        let trust = Trust::pem(root.certificate).map_err(|_| SigningError(()))?;
        Ok(Self { trust, chain, key })
    }

    /// What a verifier has to trust to believe this authority.
    #[must_use]
    pub fn trust(&self) -> Trust {
        self.trust.clone()
    }

    /// The headers that Alexa would send with this body.
    ///
    /// # Errors
    /// If the machine gives no randomness to protect the key.
    pub fn sign(&self, body: &[u8]) -> Result<HeaderMap, SigningError> {
        let signature = STANDARD.encode(self.key.sign(body)?);
        let signature = HeaderValue::try_from(signature).map_err(|_| SigningError(()))?;
        let mut headers = HeaderMap::new();
        headers.insert("signaturecertchainurl", HeaderValue::from_static(URL));
        headers.insert("signature-256", signature);
        Ok(headers)
    }
}

/// Answers in the place of Amazon's server.
impl Fetch for Authority {
    fn fetch<'a>(&'a self, request: Request<Vec<u8>>, _: Limits) -> Fetching<'a> {
        let is_known = *request.uri() == URL;
        let mut answer = Response::new(if is_known { self.chain.clone().into_bytes() } else { Vec::new() });
        *answer.status_mut() = if is_known { StatusCode::OK } else { StatusCode::NOT_FOUND };
        Box::pin(std::future::ready(Ok(answer)))
    }
}

impl fmt::Debug for Authority {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authority").finish_non_exhaustive()
    }
}

/// What signs other certificates.
struct Signer {
    certificate: String,
    issuer: Issuer<'static, KeyPair>,
}

impl Signer {
    fn new(params: CertificateParams, by: Option<&Self>) -> Result<Self, SigningError> {
        let key = KeyPair::generate()?;
        let certificate = match by {
            Some(by) => params.signed_by(&key, &by.issuer)?,
            None => params.self_signed(&key)?,
        };
        Ok(Self { certificate: certificate.pem(), issuer: Issuer::new(params, key) })
    }
}

fn authority(name: &str, now: SystemTime) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name.push(rcgen::DnType::CommonName, format!("{name} of a test"));
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    valid(&mut params, now);
    params
}

/// Like the certificate that Alexa has been seen to use.
fn alexa(now: SystemTime) -> Result<CertificateParams, SigningError> {
    let mut params = CertificateParams::new(["echo-api.amazon.com".to_owned()])?;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature, KeyUsagePurpose::KeyEncipherment];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
    valid(&mut params, now);
    Ok(params)
}

fn valid(params: &mut CertificateParams, now: SystemTime) {
    let now = rcgen::date_time_ymd(1970, 1, 1) + now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    params.not_before = now - DAY;
    params.not_after = now + 365 * DAY;
}

/// Says that a request could not be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SigningError(());

impl From<rcgen::Error> for SigningError {
    fn from(_: rcgen::Error) -> Self {
        Self(())
    }
}

impl fmt::Display for SigningError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the keys to sign with cannot be made or used")
    }
}

impl std::error::Error for SigningError {}
