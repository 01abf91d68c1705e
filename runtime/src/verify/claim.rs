//! What the headers of a request claim: where the certificates lie, and the signature.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::{HeaderMap, HeaderValue};

use super::Rejected;
use super::url::CertificateUrl;

// The longest RSA key that is accepted has 8192 bits.
const LONGEST_SIGNATURE: usize = 1024;

pub(super) struct Claim {
    pub(super) url: CertificateUrl,
    pub(super) signature: Vec<u8>,
}

impl Claim {
    pub(super) fn read(headers: &HeaderMap) -> Result<Self, Rejected> {
        let url = only(headers, "signaturecertchainurl", Rejected::RepeatedCertificateUrl)?.ok_or(Rejected::NoCertificateUrl)?;
        let signature = only(headers, "signature-256", Rejected::RepeatedSignature)?.ok_or_else(|| missing(headers))?;
        let url = url.to_str().map_err(|_| Rejected::MalformedCertificateUrl)?;
        Ok(Self { url: CertificateUrl::parse(url)?, signature: decode(signature)? })
    }
}

/// The one header of this name. Where there are two, each reader would choose another one.
fn only<'h>(headers: &'h HeaderMap, name: &str, repeated: Rejected) -> Result<Option<&'h HeaderValue>, Rejected> {
    let mut all = headers.get_all(name).iter();
    let first = all.next();
    if all.next().is_some() {
        return Err(repeated);
    }
    Ok(first.filter(|value| !value.is_empty()))
}

/// The header `Signature` has a SHA-1 signature, which proves nothing any more. Alexa sends both.
fn missing(headers: &HeaderMap) -> Rejected {
    if headers.contains_key("signature") { Rejected::OnlyOldSignature } else { Rejected::NoSignature }
}

fn decode(signature: &HeaderValue) -> Result<Vec<u8>, Rejected> {
    let text = signature.as_bytes();
    if text.len() > LONGEST_SIGNATURE.div_ceil(3) * 4 {
        return Err(Rejected::MalformedSignature);
    }
    STANDARD.decode(text).map_err(|_| Rejected::MalformedSignature)
}
