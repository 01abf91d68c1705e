//! Account linking that people write into the manifest: Amazon takes it as a request of its own, and never reads it there.

use super::json::Value;
use jsonc_parser::ast::ObjectProp;
use jsonc_parser::common::Ranged;

/// What a request has, one of which is enough to be one.
const KEYS: &[&str] = &[
    "authorizationUrl",
    "accessTokenUrl",
    "clientId",
    "clientSecret",
    "accessTokenScheme",
    "type",
    "skipOnEnablement",
    "scopes",
    "domains",
];

/// Takes account linking out of a manifest, from wherever it stands in it or beside it.
pub(super) fn take<'t>(manifest: &mut Value<'t>) -> Vec<ObjectProp<'t>> {
    let mut found = Vec::new();
    collect(manifest, &mut found);
    found.sort_by_key(|entry| entry.range().start);
    found
}

fn collect<'t>(value: &mut Value<'t>, found: &mut Vec<ObjectProp<'t>>) {
    let Value::Object(object) = value else { return };
    found.extend(object.properties.extract_if(.., |entry| is_linking(entry)));
    object.properties.iter_mut().for_each(|entry| collect(&mut entry.value, found));
}

fn is_linking(entry: &ObjectProp<'_>) -> bool {
    let letters: String = entry.name.as_str().chars().filter(char::is_ascii_alphabetic).collect();
    letters.to_ascii_lowercase().starts_with("accountlinking") && is_request(&entry.value)
}

/// Whether it is a request, or one in an envelope.
fn is_request(value: &Value<'_>) -> bool {
    let Value::Object(object) = value else { return false };
    object.properties.iter().any(|entry| KEYS.contains(&entry.name.as_str()) || is_linking(entry))
}
