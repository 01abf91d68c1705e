//! The skill manifest, as skill.yaml says it.

mod apis;
mod privacy;
mod store;

use super::node::{Map, Node};
use super::said::Said;
use super::taken::{Taken, whole};
use crate::package::json::text;

/// What the manifest says for the skill as a whole.
#[derive(Default)]
pub(in crate::import) struct Manifest<'t> {
    /// Under the keys of skill.yaml.
    pub keys: Map<'t>,
    /// Under `skill`.
    pub store: Map<'t>,
    /// What goes out as it is.
    pub amazon: Option<Map<'t>>,
    /// Whether there are permissions, which say that personal information is used.
    pub is_personal: bool,
    /// The category.
    pub category: Option<&'t str>,
}

/// Reads what stands under `manifest`. What it says of locales goes to `locales`, which has them all.
/// `links` says whether the skill has account linking.
pub(in crate::import) fn read<'t>(mut top: Taken<'t>, links: bool, locales: &mut [Said<'t>]) -> Manifest<'t> {
    let mut manifest = Manifest::default();
    let is_versioned = top.has("manifestVersion");
    top.take("manifestVersion", |version| text(version).filter(|version| *version == "1.0"));
    manifest.store = Map::default().with("manifest_version", (!is_versioned).then_some(Node::Word("omit")));
    store::publishing(&mut top, &mut manifest, locales);
    apis::apis(&mut top, &mut manifest);
    let permissions = top.items("permissions", |item| whole(item, |item| item.text("name")));
    manifest.is_personal = !permissions.is_empty();
    if manifest.is_personal {
        manifest.keys = manifest.keys.with("permissions", Node::texts(permissions));
    }
    apis::events(&mut top, &mut manifest);
    privacy::privacy(&mut top, &mut manifest, links, locales);
    manifest.amazon = top.rest();
    manifest
}

/// An object in which there is nothing says no more than its key.
fn drop_empty(taken: &mut Taken<'_>, key: &str) {
    taken.take(key, |left| Taken::of(left).filter(Taken::is_empty).map(|_| ()));
}
