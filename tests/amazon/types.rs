//! The corpus against `ask-smapi-model`, the published types of the Skill Management API.

use crate::{npm, schema::Definitions};
use jsonschema::Validator;
use sayso_compiler::emit::{ACCOUNT_LINKING, ASK_RESOURCES, MANIFEST};
use sayso_tests::case;
use serde_json::{Value, json};
use std::fs;

const PACKAGE: (&str, &str) = ("ask-smapi-model", "1.24.0");

/// Amazon's types of the three kinds of files.
struct Types {
    manifest: Validator,
    model: Validator,
    linking: Validator,
}

impl Types {
    fn load() -> Option<Self> {
        let spec = fs::read(npm::package(PACKAGE.0, PACKAGE.1, &json!({}))?.join("spec.json")).expect("the definitions");
        let spec: Value = serde_json::from_slice(&spec).expect("JSON");
        let definitions = Definitions::of(&spec);
        let validator = |root: &str| jsonschema::validator_for(&definitions.schema(root)).expect("a schema");
        Some(Types {
            manifest: validator("v1.skill.Manifest.SkillManifestEnvelope"),
            model: validator("v1.skill.interactionModel.InteractionModelData"),
            linking: validator("v1.skill.accountLinking.AccountLinkingRequest"),
        })
    }

    /// The type of a file, where Amazon has one.
    fn of(&self, path: &str) -> Option<&Validator> {
        match path {
            MANIFEST => Some(&self.manifest),
            ACCOUNT_LINKING => Some(&self.linking),
            path if path.starts_with("skill-package/interactionModels/") => Some(&self.model),
            path => {
                assert!([ASK_RESOURCES, case::RUST, case::WARNINGS].contains(&path), "{path} has no type of Amazon's");
                None
            }
        }
    }
}

fn problems(validator: &Validator, document: &Value) -> Vec<String> {
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn everything_that_is_emitted_is_of_amazons_types() {
    let Some(types) = Types::load() else { return };
    let mut found = Vec::new();
    for case in case::all() {
        for stage in case.stages() {
            for (path, bytes) in case.compile(stage.as_deref()).expect("a skill without errors") {
                let Some(validator) = types.of(&path) else { continue };
                let document = serde_json::from_slice(&bytes).expect("JSON");
                found.extend(problems(validator, &document).into_iter().map(|problem| format!("{} {path}{problem}", case.name)));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A document of the case, with one value replaced or added at a pointer.
fn changed(case: &str, path: &str, pointer: &str, key: &str, value: Value) -> Value {
    let case = case::all().into_iter().find(|found| found.name == case).expect("a case of that name");
    let bytes = case.compile(None).expect("a skill without errors").remove(path).expect("a file of that name");
    let mut document: Value = serde_json::from_slice(&bytes).expect("JSON");
    document.pointer_mut(pointer).expect("a place in the document")[key] = value;
    document
}

#[test]
fn what_amazon_would_refuse_is_noticed() {
    let Some(types) = Types::load() else { return };
    let model = "skill-package/interactionModels/custom/en-US.json";
    for (validator, document, expected) in [
        (&types.manifest, changed("store", MANIFEST, "/manifest", "manifestVersions", "1.0".into()), "manifestVersions"),
        (&types.manifest, changed("store", MANIFEST, "/manifest/publishingInformation", "distributionMode", "SECRET".into()), "SECRET"),
        (&types.manifest, changed("store", MANIFEST, "/manifest/apis/custom/interfaces/0", "type", "RADIO".into()), "RADIO"),
        (&types.manifest, changed("store", MANIFEST, "/manifest/apis/custom/interfaces/2", "viewports", Value::Null), "viewports"),
        (
            &types.model,
            changed("dialogs", model, "/interactionModel/dialog/intents/0/slots/0/validations/0", "type", "isOdd".into()),
            "isOdd",
        ),
        (&types.model, changed("dialogs", model, "/interactionModel/languageModel", "invocationName", Value::Null), "null"),
        (&types.linking, changed("linking-full", ACCOUNT_LINKING, "/accountLinkingRequest", "type", "PASSWORD".into()), "PASSWORD"),
        (&types.linking, changed("linking-full", ACCOUNT_LINKING, "/accountLinkingRequest", "secret", "s".into()), "secret"),
    ] {
        let found = problems(validator, &document);
        assert!(found.iter().any(|problem| problem.contains(expected)), "`{expected}` is not noticed: {found:?}");
    }
}
