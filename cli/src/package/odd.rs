//! Parts of a package that are at none of their usual places: by what they hold, and by the names of files and folders.

use super::find::{self, MODEL_KEYS, holds, shown};
use super::read::{self, Root};
use super::{Found, search};
use crate::failure::Failure;
use sayso_compiler::package::{self, Role};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// More packages or models are not named.
const MOST_NAMED: usize = 5;

/// Takes models that go by a locale in their path, or the only one for the only locale of the manifest.
pub fn models(root: &Root, manifest: &Value, found: &mut Found) -> Result<(), Failure> {
    let (mut by_locale, mut others): (BTreeMap<String, Vec<PathBuf>>, Vec<PathBuf>) = Default::default();
    for path in search::json_files(&root.folder) {
        if !root.read(&path)?.is_some_and(|bytes| holds(&bytes, MODEL_KEYS)) {
            continue;
        }
        match locale_in(path.strip_prefix(&root.folder).unwrap_or(&path)) {
            Some(locale) => by_locale.entry(locale).or_default().push(path),
            None => others.push(path),
        }
    }
    if by_locale.is_empty() && others.is_empty() {
        found.guessed.extend(given_up(&search::json_files(&root.folder)));
    }
    match (&others[..], only_locale(manifest)) {
        ([_], Some(locale)) if by_locale.is_empty() => drop(by_locale.insert(locale, others)),
        _ => found.guessed.extend(others.iter().map(|path| find::no_locale(path))),
    }
    for (locale, paths) in by_locale {
        one_of(root, paths, Role::Model(locale.clone()), &format!("the interaction model of {locale}"), found)?;
    }
    Ok(())
}

fn only_locale(manifest: &Value) -> Option<String> {
    let inside = manifest.get("manifest").or_else(|| manifest.get("skillManifest")).unwrap_or(manifest);
    let mut locales = inside.pointer("/publishingInformation/locales")?.as_object()?.keys();
    locales.next().filter(|_| locales.next().is_none()).cloned()
}

/// Takes the only account-linking request.
pub fn linking(root: &Root, found: &mut Found) -> Result<(), Failure> {
    let name = |path: &Path| path.file_name().is_some_and(|name| find::names_linking(&name.to_string_lossy()));
    let mut paths = Vec::new();
    for path in search::json_files(&root.folder).into_iter().filter(|path| name(path)) {
        if root.read(&path)?.is_some_and(|bytes| !find::is_built(&bytes)) {
            paths.push(path);
        }
    }
    linking_among(root, paths, found)
}

/// Takes the only account-linking request of these.
pub fn linking_among(root: &Root, paths: Vec<PathBuf>, found: &mut Found) -> Result<(), Failure> {
    if paths.is_empty() { Ok(()) } else { one_of(root, paths, Role::AccountLinking, "the account-linking request", found) }
}

/// Takes the file that is there alone; of several, nobody knows which one is meant.
fn one_of(root: &Root, paths: Vec<PathBuf>, role: Role, what: &str, found: &mut Found) -> Result<(), Failure> {
    let names: Vec<String> = paths.iter().map(|path| format!("`{}`", shown(path))).collect();
    if let [path] = &paths[..] {
        if let Some(bytes) = root.read(path)? {
            found.files.add(role, &shown(path), bytes);
            found.guessed.push(format!("{} is taken for {what}", names[0]));
        }
    } else {
        let could = if paths.len() == 2 { "both" } else { "each" };
        found.guessed.push(format!("{} are left aside: {could} could be {what}; name the one that is meant", find::and(&names)));
    }
    Ok(())
}

/// The locale that stands in the name of the file, or else of the folder that it lies in.
pub fn locale_in(path: &Path) -> Option<String> {
    let names = path.iter().rev().take(2).filter_map(|name| name.to_str());
    names.map(|name| name.strip_suffix(".json").unwrap_or(name)).find_map(locale_in_name)
}

/// `en-US` in `model_en-US`, be it written a little differently.
fn locale_in_name(name: &str) -> Option<String> {
    const LENGTH: usize = 5;
    let is_end = |letter: Option<char>| letter.is_none_or(|letter| !letter.is_ascii_alphanumeric());
    let at = |start: usize| {
        let (before, rest) = name.split_at_checked(start)?;
        let (middle, after) = rest.split_at_checked(LENGTH)?;
        let is_apart = is_end(before.chars().next_back()) && is_end(after.chars().next());
        find::locale_of(middle).filter(|_| is_apart)
    };
    (0..name.len()).find_map(at)
}

/// What to say of a folder in which nothing was found: where there are packages, or what became of their form.
pub fn hints(folder: &Path) -> Vec<String> {
    let files = search::json_files(folder);
    let is_called = |path: &Path, name: &str| path.file_name().is_some_and(|found| found == name);
    let mut packages: Vec<String> = Vec::new();
    for package in files.iter().filter(|path| is_called(path, "skill.json")).filter_map(|path| path.parent()) {
        let project = if is_called(package, "skill-package") { package.parent().unwrap_or(package) } else { package };
        packages.push(format!("`{}`", shown(project)));
    }
    packages.dedup();
    packages.truncate(MOST_NAMED);
    let (are, one) = if packages.len() == 1 { ("there is a package in", "it") } else { ("there are packages in", "one of them") };
    let named = (!packages.is_empty()).then(|| format!("{are} {}: name {one}", find::and(&packages)));
    let archive =
        search::archive(folder).map(|path| format!("`{}` is an archive: unpack it, and name the folder with what was in it", shown(&path)));
    let models = if packages.is_empty() { models_in(&files) } else { None };
    named.into_iter().chain(models).chain(given_up(&files)).chain(archive).collect()
}

/// The files that look like models, of which nobody knows whether they are of a skill.
fn models_in(files: &[PathBuf]) -> Option<String> {
    let is_model = |path: &&PathBuf| read::named(path).is_ok_and(|bytes| holds(&bytes, MODEL_KEYS));
    let models: Vec<String> = files.iter().filter(is_model).take(MOST_NAMED).map(|path| format!("`{}`", shown(path))).collect();
    match models.len() {
        0 => None,
        1 => Some(format!("{} looks like an interaction model: name it to import it", models[0])),
        _ => Some(format!("{} look like interaction models: name those that are meant", find::and(&models))),
    }
}

/// What to say of the first file in a form that Amazon gave up.
fn given_up(files: &[PathBuf]) -> Option<String> {
    files.iter().find_map(|path| {
        let bytes = read::named(path).ok()?;
        let form = package::given_up(str::from_utf8(&bytes).ok()?)?;
        Some(format!("`{}` is {form}", shown(path)))
    })
}
