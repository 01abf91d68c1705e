//! Where the files of a package lie.

use super::Package;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::Path;

/// The places of a package's files in a folder.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// What it is called.
    pub name: &'static str,
    manifest: &'static str,
    models: &'static str,
    linking: &'static str,
    /// A file that is there besides, with its text.
    marker: Option<(&'static str, &'static str)>,
}

/// The corpus of public packages.
pub const FLAT: Layout = Layout { name: "flat", manifest: "skill.json", models: "models", linking: "accountLinking.json", marker: None };

/// What `sayso build` writes.
pub const BUILT: Layout = Layout {
    name: "built",
    manifest: "skill-package/skill.json",
    models: "skill-package/interactionModels/custom",
    linking: "account-linking.json",
    marker: None,
};

/// A project of Amazon's command line, version 2; the linking request lies where people put it, though the import ignores it there.
pub const PROJECT: Layout = Layout {
    name: "project",
    manifest: "skill-package/skill.json",
    models: "skill-package/interactionModels/custom",
    linking: "skill-package/accountLinking.json",
    marker: Some(("ask-resources.json", ASK_RESOURCES)),
};

/// A project of Amazon's command line, version 1.
pub const OLD_PROJECT: Layout = Layout {
    name: "old project",
    manifest: "skill.json",
    models: "models",
    linking: "accountLinking.json",
    marker: Some((".ask/config", r#"{"deploy_settings": {"default": {"skill_id": "", "was_cloned": false, "merge": {}}}}"#)),
};

/// The package folder by itself, as Amazon exports it.
pub const PACKAGE: Layout = Layout {
    name: "package",
    manifest: "skill.json",
    models: "interactionModels/custom",
    linking: "account-linking.json",
    marker: Some(("hashes", "{}")),
};

/// All files beside one another.
pub const BESIDE: Layout =
    Layout { name: "beside one another", manifest: "skill.json", models: ".", linking: "account_linking.json", marker: None };

const ASK_RESOURCES: &str = r#"{
  "askcliResourcesVersion": "2020-03-31",
  "profiles": {
    "default": {
      "skillMetadata": { "src": "./skill-package" },
      "code": { "default": { "src": "./lambda" } },
      "skillInfrastructure": { "userConfig": { "runtime": "nodejs16.x", "handler": "index.handler" } }
    }
  }
}"#;

impl Layout {
    /// Reads the package that lies in a folder.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, or is not JSON.
    pub fn read(&self, folder: &Path) -> io::Result<Package> {
        let mut package =
            Package { manifest: json(&folder.join(self.manifest))?, linking: json(&folder.join(self.linking))?, ..Package::default() };
        let models = folder.join(self.models);
        for entry in fs::read_dir(&models).into_iter().flatten() {
            let path = entry?.path();
            let (Some(locale), Some("json")) = (path.file_stem(), path.extension().and_then(|extension| extension.to_str())) else {
                continue;
            };
            let Some(model) = json(&path)? else { continue };
            package.models.insert(locale.to_string_lossy().into_owned(), model);
        }
        Ok(package)
    }

    /// Writes a package into a folder, which is made.
    ///
    /// # Errors
    ///
    /// When a file cannot be written.
    pub fn write(&self, package: &Package, folder: &Path) -> io::Result<()> {
        let manifest = package.manifest.iter().map(|manifest| (self.manifest.to_owned(), manifest));
        let linking = package.linking.iter().map(|linking| (self.linking.to_owned(), linking));
        let models = package.models.iter().map(|(locale, model)| (format!("{}/{locale}.json", self.models), model));
        fs::create_dir_all(folder)?;
        for (path, value) in manifest.chain(linking).chain(models) {
            write(&folder.join(path), &serde_json::to_vec_pretty(value)?)?;
        }
        self.marker.map_or(Ok(()), |(path, text)| write(&folder.join(path), text.as_bytes()))
    }
}

/// The JSON of a file; `None` when there is no such file.
fn json(path: &Path) -> io::Result<Option<Value>> {
    let text = match fs::read(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    // A byte order mark is no part of the text.
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text);
    let said = |error: serde_json::Error| io::Error::new(io::ErrorKind::InvalidData, format!("{}: {error}", path.display()));
    serde_json::from_slice(text).map(Some).map_err(said)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, bytes)
}
