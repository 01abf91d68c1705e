//! TLS with a certificate and a key from files. Whenever somebody connects they are looked at, and read again when they have changed: next to a handshake that
//! costs nothing, and a renewed certificate needs no restart.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::{CryptoProvider, aws_lc_rs};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::server::{ClientHello, ResolvesServerCert};
use tokio_rustls::rustls::sign::CertifiedKey;
use tokio_rustls::rustls::{self, ServerConfig};

use crate::ServeError;

/// Where the certificate and the key lie.
#[derive(Clone, Debug)]
pub(super) struct Files {
    pub(super) certificate: PathBuf,
    pub(super) key: PathBuf,
}

/// Reads the files.
pub(super) fn acceptor(files: Files) -> Result<TlsAcceptor, ServeError> {
    let provider = Arc::new(aws_lc_rs::default_provider());
    let state = State { stamp: files.stamp(), current: files.read(&provider)? };
    let identity = Identity { files, provider: Arc::clone(&provider), state: Mutex::new(state) };
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let config = config.map_err(|error| ServeError::Ended(error.into()))?;
    let mut config = config.with_no_client_auth().with_cert_resolver(Arc::new(identity));
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Who the server is, as of the last look at the files.
struct Identity {
    files: Files,
    provider: Arc<CryptoProvider>,
    state: Mutex<State>,
}

struct State {
    stamp: Stamp,
    current: Arc<CertifiedKey>,
}

/// What changes with a file: when it was written, and its size.
type Stamp = [Option<(SystemTime, u64)>; 2];

impl ResolvesServerCert for Identity {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.look(&mut state);
        Some(Arc::clone(&state.current))
    }
}

impl Identity {
    /// Takes new files over. Where they are not usable, the old ones serve on.
    fn look(&self, state: &mut State) {
        let stamp = self.files.stamp();
        if stamp == state.stamp {
            return;
        }
        // What cannot be used is told once.
        state.stamp = stamp;
        match self.files.read(&self.provider) {
            Ok(new) => {
                tracing::info!("the certificate was read again");
                state.current = new;
            }
            Err(error) => tracing::error!(%error, "the files of TLS have changed, and cannot be used: the old ones serve on"),
        }
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity").field("files", &self.files).finish_non_exhaustive()
    }
}

impl Files {
    fn stamp(&self) -> Stamp {
        [&self.certificate, &self.key].map(|file| {
            let about = fs::metadata(file).ok()?;
            Some((about.modified().ok()?, about.len()))
        })
    }

    fn read(&self, provider: &CryptoProvider) -> Result<Arc<CertifiedKey>, ServeError> {
        let pem = text(&self.certificate)?;
        let chain = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>();
        let chain = chain.ok().filter(|chain| !chain.is_empty()).ok_or_else(|| told(&self.certificate, "has no certificate in PEM"))?;
        let key = PrivateKeyDer::from_pem_slice(&text(&self.key)?).map_err(|_| told(&self.key, "has no private key in PEM"))?;
        match CertifiedKey::from_der(chain, key, provider) {
            Ok(identity) => Ok(Arc::new(identity)),
            Err(rustls::Error::InconsistentKeys(_)) => {
                Err(told(&self.key, &format!("is not the key of the certificate in {}", self.certificate.display())))
            }
            Err(rustls::Error::InvalidCertificate(_)) => Err(told(&self.certificate, "has a certificate that cannot be read")),
            Err(_) => Err(told(&self.key, "has a private key of a kind that cannot be used")),
        }
    }
}

fn text(file: &Path) -> Result<zeroize::Zeroizing<Vec<u8>>, ServeError> {
    fs::read(file).map(Into::into).map_err(|error| told(file, &format!("cannot be read: {error}")))
}

fn told(file: &Path, why: &str) -> ServeError {
    ServeError::Tls { file: file.to_owned(), why: why.to_owned() }
}
