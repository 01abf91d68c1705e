//! What the environment says of the HTTP server.

use std::env::{self, VarError};
use std::net::{Ipv4Addr, SocketAddr};

use crate::ServeError;
use crate::http::{Server, wrong_path};

const ADDRESS: &str = "SAYSO_ADDRESS";
const PORT: &str = "PORT";
const PATH: &str = "SAYSO_PATH";
const CERTIFICATE: &str = "SAYSO_TLS_CERTIFICATE";
const KEY: &str = "SAYSO_TLS_KEY";

/// Sets up a server as the environment says.
pub(super) fn apply(server: Server) -> Result<Server, ServeError> {
    let server = match address()? {
        Some(address) => server.address(address),
        None => server,
    };
    let server = match path()? {
        Some(path) => server.path(path),
        None => server,
    };
    match (text(CERTIFICATE)?, text(KEY)?) {
        (Some(certificate), Some(key)) => Ok(server.tls(certificate, key)),
        (None, None) => Ok(server),
        (Some(_), None) => Err(wrong(KEY, format!("is missing: {CERTIFICATE} is set, and a certificate is of no use without its key"))),
        (None, Some(_)) => Err(wrong(CERTIFICATE, format!("is missing: {KEY} is set, and a key is of no use without its certificate"))),
    }
}

fn address() -> Result<Option<SocketAddr>, ServeError> {
    if let Some(address) = text(ADDRESS)? {
        let why = || format!("is `{address}`, and not an address with a port, such as 127.0.0.1:8080 or [::]:8080");
        return address.parse().map(Some).map_err(|_| wrong(ADDRESS, why()));
    }
    let Some(port) = text(PORT)? else { return Ok(None) };
    let port: u16 = port.parse().map_err(|_| wrong(PORT, format!("is `{port}`, and not the number of a port")))?;
    Ok(Some(SocketAddr::from((Ipv4Addr::UNSPECIFIED, port))))
}

fn path() -> Result<Option<String>, ServeError> {
    let Some(path) = text(PATH)? else { return Ok(None) };
    match wrong_path(&path) {
        Some(why) => Err(wrong(PATH, format!("is `{path}`, which {why}"))),
        None => Ok(Some(path)),
    }
}

/// A variable that is empty counts as one that is not there.
fn text(name: &'static str) -> Result<Option<String>, ServeError> {
    match env::var(name) {
        Ok(text) => Ok(Some(text).filter(|text| !text.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => Err(wrong(name, "is not text".to_owned())),
    }
}

fn wrong(name: &'static str, why: String) -> ServeError {
    ServeError::Environment { name, why }
}
