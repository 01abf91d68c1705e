//! Packages of Amazon's, by `npm`.

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

/// Installs a package below the target folder, once; `None` when it cannot be had, which is said on standard error.
///
/// `overrides` pins packages that it depends on, as npm's manifest has them. Build servers have npm and the network, so with `CI` set a
/// package that cannot be had is a failure.
pub fn package(name: &str, version: &str, overrides: &Value) -> Option<PathBuf> {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _one = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("npm").join(format!("{name}-{version}"));
    let installed = folder.join("node_modules").join(name);
    if installed.join("package.json").is_file() {
        return Some(installed);
    }
    match install(&folder, &format!("{name}@{version}"), overrides) {
        Ok(()) => Some(installed),
        Err(reason) => {
            assert!(std::env::var_os("CI").is_none(), "{name} {version} cannot be installed: {reason}");
            skip(&format!("{name} {version} cannot be installed: {reason}"));
            None
        }
    }
}

fn install(folder: &Path, package: &str, overrides: &Value) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let manifest = json!({"private": true, "overrides": overrides});
    fs::write(folder.join("package.json"), manifest.to_string()).map_err(|error| error.to_string())?;
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=1", package]).current_dir(folder);
    let output = npm.stdin(Stdio::null()).output().map_err(|error| format!("npm does not run: {error}"))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(String::from_utf8_lossy(&output.stderr).lines().last().unwrap_or("npm failed").to_owned()),
    }
}

/// Says that something was not tested, past the harness, which would keep it for itself.
pub fn skip(reason: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {reason}");
}
