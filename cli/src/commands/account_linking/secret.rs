//! Follows the reference to the secret. No failure tells what was found.

use crate::failure::Failure;
use sayso_compiler::emit::SecretReference;
use secrecy::zeroize::Zeroizing;
use secrecy::{ExposeSecret, SecretString};
use std::env;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// No secret is that long.
const MAX_BYTES: u64 = 64 << 10;

/// The secret; a file is looked for from the folder of the skill's file.
pub fn resolve(reference: SecretReference<'_>, folder: &Path) -> Result<SecretString, Failure> {
    let (secret, place) = match reference {
        SecretReference::Env(name) => (from_env(name)?, format!("the environment variable `{name}`")),
        SecretReference::File(path) => (from_file(&folder.join(path))?, format!("the file `{path}`")),
    };
    let text = secret.expose_secret();
    if text.trim().is_empty() {
        return Err(Failure::new(format!("{place} holds no secret: it is empty")));
    }
    if text.contains(char::is_control) {
        return Err(Failure::new(format!("{place} holds more than one line, or control characters, which no secret has")));
    }
    Ok(secret)
}

fn from_env(name: &str) -> Result<SecretString, Failure> {
    // The name cannot be empty or hold what the system does not take.
    let name_is_possible = !name.is_empty() && !name.contains(['=', '\0']);
    match name_is_possible.then(|| env::var(name)) {
        Some(Ok(value)) => Ok(value.into()),
        Some(Err(env::VarError::NotUnicode(_))) => Err(Failure::new(format!("the environment variable `{name}` is not UTF-8"))),
        Some(Err(env::VarError::NotPresent)) | None => {
            let failure = Failure::new(format!("the environment variable `{name}` is not set"));
            Err(failure.help("`client_secret` in skill.yaml refers to it"))
        }
    }
}

fn from_file(path: &Path) -> Result<SecretString, Failure> {
    let failed = |error: std::io::Error| Failure::file(path, "cannot be read", &error).help("`client_secret` in skill.yaml refers to it");
    let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_BYTES as usize));
    File::open(path).map_err(failed)?.take(MAX_BYTES).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 == MAX_BYTES {
        return Err(Failure::new(format!("`{}` is too long to be a secret", path.display())));
    }
    let text = str::from_utf8(&bytes).map_err(|_| Failure::new(format!("`{}` is not UTF-8", path.display())))?;
    let line = text.strip_suffix('\n').unwrap_or(text);
    Ok(line.strip_suffix('\r').unwrap_or(line).into())
}
