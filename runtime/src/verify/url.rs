//! The address of the certificates. What is checked is what is fetched and what the cache knows, never the text of the header.

use http::Uri;
use http::uri::Scheme;

use super::Rejected;

const HOST: &str = "s3.amazonaws.com";
const FOLDER: &str = "/echo.api/";

/// Alexa's addresses have about fifty characters.
const LONGEST: usize = 1024;

/// An address in Amazon's folder, in its normal form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct CertificateUrl(Uri);

impl CertificateUrl {
    /// Amazon's rules: scheme and host in any case, the path in just this one after its dots are resolved, port 443 or none. Beyond
    /// them, nothing is accepted that two readers could understand in two ways: no user, query or fragment, no per cent sign or backslash.
    pub(super) fn parse(text: &str) -> Result<Self, Rejected> {
        if text.len() > LONGEST || !text.bytes().all(is_plain) {
            return Err(Rejected::MalformedCertificateUrl);
        }
        let uri: Uri = text.parse().map_err(|_| Rejected::MalformedCertificateUrl)?;
        check_origin(&uri)?;
        let path = normal(uri.path());
        if !path.starts_with(FOLDER) {
            return Err(Rejected::CertificatePath);
        }
        let normal = Uri::builder().scheme(Scheme::HTTPS).authority(HOST).path_and_query(path).build();
        normal.map(Self).map_err(|_| Rejected::MalformedCertificateUrl)
    }

    pub(super) fn uri(&self) -> &Uri {
        &self.0
    }
}

/// The characters of a scheme, a host, a port and a path (RFC 3986) but for `@` and `%`.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:/".contains(&byte)
}

fn check_origin(uri: &Uri) -> Result<(), Rejected> {
    let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
        return Err(Rejected::MalformedCertificateUrl);
    };
    if *scheme != Scheme::HTTPS {
        return Err(Rejected::CertificateScheme);
    }
    let (host, port) = authority.as_str().split_at(authority.host().len());
    if !host.eq_ignore_ascii_case(HOST) {
        return Err(Rejected::CertificateHost);
    }
    if !matches!(port, "" | ":443") {
        return Err(Rejected::CertificatePort);
    }
    Ok(())
}

/// Resolves `.` and `..` as RFC 3986 says (section 5.2.4).
fn normal(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let mut ends_in_folder = false;
    for segment in path.split('/').skip(1) {
        ends_in_folder = matches!(segment, "." | "..");
        match segment {
            "." => {}
            ".." => drop(kept.pop()),
            name => kept.push(name),
        }
    }
    if ends_in_folder {
        kept.push("");
    }
    format!("/{}", kept.join("/"))
}
