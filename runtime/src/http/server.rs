//! The server: an address, connections, an end.

use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::connection::Site;
use super::phase::{Phase, Watched, asked_to_end};
use super::{CONNECTIONS, Endpoint, HEALTH, Patience, TURNS, tls};
use crate::verify::Verifier;
use crate::{App, ServeError};

/// A connection without a request is kept for so long after the server was asked to end.
const GRACE: Duration = Duration::from_millis(500);

/// The most connections that the system keeps before the door.
const BACKLOG: usize = 1024;

/// Why accepting failed may pass, such as too many open files.
const BREATH: Duration = Duration::from_millis(100);

/// A server for a skill, which answers nobody but Alexa.
///
/// ```no_run
/// # mod skill { pub fn app() -> sayso::App { unimplemented!() } }
/// # async fn run() -> Result<(), sayso::ServeError> {
/// use sayso::http::Server;
///
/// Server::new(skill::app()).address(([0, 0, 0, 0], 443)).tls("/etc/skill/chain.pem", "/etc/skill/key.pem").run().await
/// # }
/// ```
#[must_use]
pub struct Server {
    app: App,
    verifier: Option<Verifier>,
    address: SocketAddr,
    path: String,
    tls: Option<tls::Files>,
    turns: usize,
    connections: usize,
    patience: Patience,
}

impl Server {
    /// A server at `0.0.0.0:8080`, without TLS, for a proxy in front that has it.
    pub fn new(app: App) -> Self {
        Self {
            app,
            verifier: None,
            address: SocketAddr::from((Ipv4Addr::UNSPECIFIED, 8080)),
            path: "/".to_owned(),
            tls: None,
            turns: TURNS,
            connections: CONNECTIONS,
            patience: Patience::default(),
        }
    }

    /// Where to listen.
    pub fn address(self, address: impl Into<SocketAddr>) -> Self {
        Self { address: address.into(), ..self }
    }

    /// The path that Alexa posts to, `/` where nothing is said.
    pub fn path(self, path: impl Into<String>) -> Self {
        Self { path: path.into(), ..self }
    }

    /// Serves HTTPS with a certificate, the chain to its authority after it, and a key, from files of PEM. They are read again when they change.
    pub fn tls(self, certificate: impl Into<PathBuf>, key: impl Into<PathBuf>) -> Self {
        Self { tls: Some(tls::Files { certificate: certificate.into(), key: key.into() }), ..self }
    }

    /// Verifies with another verifier than [`Verifier::new`].
    pub fn verifier(self, verifier: Verifier) -> Self {
        Self { verifier: Some(verifier), ..self }
    }

    /// The most turns at once; see [`Endpoint::turns`].
    pub fn turns(self, most: usize) -> Self {
        Self { turns: most, ..self }
    }

    /// The most connections at once, 512 where nothing is said: half of the files that a process may open on most systems. One more is closed at once.
    pub fn connections(self, most: usize) -> Self {
        Self { connections: most, ..self }
    }

    /// How long slow callers are waited for.
    pub fn patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// Serves until the process is asked to end, by SIGTERM or ctrl-c. Then no connection is accepted any more, and what is under way is finished, for
    /// nine seconds at most ([`Patience::end`]).
    ///
    /// # Errors
    /// If the address cannot be listened on, or a file of TLS cannot be used.
    pub async fn run(self) -> Result<(), ServeError> {
        self.listen().await?.run().await;
        Ok(())
    }

    /// Begins to listen, and serves nothing yet.
    ///
    /// # Errors
    /// If the address cannot be listened on, or a file of TLS cannot be used.
    pub async fn listen(self) -> Result<Listening, ServeError> {
        if let Some(why) = wrong_path(&self.path) {
            return Err(ServeError::Path { path: self.path, why });
        }
        let tls = self.tls.map(tls::acceptor).transpose()?;
        let address = self.address;
        let bind = async {
            let listener = TcpListener::bind(address).await?;
            Ok((listener.local_addr()?, listener))
        };
        let (address, listener) = bind.await.map_err(|error: io::Error| ServeError::Listen { address, error })?;
        let endpoint = Endpoint::new(self.app, self.verifier.unwrap_or_default());
        let endpoint = endpoint.turns(self.turns).body_time(self.patience.body);
        let site = Site { endpoint, path: self.path, tls, patience: self.patience };
        Ok(Listening { listener, address, site: Arc::new(site), connections: self.connections })
    }
}

/// Why the skill cannot be at a path. Paths are compared as they are.
pub(crate) fn wrong_path(path: &str) -> Option<&'static str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    if !path.starts_with('/') {
        Some("does not begin with `/`")
    } else if !path.bytes().all(is_plain) {
        Some("has other characters than letters, digits, `/`, `-`, `.`, `_` and `~`")
    } else if path == HEALTH {
        Some("is where the server says that it is well")
    } else {
        None
    }
}

/// A server that listens.
#[must_use]
pub struct Listening {
    listener: TcpListener,
    address: SocketAddr,
    site: Arc<Site>,
    connections: usize,
}

impl Listening {
    /// The address, with the port that the system chose where it was to choose one.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address as it is asked for: `https` with a certificate, and `http` without.
    #[must_use]
    pub fn url(&self) -> String {
        let scheme = if self.site.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Serves until the process is asked to end; see [`Server::run`].
    pub async fn run(self) {
        self.run_until(asked_to_end()).await;
    }

    /// Serves until a future is done, and then ends in the same way.
    pub async fn run_until(self, end: impl Future<Output = ()>) {
        let Self { listener, site, connections: most, .. } = self;
        let (phase, watched) = watch::channel(Phase::Open);
        let mut connections = Connections { all: JoinSet::new(), most, site, phase: watched };
        let mut end = pin!(end);
        loop {
            tokio::select! {
                stream = accept(&listener) => connections.admit(stream),
                () = &mut end => break,
            }
        }
        tracing::info!("no more connections are accepted");
        phase.send_replace(Phase::Leaving);
        waiting(listener).take(BACKLOG).for_each(|stream| connections.admit(stream));
        let patience = connections.site.patience;
        let left = async {
            if timeout(GRACE, connections.ended()).await.is_err() {
                phase.send_replace(Phase::Closing);
                connections.ended().await;
            }
        };
        if timeout(patience.end, left).await.is_err() {
            tracing::error!("not everything that was under way is finished");
        }
    }
}

/// The connections of a server. When this is dropped, all of them are closed.
struct Connections {
    all: JoinSet<()>,
    most: usize,
    site: Arc<Site>,
    phase: Watched,
}

impl Connections {
    /// Serves a connection on its own, or closes it where there are too many.
    fn admit(&mut self, stream: TcpStream) {
        while self.all.try_join_next().is_some() {}
        if self.all.len() >= self.most {
            tracing::error!("too many connections: one is closed");
            return;
        }
        let (site, phase) = (Arc::clone(&self.site), self.phase.clone());
        self.all.spawn(async move { site.serve(stream, phase).await });
    }

    /// Waits until there are none any more.
    async fn ended(&mut self) {
        while self.all.join_next().await.is_some() {}
    }
}

async fn accept(listener: &TcpListener) -> TcpStream {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => return stream,
            Err(error) if is_of_caller(&error) => {}
            Err(error) => {
                tracing::error!(%error, "a connection cannot be accepted");
                sleep(BREATH).await;
            }
        }
    }
}

/// Whether it was the caller who went away.
fn is_of_caller(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset)
}

/// Closes the door behind those who stand before it already: they have been connected by the system, and may have sent their request.
fn waiting(listener: TcpListener) -> impl Iterator<Item = TcpStream> {
    // The executor's own listener would only know of connections that it has heard of.
    let listener = listener.into_std().ok();
    std::iter::from_fn(move || {
        let (stream, _) = listener.as_ref()?.accept().ok()?;
        stream.set_nonblocking(true).ok()?;
        TcpStream::from_std(stream).ok()
    })
}
