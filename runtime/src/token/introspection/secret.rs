//! Follows the reference to the skill's secret at the service. It is followed each time that the secret is used, so that a
//! file can be replaced while the skill runs.

use std::fs::File;
use std::io::Read;

use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

/// No secret is that long.
const MAX_BYTES: u64 = 64 << 10;

/// The secret, where there is one: on one line, and not empty. A file is looked for from the folder that the process runs in.
pub(super) fn read(reference: &str) -> Option<SecretString> {
    let secret = match reference.split_once(':')? {
        ("env", name) => Zeroizing::new(std::env::var_os(name)?.into_string().ok()?),
        ("file", path) => from_file(path)?,
        _ => return None,
    };
    let line = secret.strip_suffix('\n').unwrap_or(&secret);
    let line = line.strip_suffix('\r').unwrap_or(line);
    let is_secret = !line.trim().is_empty() && !line.contains(char::is_control);
    is_secret.then(|| line.into())
}

fn from_file(path: &str) -> Option<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::with_capacity(MAX_BYTES as usize));
    let read = File::open(path).ok()?.take(MAX_BYTES).read_to_string(&mut text).ok()?;
    (read as u64 != MAX_BYTES).then_some(text)
}
