//! The profiles of `ask-resources.json`, each of which may have a package of its own.

use super::find::{and, shown, tidy};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use std::fmt;
use std::path::{Path, PathBuf};

/// A profile, and the folder of its package if it names one.
pub struct Profile {
    name: String,
    source: Option<String>,
}

/// The profiles as they are written; none where the file has another form.
pub fn read(bytes: &[u8]) -> serde_json::Result<Vec<Profile>> {
    serde_json::from_slice::<Value>(bytes)?;
    let resources: Resources = serde_json::from_slice(bytes).unwrap_or_default();
    let source = |profile: &Value| profile.pointer("/skillMetadata/src").and_then(Value::as_str).map(str::to_owned);
    Ok(resources.profiles.0.into_iter().map(|(name, profile)| Profile { source: source(&profile), name }).collect())
}

/// The package of the default profile, or else of the first one, if it is there.
pub fn package<'p>(root: &Path, profiles: &'p [Profile]) -> Option<(&'p Profile, PathBuf)> {
    let profile = profiles.iter().find(|profile| profile.name == "default").or(profiles.first())?;
    Some((profile, folder(root, profile)?))
}

/// What to say where other profiles have other packages.
pub fn left_aside(root: &Path, profiles: &[Profile], taken: &Profile, package: &Path) -> Option<String> {
    let mut others: Vec<PathBuf> = profiles.iter().filter_map(|profile| folder(root, profile)).filter(|other| other != package).collect();
    others.sort();
    others.dedup();
    let others: Vec<String> = others.iter().map(|other| format!("`{}`", shown(other))).collect();
    let advice = match others.len() {
        0 => return None,
        1 => "is left aside: name it if it is meant",
        _ => "are left aside: name the one that is meant",
    };
    Some(format!("`{}` is taken, the package of the profile `{}`; {} {advice}", shown(package), taken.name, and(&others)))
}

fn folder(root: &Path, profile: &Profile) -> Option<PathBuf> {
    Some(tidy(&root.join(profile.source.as_ref()?))).filter(|folder| folder.is_dir())
}

#[derive(Default, serde::Deserialize)]
struct Resources {
    profiles: Profiles,
}

/// In their order, which a map of `serde_json` does not keep.
#[derive(Default)]
struct Profiles(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Profiles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Profiles;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("profiles")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Profiles, A::Error> {
        let mut profiles = Vec::new();
        while let Some(entry) = map.next_entry()? {
            profiles.push(entry);
        }
        Ok(Profiles(profiles))
    }
}
