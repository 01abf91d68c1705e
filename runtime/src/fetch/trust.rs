//! Whose certificates are believed.

use std::fmt;
use std::sync::Arc;

use rustls::RootCertStore;
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;

/// The authorities to trust: those of Mozilla's list when this version was built, or others in their place.
///
/// ```
/// use sayso::fetch::{Https, Trust, TrustError};
///
/// /// For a service whose certificate comes from an authority of its own.
/// fn private(root: &[u8]) -> Result<Https, TrustError> {
///     Ok(Https::trusting(&Trust::pem(root)?))
/// }
/// assert!(private(b"no certificate").is_err());
/// ```
#[derive(Clone)]
pub struct Trust(pub(super) Anchors);

#[derive(Clone)]
pub(super) enum Anchors {
    Mozilla,
    Given(Arc<Given>),
}

/// Two forms of the same certificates: one parser has read them all, the other is given them again.
pub(super) struct Given {
    pub(super) certificates: Vec<CertificateDer<'static>>,
    #[cfg_attr(not(feature = "http"), expect(dead_code, reason = "only the verification of requests has its own use for them"))]
    pub(super) parsed: RootCertStore,
}

impl Trust {
    /// Mozilla's list, which comes with this crate: what the machine trusts has no say.
    #[must_use]
    pub fn mozilla() -> Self {
        Self(Anchors::Mozilla)
    }

    /// The certificates of a PEM file, and no others.
    ///
    /// # Errors
    /// If there is no certificate in it, or one that cannot be read.
    pub fn pem(text: impl AsRef<[u8]>) -> Result<Self, TrustError> {
        let read = CertificateDer::pem_slice_iter(text.as_ref()).collect::<Result<Vec<_>, _>>();
        let certificates = read.map_err(|_| TrustError::Malformed)?;
        if certificates.is_empty() {
            return Err(TrustError::Empty);
        }
        let mut parsed = RootCertStore::empty();
        for certificate in &certificates {
            parsed.add(certificate.clone()).map_err(|_| TrustError::Malformed)?;
        }
        Ok(Self(Anchors::Given(Arc::new(Given { certificates, parsed }))))
    }

    #[cfg(feature = "http")]
    pub(crate) fn anchors(&self) -> &[rustls_pki_types::TrustAnchor<'static>] {
        match &self.0 {
            Anchors::Mozilla => webpki_roots::TLS_SERVER_ROOTS,
            Anchors::Given(given) => &given.parsed.roots,
        }
    }
}

impl Default for Trust {
    fn default() -> Self {
        Self::mozilla()
    }
}

impl fmt::Debug for Trust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Anchors::Mozilla => f.write_str("Trust(Mozilla)"),
            Anchors::Given(given) => write!(f, "Trust({} of its own)", given.certificates.len()),
        }
    }
}

/// Why a text gives no authorities to trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrustError {
    /// There is no certificate in the text.
    Empty,
    /// The text is not PEM, or a certificate in it cannot be read.
    Malformed,
}

impl fmt::Display for TrustError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "there is no certificate to trust in the text",
            Self::Malformed => "a certificate to trust cannot be read",
        })
    }
}

impl std::error::Error for TrustError {}
