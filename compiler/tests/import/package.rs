//! Packages to import, and what came of them.

use sayso_compiler::import::{Imported, import};
use sayso_compiler::package::{PackageFiles, Role};
use sayso_compiler::{Input, Options, analyze, emit};
use std::collections::BTreeMap;

/// A package in the making.
#[derive(Default)]
pub struct Package(PackageFiles);

impl Package {
    /// With what stands under `manifest`.
    pub fn manifest(mut self, manifest: &str) -> Self {
        self.0.add(Role::Manifest, "skill.json", format!("{{\"manifest\": {manifest}}}").into_bytes());
        self
    }

    /// With what stands under `languageModel`.
    pub fn model(self, locale: &str, language_model: &str) -> Self {
        self.whole_model(locale, &format!("{{\"interactionModel\": {{\"languageModel\": {language_model}}}}}"))
    }

    pub fn whole_model(mut self, locale: &str, model: &str) -> Self {
        self.0.add(Role::Model(locale.to_owned()), &format!("{locale}.json"), model.to_owned().into_bytes());
        self
    }

    pub fn linking(mut self, request: &str) -> Self {
        self.0.add(Role::AccountLinking, "accountLinking.json", request.to_owned().into_bytes());
        self
    }

    pub fn file(mut self, role: Role, bytes: &[u8]) -> Self {
        self.0.add(role, "file.json", bytes.to_vec());
        self
    }

    pub fn import(&self, lenient: bool) -> Imported {
        import(&self.0, lenient)
    }

    /// The problems: code, place and message.
    pub fn told(&self, lenient: bool) -> Vec<String> {
        let imported = self.import(lenient);
        imported
            .diagnostics
            .iter()
            .map(|found| format!("{} {} {}", found.code(), self.0.sources.place(found.span()), found.message))
            .collect()
    }

    /// The problems: what they point at, and the message.
    pub fn pointed_out(&self) -> Vec<String> {
        let diagnostics = self.import(false).diagnostics;
        diagnostics.iter().map(|found| format!("{}: {}", self.0.sources.slice(found.span()), found.message)).collect()
    }

    /// With what Amazon would refuse.
    pub fn imported_leniently(self) -> Files {
        Files(self.import(true).files.unwrap_or_else(|| panic!("nothing was imported: {:?}", self.told(true))))
    }

    pub fn imported(self) -> Files {
        let told = self.told(false);
        Files(self.import(false).files.unwrap_or_else(|| panic!("nothing was imported: {told:?}")))
    }
}

/// The files of an import.
pub struct Files(BTreeMap<String, String>);

impl Files {
    pub fn names(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    pub fn text(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("there is no {name} among {:?}", self.names()))
    }

    /// What is built of them, with what Amazon would refuse.
    pub fn built(&self, path: &str) -> serde_json::Value {
        let local = |path: &str| Some(path.strip_prefix("locales/")?.strip_suffix(".yaml")?.to_owned());
        let locals = self.0.iter().filter_map(|(path, text)| Some((local(path)?, text.clone())));
        let input =
            locals.fold(Input::from_text("skill.yaml", self.text("skill.yaml")), |input, (tag, text)| input.with_locale(&tag, text));
        let options = Options { lenient: true, ..Options::default() };
        let built = analyze(&input, &options, |analysis| {
            analysis.skill.map(|skill| emit::package(&skill)).unwrap_or_else(|| panic!("{:#?}", analysis.diagnostics))
        });
        serde_json::from_slice(&built[path]).expect("it is JSON")
    }

    /// The text of skill.yaml, when that is all there is.
    pub fn only(&self) -> &str {
        assert_eq!(self.names(), ["skill.yaml"]);
        self.text("skill.yaml")
    }
}
