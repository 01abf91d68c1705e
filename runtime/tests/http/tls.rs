//! HTTPS with a certificate from files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rcgen::{CertifiedKey, KeyPair, generate_simple_self_signed};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use crate::support::{Request, Running, exchange, launch, read_all, read_one, server, status};

/// A folder with a certificate of its own.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> (Self, CertificateDer<'static>) {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        let certificate = folder.renew();
        (folder, certificate)
    }

    /// Writes a new certificate and its key.
    fn renew(&self) -> CertificateDer<'static> {
        let CertifiedKey { cert, signing_key } = generate_simple_self_signed(["skill.example".to_owned()]).expect("a certificate");
        fs::write(self.certificate(), cert.pem()).expect("a file");
        fs::write(self.key(), signing_key.serialize_pem()).expect("a file");
        cert.der().clone()
    }

    fn certificate(&self) -> PathBuf {
        self.0.path().join("chain.pem")
    }

    fn key(&self) -> PathBuf {
        self.0.path().join("key.pem")
    }

    async fn serve(&self) -> Running {
        Running::start(server().tls(self.certificate(), self.key())).await
    }
}

async fn connect(server: &Running, trusted: &CertificateDer<'static>) -> Result<TlsStream<TcpStream>, std::io::Error> {
    let mut roots = RootCertStore::empty();
    roots.add(trusted.clone()).expect("a certificate");
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider())).with_safe_default_protocol_versions();
    let mut config = config.expect("versions").with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    let name = ServerName::try_from("skill.example").expect("a name");
    TlsConnector::from(Arc::new(config)).connect(name, server.connect().await).await
}

#[tokio::test]
async fn what_a_server_says_of_its_address_tells_whether_it_has_a_certificate() {
    let url = async |server: sayso::http::Server| server.listen().await.expect("a server that listens").url();
    let (folder, _) = Folder::new();
    assert!(url(server()).await.starts_with("http://127.0.0.1:"));
    assert!(url(server().tls(folder.certificate(), folder.key())).await.starts_with("https://127.0.0.1:"));
}

#[tokio::test]
async fn a_request_over_tls_is_answered() {
    let (folder, certificate) = Folder::new();
    let server = folder.serve().await;
    let mut stream = connect(&server, &certificate).await.expect("TLS");
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"http/1.1"[..]));
    for _ in 0..2 {
        stream.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
        assert_eq!(status(&read_one(&mut stream).await), 200);
    }
    let unverified = Request::of(&launch()).without("signature").header("Connection: close").bytes();
    assert_eq!(status(&exchange(stream, &unverified).await), 400);
}

#[tokio::test]
async fn without_tls_nothing_is_answered() {
    let (folder, _) = Folder::new();
    let server = folder.serve().await;
    let answer = server.connect().await;
    let mut plain = answer;
    plain.write_all(&Request::of(&launch()).bytes()).await.expect("bytes");
    let mut said = Vec::new();
    let _ = tokio::io::AsyncReadExt::read_to_end(&mut plain, &mut said).await;
    assert!(!String::from_utf8_lossy(&said).contains("HTTP"), "{said:?}");
    // Nor is somebody waited for who says nothing.
    assert_eq!(read_all(&mut server.connect().await).await, "");
}

#[tokio::test]
async fn a_renewed_certificate_needs_no_restart() {
    let (folder, first) = Folder::new();
    let server = folder.serve().await;
    let mut old = connect(&server, &first).await.expect("TLS");
    let second = folder.renew();
    assert!(connect(&server, &first).await.is_err(), "the old certificate is still served");
    let mut new = connect(&server, &second).await.expect("the new certificate");
    for stream in [&mut old, &mut new] {
        stream.write_all(&Request::of(&launch()).bytes()).await.expect("a request");
        assert_eq!(status(&read_one(stream).await), 200);
    }
    // What cannot be used is not used.
    fs::write(folder.key(), KeyPair::generate().expect("a key").serialize_pem()).expect("a file");
    connect(&server, &second).await.expect("the last certificate that could be used");
    let third = folder.renew();
    connect(&server, &third).await.expect("the next one");
}

#[tokio::test]
async fn files_that_cannot_be_used_are_told() {
    let (folder, _) = Folder::new();
    let (certificate, key) = (folder.certificate(), folder.key());
    let missing = folder.0.path().join("missing.pem");
    let other = folder.0.path().join("other.pem");
    fs::write(&other, KeyPair::generate().expect("a key").serialize_pem()).expect("a file");
    let broken = folder.0.path().join("broken.pem");
    fs::write(&broken, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n").expect("a file");
    let cases: [(&Path, &Path, String); 6] = [
        (&missing, &key, format!("{} cannot be read: No such file or directory (os error 2)", missing.display())),
        (&certificate, &missing, format!("{} cannot be read: No such file or directory (os error 2)", missing.display())),
        (&key, &key, format!("{} has no certificate in PEM", key.display())),
        (&certificate, &certificate, format!("{} has no private key in PEM", certificate.display())),
        (&certificate, &other, format!("{} is not the key of the certificate in {}", other.display(), certificate.display())),
        (&broken, &key, format!("{} has a certificate that cannot be read", broken.display())),
    ];
    for (certificate, key, told) in cases {
        let error = server().tls(certificate, key).listen().await.err().expect("an error");
        assert_eq!(error.to_string(), told);
        assert_eq!(format!("{error:?}"), told);
    }
}
