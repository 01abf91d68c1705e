//! The settings of Amazon's command line: written where there are none, and never touched again.

use crate::warning::Warning;
use serde_json::Value;
use std::path::Path;

/// Where our settings say that the package lies.
const PACKAGE: &str = "./skill-package";

/// What is wrong with settings that somebody wrote, where they would not deploy what is built here.
pub fn doubt(path: &Path, bytes: &[u8]) -> Option<Warning> {
    let warning = |what: &str| Some(Warning::new(format!("`{}` {what}", path.display())));
    let Ok(settings) = serde_json::from_slice(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)) else {
        return Some(warning("is not JSON, and `ask deploy` cannot read it")?.help(advice("delete it to have one made, or mend it")));
    };
    let sources = sources(&settings);
    if sources.iter().any(|source| is_ours(source)) {
        return None;
    }
    let said = match sources.first() {
        None => "deploys no package".to_owned(),
        Some(source) => format!("deploys `{source}`, and not `{PACKAGE}`, which is built here"),
    };
    Some(warning(&said)?.help(advice("mend it")))
}

fn advice(what: &str) -> String {
    format!("{what}: a profile has `\"skillMetadata\": {{\"src\": \"{PACKAGE}\"}}`; `sayso build` does not touch what others wrote there")
}

/// What each profile deploys.
fn sources(settings: &Value) -> Vec<&str> {
    let profiles = settings.get("profiles").and_then(Value::as_object).into_iter().flatten();
    profiles.filter_map(|(_, profile)| profile.get("skillMetadata")?.get("src")?.as_str()).collect()
}

fn is_ours(source: &str) -> bool {
    let source = source.replace('\\', "/");
    source.trim_end_matches('/').trim_start_matches("./") == PACKAGE.trim_start_matches("./")
}
