//! From fetched text to a key that Alexa signs with.

use std::time::{Duration, SystemTime};

use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, TrustAnchor, UnixTime};
use webpki::{ALL_VERIFICATION_ALGS, EndEntityCert, KeyUsage};

use super::Rejected;

/// The name that Alexa's certificate is for.
const NAME: &str = "echo-api.amazon.com";

/// A chain has three or four certificates; more are only work.
const MOST: usize = 8;

/// How long a key is believed before its certificates are looked at again.
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The key of a certificate that was validated.
pub(super) struct Key(ParsedPublicKey);

impl Key {
    pub(super) fn verify(&self, body: &[u8], signature: &[u8]) -> Result<(), Rejected> {
        self.0.verify_sig(body, signature).map_err(|_| Rejected::WrongSignature)
    }
}

/// The key that this text vouches for, and for how long.
pub(super) fn examine(pem: &[u8], anchors: &[TrustAnchor<'_>], now: SystemTime) -> Result<(Key, Duration), Rejected> {
    let certificates = read(pem)?;
    let (first, others) = certificates.split_first().ok_or(Rejected::MalformedChain)?;
    let leaf = EndEntityCert::try_from(first).map_err(|_| Rejected::MalformedCertificate)?;
    let chain = Chain { leaf: &leaf, others, anchors };
    let now = now.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    chain.check(now).map_err(rejected)?;
    // Equal, and not as a browser compares: a certificate for all of a domain is not one for Alexa.
    if !leaf.valid_dns_names().any(|name| name == NAME) {
        return Err(Rejected::OtherCertificate);
    }
    let key = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, leaf.subject_public_key_info()).map_err(|_| Rejected::CertificateKey)?;
    Ok((Key(key), chain.holds_for(now)))
}

/// The certificates of a PEM text, in their order. Text around the blocks is allowed, another block is not: whoever reads it as a
/// certificate would see another chain.
fn read(pem: &[u8]) -> Result<Vec<CertificateDer<'static>>, Rejected> {
    const BEGIN: &[u8] = b"-----BEGIN";
    let blocks = pem.windows(BEGIN.len()).filter(|window| *window == BEGIN).count();
    if blocks > MOST {
        return Err(Rejected::LongChain);
    }
    let read = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>();
    // The reader steps over blocks of a kind that it does not look for, and over what it does not take for a block.
    read.ok().filter(|certificates| certificates.len() == blocks).ok_or(Rejected::MalformedChain)
}

struct Chain<'a> {
    leaf: &'a EndEntityCert<'a>,
    others: &'a [CertificateDer<'a>],
    anchors: &'a [TrustAnchor<'a>],
}

impl Chain<'_> {
    /// Looks for a path to any authority, as `webpki` does for browsers: the order of what lies between does not matter, nor whether
    /// all of it is used, so that a cross-signature by a root that nobody trusts any more does no harm. Its work is bounded.
    ///
    /// A certificate that lists its purposes has to list that of a web server, though Alexa signs requests with it and serves nothing. A name in
    /// a certificate proves something only where the authority had to check whose it is, and Mozilla's list holds authorities to that for web
    /// servers alone. Amazon's SDK for Java demands the same, by way of Java's trust manager, so Alexa cannot well do without.
    fn check(&self, at: Duration) -> Result<(), webpki::Error> {
        let time = UnixTime::since_unix_epoch(at);
        self.leaf.verify_for_usage(ALL_VERIFICATION_ALGS, self.anchors, self.others, time, KeyUsage::server_auth(), None, None).map(drop)
    }

    /// How long from now the chain is believed: a day, or until a certificate ends. Each round finds one that ends earlier.
    fn holds_for(&self, now: Duration) -> Duration {
        let mut until = now + DAY;
        for _ in 0..MOST {
            match self.check(until) {
                Ok(()) => return until - now,
                Err(webpki::Error::CertExpired { not_after, .. }) if not_after.as_secs() < until.as_secs() => {
                    until = Duration::from_secs(not_after.as_secs()).max(now);
                }
                Err(_) => break,
            }
        }
        Duration::ZERO
    }
}

fn rejected(error: webpki::Error) -> Rejected {
    match error {
        webpki::Error::CertExpired { .. } => Rejected::ExpiredCertificate,
        webpki::Error::CertNotValidYet { .. } => Rejected::EarlyCertificate,
        webpki::Error::RequiredEkuNotFoundContext(_) => Rejected::CertificatePurpose,
        _ => Rejected::UntrustedChain,
    }
}
