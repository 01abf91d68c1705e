//! Whether a file in the way is one of ours, or somebody else's work.
//!
//! A package by hand and one of ours hold the same kinds of things, and JSON has no place for a mark that Amazon's import lets pass. What tells
//! them apart is the form: we indent in one way, and our keys have one order, in which next to nobody else writes a manifest.

use super::json::{self, Json};
use super::reread::reread;
use crate::diff::{Side, diff};
use crate::package::{PackageFiles, Role};
use std::borrow::Cow;

/// Maps whose order is that of skill.yaml.
const ORDERED_BY_THE_SKILL: [&str; 2] = ["locales", "regions"];

/// Whether nothing of somebody's is lost when `wanted`, a file of ours, takes the place of `found`.
pub fn may_replace(found: &[u8], wanted: &[u8]) -> bool {
    if found.trim_ascii().is_empty() || says_the_same(found, wanted) {
        return true;
    }
    let (Some(there), Some(ours)) = (reread(found), reread(wanted)) else { return false };
    let is_of_the_kind = shared(&there, &ours).next().is_some();
    // Version control may have given the file the line endings of the system.
    let is_of_the_form = || without_returns(found).eq(json::bytes(&there));
    is_of_the_kind && is_of_the_form() && in_our_order(&there, &ours, false)
}

/// The bytes with the line ends that we write. In JSON that we wrote, there is no other place for them.
fn without_returns(bytes: &[u8]) -> impl Iterator<Item = u8> {
    bytes.iter().copied().filter(|byte| *byte != b'\r')
}

/// Whether both say the same of a skill, in whatever order and form: after an import nothing of the package is lost.
fn says_the_same(found: &[u8], wanted: &[u8]) -> bool {
    let side = |bytes: &[u8]| {
        let mut files = PackageFiles::new();
        files.add(Role::Loose("en-US".to_owned()), "", bytes.to_vec());
        Side::package(files)
    };
    // A secret that only one of them has is in a group too: what cannot be compared is not the same.
    diff(&side(found), &side(wanted), false).is_ok_and(|difference| difference.groups.is_empty())
}

/// Whether the keys that both have come in the same order in both.
fn in_our_order(there: &Json<'_>, ours: &Json<'_>, any: bool) -> bool {
    if let (Json::Array(there), Json::Array(ours)) = (there, ours) {
        return there.iter().zip(ours).all(|(there, ours)| in_our_order(there, ours, false));
    }
    let inner = |(key, value): &(Cow<'_, str>, Json<'_>)| {
        ours.get(key).is_none_or(|own| in_our_order(value, own, ORDERED_BY_THE_SKILL.contains(&&**key)))
    };
    (any || shared(there, ours).eq(shared(ours, there))) && there.entries().iter().all(inner)
}

fn shared<'j>(of: &'j Json<'_>, with: &'j Json<'_>) -> impl Iterator<Item = &'j str> {
    of.entries().iter().map(|(key, _)| &**key).filter(|key| with.get(key).is_some())
}

#[cfg(test)]
mod tests {
    use super::may_replace;

    const OURS: &str = "{\n  \"a\": 1,\n  \"locales\": {\n    \"de\": 1,\n    \"en\": 2.5\n  },\n  \"list\": [\n    {\n      \"name\": \"é\",\n      \"of\": []\n    }\n  ]\n}\n";

    #[track_caller]
    fn check(found: &str, expected: bool) {
        assert_eq!(may_replace(found.as_bytes(), OURS.as_bytes()), expected, "{found}");
    }

    #[test]
    fn what_has_our_form_is_ours() {
        check(OURS, true);
        check(&OURS.replace("\"a\": 1", "\"a\": -2"), true);
        check(&OURS.replace("\"a\": 1", "\"b\": null"), true);
        check(&OURS.replace("\"of\": []", "\"at\": {},\n      \"of\": true"), true);
        check("{\n  \"locales\": {\n    \"en\": 1,\n    \"de\": 2\n  }\n}\n", true);
    }

    #[test]
    fn what_has_another_form_is_somebodys() {
        check("{\n  \"locales\": {},\n  \"a\": 1\n}\n", false);
        check("{\n  \"list\": [\n    {\n      \"of\": [],\n      \"name\": 1\n    }\n  ]\n}\n", false);
        check("{\n  \"other\": 1\n}\n", false);
        check(&OURS.replace("1,", "2 ,"), false);
        check(&OURS.replace('é', "\\u00e8"), false);
        check(&OURS.replace("\"a\": 1", "\"a\": 1,"), false);
    }

    #[test]
    fn what_says_the_same_is_no_loss_in_any_form() {
        check("", true);
        let same = |found: &str, wanted: &str| super::may_replace(found.as_bytes(), wanted.as_bytes());
        let model = r#"{"interactionModel": {"languageModel": {"invocationName": "a", "intents": [{"name": "B", "samples": ["c", "d"]}, {"name": "E"}]}}}"#;
        let other = r#"{"languageModel": {"intents": [{"samples": [], "name": "E"}, {"samples": ["d ", "c"], "name": "B"}], "types": [], "invocationName": "a"}}"#;
        assert!(same(other, model));
        assert!(!same(&other.replace("\"c\"", "\"f\""), model));
        let linking = r#"{"accountLinkingRequest": {"type": "AUTH_CODE", "clientId": "a"}}"#;
        assert!(!same(&linking.replace("}}", r#", "clientSecret": "b"}}"#), linking), "a secret that somebody wrote");
        assert!(!may_replace(b"\xff", OURS.as_bytes()));
    }
}
