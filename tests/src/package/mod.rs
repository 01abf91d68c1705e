//! Amazon's skill packages as plain JSON, and whether two of them are the same skill.
//!
//! Nothing here knows the compiler or the importer: what they make is judged from outside.

mod compare;
mod layout;
mod lists;
pub mod normal;

pub use compare::differences;
pub use layout::{BESIDE, BUILT, FLAT, Layout, OLD_PROJECT, PACKAGE, PROJECT};
pub use lists::{Order, order};

use serde_json::Value;
use std::collections::BTreeMap;

/// What a package holds; a part that it lacks is absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Package {
    /// The skill manifest, `skill.json`.
    pub manifest: Option<Value>,
    /// The interaction models, by locale.
    pub models: BTreeMap<String, Value>,
    /// The account-linking request.
    pub linking: Option<Value>,
}

impl Package {
    /// Its parts with the names that differences are told by.
    pub fn parts(&self) -> BTreeMap<String, &Value> {
        let models = self.models.iter().map(|(locale, model)| (format!("models/{locale}"), model));
        let manifest = self.manifest.iter().map(|manifest| ("manifest".to_owned(), manifest));
        let linking = self.linking.iter().map(|linking| ("account linking".to_owned(), linking));
        models.chain(manifest).chain(linking).collect()
    }

    /// The same parts, to be changed.
    pub fn parts_mut(&mut self) -> BTreeMap<String, &mut Value> {
        let models = self.models.iter_mut().map(|(locale, model)| (format!("models/{locale}"), model));
        let manifest = self.manifest.iter_mut().map(|manifest| ("manifest".to_owned(), manifest));
        let linking = self.linking.iter_mut().map(|linking| ("account linking".to_owned(), linking));
        models.chain(manifest).chain(linking).collect()
    }
}
