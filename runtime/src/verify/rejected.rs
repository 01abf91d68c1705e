//! Why a request is not believed.

use std::fmt;

use crate::fetch::FetchError;

/// Why a request is not believed to come from Alexa. To whoever sent it all reasons look alike: 400, and no more. In a log,
/// [`code`](Self::code) is the stable name of the reason, and what `Display` writes is a sentence about it; neither holds anything of the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rejected {
    /// There is no `SignatureCertChainUrl`, or an empty one.
    NoCertificateUrl,
    /// There are several.
    RepeatedCertificateUrl,
    /// It is no address of the form `https://host/path`, or has more than that.
    MalformedCertificateUrl,
    /// It does not begin with `https`.
    CertificateScheme,
    /// Its host is not Amazon's.
    CertificateHost,
    /// Its port is not that of HTTPS.
    CertificatePort,
    /// Its path leads elsewhere than to Alexa's certificates.
    CertificatePath,
    /// There is no `Signature-256`, or an empty one.
    NoSignature,
    /// There is only `Signature`, whose SHA-1 proves nothing any more.
    OnlyOldSignature,
    /// There are several.
    RepeatedSignature,
    /// It is not base64, or longer than any signature.
    MalformedSignature,
    /// The certificates could not be fetched.
    Unfetched(FetchError),
    /// Where the certificates should be there is another answer, with this status.
    UnfetchedStatus(u16),
    /// Too many unknown addresses are being asked for certificates already.
    Busy,
    /// What was fetched is not certificates in PEM, or not only.
    MalformedChain,
    /// There are more certificates than any chain of Alexa's has.
    LongChain,
    /// The first certificate cannot be read.
    MalformedCertificate,
    /// A certificate was valid until before now.
    ExpiredCertificate,
    /// A certificate is valid from later than now.
    EarlyCertificate,
    /// The certificate is not for Alexa.
    OtherCertificate,
    /// The certificate may not be used to prove who one is.
    CertificatePurpose,
    /// The certificate's key is not an RSA key.
    CertificateKey,
    /// The certificates do not lead to an authority that is trusted.
    UntrustedChain,
    /// The signature is not one of this body by the certificate's key, or that key has fewer than 2048 bits or more than 8192.
    WrongSignature,
    /// What was signed is not a request.
    MalformedBody,
    /// The request does not say when it was sent.
    NoTimestamp,
    /// What it says is no point in time.
    MalformedTimestamp,
    /// It was sent too long ago.
    TooOld,
    /// It was sent too far in the future.
    TooNew,
}

impl Rejected {
    /// A name for logs and counters that stays the same over versions.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.told().0
    }

    fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::NoCertificateUrl => ("no-certificate-url", "the header `SignatureCertChainUrl` is missing or empty"),
            Self::RepeatedCertificateUrl => ("repeated-certificate-url", "there is more than one header `SignatureCertChainUrl`"),
            Self::MalformedCertificateUrl => {
                ("malformed-certificate-url", "the certificate URL is not of the form `https://host/path`, or has more than that")
            }
            Self::CertificateScheme => ("certificate-scheme", "the certificate URL is not an https address"),
            Self::CertificateHost => ("certificate-host", "the certificate URL is not on `s3.amazonaws.com`"),
            Self::CertificatePort => ("certificate-port", "the certificate URL has a port other than 443"),
            Self::CertificatePath => ("certificate-path", "the certificate URL is not below `/echo.api/`"),
            Self::NoSignature => ("no-signature", "the header `Signature-256` is missing or empty"),
            Self::OnlyOldSignature => ("only-old-signature", "there is only a SHA-1 signature: the header `Signature-256` is missing"),
            Self::RepeatedSignature => ("repeated-signature", "there is more than one header `Signature-256`"),
            Self::MalformedSignature => ("malformed-signature", "the signature is not base64"),
            Self::Unfetched(_) => ("unfetched", "the certificates cannot be fetched"),
            Self::UnfetchedStatus(_) => ("unfetched-status", "the certificates cannot be fetched"),
            Self::Busy => ("busy", "too many certificates are being fetched"),
            Self::MalformedChain => ("malformed-chain", "the certificate URL does not lead to certificates alone"),
            Self::LongChain => ("long-chain", "there are too many certificates"),
            Self::MalformedCertificate => ("malformed-certificate", "the signing certificate cannot be read"),
            Self::ExpiredCertificate => ("expired-certificate", "a certificate has expired"),
            Self::EarlyCertificate => ("early-certificate", "a certificate is not valid yet"),
            Self::OtherCertificate => ("other-certificate", "the signing certificate is not for `echo-api.amazon.com`"),
            Self::CertificatePurpose => ("certificate-purpose", "a certificate is for another purpose"),
            Self::CertificateKey => ("certificate-key", "the signing certificate's key is not an RSA key"),
            Self::UntrustedChain => ("untrusted-chain", "the certificates do not lead to a trusted authority"),
            Self::WrongSignature => ("wrong-signature", "the signature does not fit the body"),
            Self::MalformedBody => ("malformed-body", "the body is not an Alexa request"),
            Self::NoTimestamp => ("no-timestamp", "the request has no timestamp"),
            Self::MalformedTimestamp => ("malformed-timestamp", "the request's timestamp is not a point in time"),
            Self::TooOld => ("too-old", "the request was sent too long ago"),
            Self::TooNew => ("too-new", "the request was sent too far in the future"),
        }
    }
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.told().1)?;
        match self {
            Self::Unfetched(error) => write!(f, ": {error}"),
            Self::UnfetchedStatus(status) => write!(f, ": the answer is {status}"),
            _ => Ok(()),
        }
    }
}

impl std::error::Error for Rejected {}
