//! Any header as the address of the certificates, held against the rules as they are written down: Amazon's, and ours beyond them.

use http::{HeaderMap, HeaderValue};
use sayso::verify::Rejected;

use crate::scene::{Net, at, verdict};

/// Longer addresses are refused unread.
const LONGEST: usize = 1024;

/// An address is fetched exactly where the rules allow it, and in its normal form.
pub fn run(data: &[u8]) {
    let Ok(value) = HeaderValue::from_bytes(data) else { return };
    let expected = std::str::from_utf8(data).ok().and_then(allowed);
    let mut headers = HeaderMap::new();
    headers.insert("signaturecertchainurl", value);
    headers.insert("signature-256", HeaderValue::from_static("AAAA"));
    let net = Net::new(404, Vec::new());
    let verdict = verdict(&net, at(0), &headers, b"{}");
    match expected {
        Some(url) => {
            assert_eq!(net.asked(), [url]);
            assert_eq!(verdict, Err(Rejected::UnfetchedStatus(404)));
        }
        None => {
            assert!(net.asked().is_empty(), "{:?} was fetched", net.asked());
            assert!(is_about_the_address(verdict), "{verdict:?}");
        }
    }
}

fn is_about_the_address(verdict: Result<(), Rejected>) -> bool {
    use Rejected::{CertificateHost, CertificatePath, CertificatePort, CertificateScheme, MalformedCertificateUrl, NoCertificateUrl};
    matches!(
        verdict,
        Err(NoCertificateUrl | MalformedCertificateUrl | CertificateScheme | CertificateHost | CertificatePort | CertificatePath)
    )
}

/// What is to be fetched of an address, if anything: the scheme and the host in any case, port 443 or none, the path in just this case after
/// its dots are gone; no user, query or fragment, no per cent sign, no backslash, nothing that stands in no path.
pub fn allowed(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once("://").filter(|_| address.len() <= LONGEST)?;
    let (authority, path) = rest.split_at(rest.find('/')?);
    let is_host = ["s3.amazonaws.com", "s3.amazonaws.com:443"].iter().any(|host| authority.eq_ignore_ascii_case(host));
    let is_plain = path.chars().all(|c| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:/".contains(c));
    let path = without_dots(path);
    let is_right = scheme.eq_ignore_ascii_case("https") && is_host && is_plain && path.starts_with("/echo.api/");
    is_right.then(|| format!("https://s3.amazonaws.com{path}"))
}

/// RFC 3986, section 5.2.4, to the letter.
fn without_dots(path: &str) -> String {
    let (mut input, mut output) = (path.to_owned(), String::new());
    while !input.is_empty() {
        if let Some(rest) = input.strip_prefix("../").or(input.strip_prefix("./")) {
            input = rest.to_owned();
        } else if let Some(rest) = input.strip_prefix("/./") {
            input = format!("/{rest}");
        } else if input == "/." {
            input = "/".to_owned();
        } else if let Some(rest) = input.strip_prefix("/../") {
            input = format!("/{rest}");
            output.truncate(output.rfind('/').unwrap_or(0));
        } else if input == "/.." {
            input = "/".to_owned();
            output.truncate(output.rfind('/').unwrap_or(0));
        } else if input == "." || input == ".." {
            input.clear();
        } else {
            let end = input[1..].find('/').map_or(input.len(), |at| at + 1);
            output.push_str(&input[..end]);
            input.drain(..end);
        }
    }
    output
}
