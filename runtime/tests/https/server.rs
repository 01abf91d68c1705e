//! A server that speaks TLS and does what its paths say.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rcgen::{CertificateParams, KeyPair};
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use sayso::fetch::Trust;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// A certificate that is its own authority.
pub struct Certificate {
    certificate: rcgen::Certificate,
    key: KeyPair,
}

impl Certificate {
    pub fn new(host: &str) -> Self {
        let key = KeyPair::generate().expect("a key");
        let certificate = CertificateParams::new([host.to_owned()]).and_then(|params| params.self_signed(&key)).expect("a certificate");
        Self { certificate, key }
    }

    pub fn pem(&self) -> String {
        self.certificate.pem()
    }

    pub fn trust(&self) -> Trust {
        Trust::pem(self.pem()).expect("a certificate")
    }

    fn acceptor(&self) -> TlsAcceptor {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let chain: Vec<CertificateDer<'static>> = vec![self.certificate.der().clone()];
        let key = PrivateKeyDer::try_from(self.key.serialize_der()).expect("a key");
        let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("versions");
        TlsAcceptor::from(Arc::new(config.with_no_client_auth().with_single_cert(chain, key).expect("a pair")))
    }
}

#[derive(Default)]
struct Record {
    connections: AtomicUsize,
    seen: Mutex<Vec<String>>,
    served: Mutex<HashMap<String, String>>,
}

pub struct Server {
    address: SocketAddr,
    record: Arc<Record>,
    task: JoinHandle<()>,
}

impl Server {
    pub async fn start(certificate: &Certificate) -> Self {
        Self::start_at(([127, 0, 0, 1], 0).into(), certificate).await
    }

    pub async fn start_at(address: SocketAddr, certificate: &Certificate) -> Self {
        let listener = TcpListener::bind(address).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (record, acceptor) = (Arc::new(Record::default()), certificate.acceptor());
        let task = tokio::spawn(accept(listener, acceptor, Arc::clone(&record)));
        Self { address, record, task }
    }

    /// Ends it, with all of its connections.
    pub async fn stop(self) {
        self.task.abort();
        let _ = self.task.await;
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    pub fn url(&self, path: &str) -> String {
        format!("https://{}{path}", self.address)
    }

    /// Answers with this text at this path.
    pub fn serve(&self, path: &str, text: &str) {
        self.record.served.lock().expect("the record").insert(path.to_owned(), text.to_owned());
    }

    pub fn served(&self) -> HashMap<String, String> {
        self.record.served.lock().expect("the record").clone()
    }

    pub fn connections(&self) -> usize {
        self.record.connections.load(Ordering::SeqCst)
    }

    /// The method and the path of each request.
    pub fn seen(&self) -> Vec<String> {
        self.record.seen.lock().expect("the record").clone()
    }
}

async fn accept(listener: TcpListener, acceptor: TlsAcceptor, record: Arc<Record>) {
    // What is in a set ends with it.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let (acceptor, record) = (acceptor.clone(), Arc::clone(&record));
        connections.spawn(async move {
            if let Ok(stream) = acceptor.accept(stream).await {
                record.connections.fetch_add(1, Ordering::SeqCst);
                let _ = serve(stream, &record).await;
            }
        });
    }
}

async fn serve(stream: TlsStream<TcpStream>, record: &Record) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await? == 0 {
                return Ok(());
            }
            match line.trim_end() {
                "" => break,
                line => head.push(line.to_owned()),
            }
        }
        let value = |name: &str| head.iter().find_map(|line| line.to_lowercase().strip_prefix(name).map(|value| value.trim().to_owned()));
        let mut body = vec![0; value("content-length:").map_or(0, |length| length.parse().expect("a length"))];
        stream.read_exact(&mut body).await?;
        let (method, path) = head[0].trim_end_matches(" HTTP/1.1").split_once(' ').expect("a request");
        record.seen.lock().expect("the record").push(format!("{method} {path}"));
        let body = format!("{} {}", value("x-one:").unwrap_or_default(), String::from_utf8_lossy(&body));
        let served = record.served.lock().expect("the record").get(path).cloned();
        match served {
            Some(text) => write(&mut stream, &format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{text}", text.len())).await?,
            None => answer(&mut stream, path, &body).await?,
        }
    }
}

async fn answer(stream: &mut BufReader<TlsStream<TcpStream>>, path: &str, echo: &str) -> std::io::Result<()> {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts[..] {
        ["status", status] => write(stream, &format!("HTTP/1.1 {status} Told\r\ncontent-length: 2\r\n\r\nno")).await,
        ["redirect"] => write(stream, "HTTP/1.1 302 Found\r\nlocation: /hello\r\ncontent-length: 0\r\n\r\n").await,
        ["echo"] => write(stream, &format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{echo}", echo.len())).await,
        ["bytes", count] => {
            let count = count.parse().expect("a count");
            write(stream, &format!("HTTP/1.1 200 OK\r\ncontent-length: {count}\r\n\r\n{}", "x".repeat(count))).await
        }
        ["endless"] => {
            write(stream, "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n").await?;
            loop {
                write(stream, "4\r\nxxxx\r\n").await?;
            }
        }
        ["silent"] => std::future::pending().await,
        ["drip"] => {
            write(stream, "HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n").await?;
            loop {
                tokio::time::sleep(Duration::from_millis(20)).await;
                write(stream, "x").await?;
            }
        }
        ["broken"] => {
            write(stream, "this is no HTTP\r\n\r\n").await?;
            Err(std::io::ErrorKind::Other.into())
        }
        ["short"] => {
            write(stream, "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nshort").await?;
            Err(std::io::ErrorKind::Other.into())
        }
        _ => write(stream, &format!("HTTP/1.1 200 OK\r\nx-path: {path}\r\ncontent-length: 5\r\n\r\nhello")).await,
    }
}

async fn write(stream: &mut BufReader<TlsStream<TcpStream>>, text: &str) -> std::io::Result<()> {
    stream.write_all(text.as_bytes()).await?;
    stream.flush().await
}
