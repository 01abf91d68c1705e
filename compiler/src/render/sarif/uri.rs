//! Paths as the relative references that SARIF wants.

use std::fmt::Write;

/// The path, percent-encoded but for `/` and what RFC 3986 leaves alone; a `:` would make a scheme of what precedes it.
pub(super) fn encode(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").expect("a string takes all that is written");
        }
    }
    uri
}
