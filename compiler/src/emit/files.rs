//! The deployable project: which file holds what.

use super::{account_linking, interaction_model, json, manifest};
use crate::analysis::{Checked, on_all_cores};
use json::{Json, object, text};
use std::collections::BTreeMap;

/// Files by their path, with `/`, relative to the folder that they are written to.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The skill manifest.
pub const MANIFEST: &str = "skill-package/skill.json";

/// The account-linking request: beside the package, never inside, where Amazon's import would ignore it.
pub const ACCOUNT_LINKING: &str = "account-linking.json";

/// What makes Amazon's command line deploy the folder as it is.
pub const ASK_RESOURCES: &str = "ask-resources.json";

/// The file of a locale's interaction model.
pub fn interaction_model_path(locale: &str) -> String {
    format!("skill-package/interactionModels/custom/{locale}.json")
}

/// Everything that Amazon wants to know of the skill.
pub fn package(skill: &Checked<'_>) -> Files {
    let models = on_all_cores(&skill.models, |model| {
        let locale = skill.locales[model.locale].tag.value;
        (interaction_model_path(locale), interaction_model(skill, model))
    });
    let mut files: Files = models.into_iter().collect();
    if skill.parts.manifest {
        files.insert(MANIFEST.to_owned(), manifest(skill));
        files.insert(ASK_RESOURCES.to_owned(), ask_resources());
    }
    if let Some(request) = account_linking(skill) {
        files.insert(ACCOUNT_LINKING.to_owned(), request);
    }
    files
}

fn ask_resources() -> Vec<u8> {
    let package = object([("src", text("./skill-package"))]);
    let profile = object([("skillMetadata", package)]);
    let profiles = object([("default", profile)]);
    json::bytes(&Json::Object(vec![("askcliResourcesVersion".into(), text("2020-03-31")), ("profiles".into(), profiles)]))
}
