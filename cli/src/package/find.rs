//! Where the parts of a package lie: as Amazon's command line keeps them, as its predecessor did, and where else people put them.

use super::read::{self, Root};
use super::{Found, odd, profiles};
use crate::failure::Failure;
use sayso_compiler::builtin::LOCALES;
use sayso_compiler::package::Role;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What Amazon's command line has for its own.
const RESOURCES: &str = "ask-resources.json";

/// The folders of interaction models, the present one first.
const MODELS: &[&str] = &["interactionModels/custom", "interactionModels", "models/custom", "models"];

/// More files than that at the top of a folder are not looked into for what they hold.
const MOST_LOOSE: usize = 50;

/// A file that the user named.
pub fn file(path: &Path, found: &mut Found) -> Result<(), Failure> {
    let bytes = read::named(path)?;
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let named = odd::locale_in(path);
    let locale = named.as_deref().unwrap_or("en-US");
    if locale != stem && holds(&bytes, MODEL_KEYS) {
        let or = if named.is_some() { "" } else { "; name the file after its locale if it is of another" };
        found.guessed.push(format!("`{}` is taken for the interaction model of {locale}{or}", path.display()));
    }
    if holds(&bytes, MANIFEST_KEYS) {
        found.package = path.parent().map(Path::to_owned);
    }
    let role = Role::Loose(locale.to_owned());
    found.files.add(role, &shown(path), bytes);
    Ok(())
}

/// The folder of a project, of a package, or of loose files.
pub fn folder(folder: &Path, found: &mut Found) -> Result<(), Failure> {
    let root = Root::of(folder)?;
    let package = package_folder(&root, found)?;
    let places: Vec<PathBuf> = if package == *folder { vec![package] } else { vec![package, folder.to_owned()] };
    let before = found.files.sources.ids().count();
    let manifest = manifest(&root, &places, found)?;
    let models_found = models(&root, &places, found)?;
    let linking_found = linking(&root, &places, found)?;
    // Without a manifest this may be no skill at all, or several.
    if let Some(manifest) = manifest {
        if !models_found {
            odd::models(&root, &manifest, found)?;
        }
        if !linking_found {
            odd::linking(&root, found)?;
        }
    }
    if found.files.sources.ids().count() == before {
        loose(&root, folder, found)?;
    }
    Ok(())
}

/// The folder that holds the package: what `ask-resources.json` says, `skill-package` where there is one, else the folder itself.
fn package_folder(root: &Root, found: &mut Found) -> Result<PathBuf, Failure> {
    let resources = root.folder.join(RESOURCES);
    let profiles = match root.read(&resources)? {
        Some(bytes) => profiles::read(&bytes).map_err(|error| {
            let message = format!("`{}` is not JSON: {error}", resources.display());
            Failure::new(message).help("mend it, or name the folder of the package itself")
        })?,
        None => Vec::new(),
    };
    if let Some((taken, package)) = profiles::package(&root.folder, &profiles) {
        root.encloses(&package)?;
        found.guessed.extend(profiles::left_aside(&root.folder, &profiles, taken, &package));
        return Ok(package);
    }
    let usual = root.folder.join("skill-package");
    Ok(if usual.is_dir() { usual } else { root.folder.clone() })
}

/// Gives what the manifest says; null where that is no JSON.
fn manifest(root: &Root, places: &[PathBuf], found: &mut Found) -> Result<Option<Value>, Failure> {
    for place in places {
        for name in ["skill.json", "manifest.json"] {
            let path = place.join(name);
            if let Some(bytes) = root.read(&path)? {
                // Many things are called `manifest.json`.
                if name == "skill.json" || holds(&bytes, MANIFEST_KEYS) {
                    let said = serde_json::from_slice(&bytes).unwrap_or_default();
                    found.files.add(Role::Manifest, &shown(&path), bytes);
                    found.package = Some(place.clone());
                    return Ok(Some(said));
                }
            }
        }
    }
    Ok(None)
}

/// Whether there are any models at their places.
fn models(root: &Root, places: &[PathBuf], found: &mut Found) -> Result<bool, Failure> {
    let mut first: Option<PathBuf> = None;
    let mut others = Vec::new();
    for folder in places.iter().flat_map(|place| MODELS.iter().map(|models| place.join(models)).chain([place.clone()])) {
        let names: Vec<String> = root.list(&folder)?.iter().filter_map(|name| name.strip_suffix(".json")).map(str::to_owned).collect();
        let named: Vec<(String, &String)> = names.iter().filter_map(|name| Some((locale_of(name)?, name))).collect();
        if let Some(first) = first.as_ref().filter(|_| !named.is_empty()) {
            found.guessed.push(format!("the models in `{}` are left aside: those in `{}` are taken", shown(&folder), shown(first)));
            continue;
        }
        for (locale, name) in named {
            let path = folder.join(format!("{name}.json"));
            let Some(bytes) = root.read(&path)? else { continue };
            if locale != *name {
                found.guessed.push(format!("`{}` is taken for the interaction model of {locale}", shown(&path)));
            }
            found.files.add(Role::Model(locale), &shown(&path), bytes);
            first = Some(folder.clone());
        }
        if !places.contains(&folder) {
            let unnamed = names.iter().filter(|name| locale_of(name).is_none());
            others.extend(unnamed.map(|name| no_locale(&folder.join(format!("{name}.json")))));
        }
    }
    if first.is_some() {
        found.guessed.extend(others);
    }
    Ok(first.is_some())
}

pub fn no_locale(path: &Path) -> String {
    format!("`{}` is left aside: its name is no locale such as en-US", shown(path))
}

/// Account linking lies beside the package, and often in it. Whether there is any.
fn linking(root: &Root, places: &[PathBuf], found: &mut Found) -> Result<bool, Failure> {
    let mut folders = places.to_vec();
    // The package alone was named: what lies beside it belongs to it.
    if root.folder.file_name().is_some_and(|name| name == "skill-package") {
        folders.extend(root.folder.parent().map(Path::to_owned));
    }
    let mut requests = Vec::new();
    for folder in folders {
        for name in root.list(&folder)? {
            if names_linking(&name) {
                let path = folder.join(&name);
                requests.extend(root.read(&path)?.map(|bytes| (path, bytes)));
            }
        }
    }
    // Beside the one that somebody wrote, what `sayso build` made of it says nothing new.
    if requests.len() > 1 && requests.iter().any(|(_, bytes)| !is_built(bytes)) {
        requests.retain(|(_, bytes)| !is_built(bytes));
    }
    let is_there = !requests.is_empty();
    the_one_meant(root, requests, found)?;
    Ok(is_there)
}

/// Takes the request that is there alone, or the only one that goes by its usual name. Of those that say the same, one is enough.
fn the_one_meant(root: &Root, requests: Vec<(PathBuf, Vec<u8>)>, found: &mut Found) -> Result<(), Failure> {
    let mut said: Vec<Value> = Vec::new();
    let is_new = |(_, bytes): &(PathBuf, Vec<u8>)| {
        let request = request_in(bytes);
        let is_new = request.is_null() || !said.contains(&request);
        said.push(request);
        is_new
    };
    let different = requests.into_iter().filter(is_new);
    let is_usual = |(path, _): &(PathBuf, Vec<u8>)| path.file_stem().is_some_and(|stem| is_linking(&stem.to_string_lossy()));
    let (mut usual, mut others): (Vec<_>, Vec<_>) = different.partition(is_usual);
    if usual.len() != 1 {
        usual.append(&mut others);
    }
    let (path, bytes) = match <[_; 1]>::try_from(usual) {
        Ok([only]) => only,
        Err(several) => return odd::linking_among(root, several.into_iter().map(|(path, _)| path).collect(), found),
    };
    let path = shown(&path);
    found.guessed.extend(
        others.iter().map(|(other, _)| format!("`{}` is left aside: `{path}` is the account-linking request by its name", shown(other))),
    );
    found.files.add(Role::AccountLinking, &path, bytes);
    Ok(())
}

/// What an account-linking request says, in whatever envelope; null where it is no JSON.
fn request_in(bytes: &[u8]) -> Value {
    let json: Value = serde_json::from_slice(bytes).unwrap_or_default();
    let inside = ["accountLinkingRequest", "accountLinkingResponse"].into_iter().find_map(|envelope| json.get(envelope));
    inside.cloned().unwrap_or(json)
}

/// Whether a file of that name holds account linking.
pub fn names_linking(name: &str) -> bool {
    name.to_ascii_lowercase().strip_suffix(".json").is_some_and(|stem| letters(stem).contains(LINKING))
}

/// Whether it is the usual name, in one of its spellings.
fn is_linking(stem: &str) -> bool {
    letters(stem) == LINKING
}

const LINKING: &str = "accountlinking";

fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphabetic).collect::<String>().to_ascii_lowercase()
}

/// Whether the request has the placeholder of `sayso build` for its secret.
pub fn is_built(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| text.contains("filled in by `sayso account-linking --resolved`"))
}

const MANIFEST_KEYS: &[&str] = &["manifest", "skillManifest", "publishingInformation"];
pub const MODEL_KEYS: &[&str] = &["interactionModel", "languageModel"];
const LINKING_KEYS: &[&str] = &["accountLinkingRequest", "accountLinkingResponse", "authorizationUrl"];

/// Files of any name that hold a part.
fn loose(root: &Root, folder: &Path, found: &mut Found) -> Result<(), Failure> {
    let mut names = root.list(folder)?;
    names.retain(|name| name.ends_with(".json"));
    for name in names.iter().take(MOST_LOOSE) {
        let path = folder.join(name);
        let Some(bytes) = root.read(&path)? else { continue };
        if holds(&bytes, MANIFEST_KEYS) || holds(&bytes, MODEL_KEYS) || holds(&bytes, LINKING_KEYS) {
            file(&path, found)?;
        }
    }
    Ok(())
}

/// Whether the bytes are an object that has one of these keys; of what is not quite JSON, whether they stand in it.
pub fn holds(bytes: &[u8], keys: &[&str]) -> bool {
    match serde_json::from_slice::<Value>(bytes) {
        Ok(json) => keys.iter().any(|key| json.get(key).is_some()),
        Err(_) => str::from_utf8(bytes).is_ok_and(|text| keys.iter().any(|key| text.contains(&format!("\"{key}\"")))),
    }
}

/// The locale that a file is named after, be it written a little differently.
pub fn locale_of(name: &str) -> Option<String> {
    if looks_like_locale(name) {
        return Some(name.to_owned());
    }
    let tidy = name.replace('_', "-");
    LOCALES.iter().find(|known| known.eq_ignore_ascii_case(&tidy)).map(|known| (*known).to_owned())
}

/// `en-US` and its like, known to Alexa or not.
fn looks_like_locale(name: &str) -> bool {
    let two = |part: &str, is: fn(&u8) -> bool| part.len() == 2 && part.as_bytes().iter().all(is);
    let is_shaped =
        name.split_once('-').is_some_and(|(language, region)| two(language, u8::is_ascii_lowercase) && two(region, u8::is_ascii_uppercase));
    is_shaped || LOCALES.contains(&name)
}

/// The path as it is shown, with `/`.
pub fn shown(path: &Path) -> String {
    let path = tidy(path).display().to_string();
    if cfg!(windows) { path.replace('\\', "/") } else { path }
}

/// The names in a sentence.
pub fn and(names: &[String]) -> String {
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

/// The path without what says nothing.
pub fn tidy(path: &Path) -> PathBuf {
    path.components().filter(|part| *part != std::path::Component::CurDir).collect()
}
