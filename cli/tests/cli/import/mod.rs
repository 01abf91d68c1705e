//! `sayso import`: the parts of a package are found where people have them, and what belongs to it comes along.

mod assets;
mod places;

use crate::support::Folder;

/// A manifest for these locales.
pub fn manifest(locales: &[&str]) -> String {
    let listing = |tag: &&str| format!(r#""{tag}": {{"name": "Green Car", "smallIconUri": "file://assets/images/small.png"}}"#);
    let listings: Vec<String> = locales.iter().map(listing).collect();
    let publishing = format!(r#"{{"isAvailableWorldwide": true, "locales": {{{}}}}}"#, listings.join(", "));
    format!(r#"{{"manifest": {{"manifestVersion": "1.0", "apis": {{"custom": {{}}}}, "publishingInformation": {publishing}}}}}"#)
}

/// An interaction model in which this is said.
pub fn model(sample: &str) -> String {
    let builtin =
        ["Cancel", "Help", "Stop", "NavigateHome", "Fallback"].map(|name| format!(r#"{{"name": "AMAZON.{name}Intent"}}, "#)).concat();
    let intents = format!(r#"[{builtin}{{"name": "Go", "samples": ["{sample}"]}}]"#);
    format!(r#"{{"interactionModel": {{"languageModel": {{"invocationName": "green car", "intents": {intents}}}}}}}"#)
}

pub const REQUEST: &str = r#"{"accountLinkingRequest": {"type": "AUTH_CODE", "authorizationUrl": "https://a.friend.dev/authorize",
    "accessTokenUrl": "https://a.friend.dev/token", "clientId": "alexa", "accessTokenScheme": "HTTP_BASIC", "clientSecret": "s3cr3t-5f1c7e9a0b"}}"#;

/// A package whose manifest is at its place, with other files.
pub fn package(locales: &[&str], others: &[(&str, String)]) -> Folder {
    let folder = Folder::new();
    folder.write("p/skill.json", manifest(locales));
    others.iter().for_each(|(path, text)| folder.write(&format!("p/{path}"), text));
    folder
}
