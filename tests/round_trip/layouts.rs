//! Packages where people have them, not only where the corpus has them.

use crate::support::{SAYSO, folder};
use sayso_tests::package::{BESIDE, BUILT, FLAT, Layout, OLD_PROJECT, PACKAGE, PROJECT, Package, differences};
use sayso_tests::public;
use sayso_tests::trip::{SKILL, Trip, files};
use serde_json::json;

/// Several locales, a dialog, and account linking among them.
const PACKAGES: &[&str] = &[
    "BranchManager69__codelexa",
    "LucaTNT__alexa-casa",
    "alexa-samples__skill-sample-nodejs-the-foodie",
    "iamady__glo-boards-alexa",
    "motchie__alexa-skill-voice-mail",
];

fn packages() -> Vec<(&'static str, Package)> {
    let all = if public::is_there() { public::packages() } else { Vec::new() };
    let found = all.iter().filter_map(|public| PACKAGES.iter().find(|name| **name == public.name).map(|name| (*name, public.package())));
    found.collect()
}

/// What is imported from a layout: skill.yaml and its locales, and what they build.
fn imported(layout: &Layout, package: &Package, at: &str) -> (std::collections::BTreeMap<String, Vec<u8>>, Package) {
    let folder = folder();
    let source = folder.path().join("source");
    layout.write(package, &source).expect("a package is written");
    let trip = Trip { sayso: &SAYSO, folder: folder.path(), lenient: true };
    let built = trip.there_and_back(&source.join(at)).unwrap_or_else(|ended| panic!("{}: {}", layout.name, ended.stderr));
    (files(&folder.path().join(SKILL)), built)
}

#[test]
fn a_package_is_the_same_skill_in_every_layout() {
    for (name, package) in packages() {
        let (skill, _) = imported(&FLAT, &package, "");
        for layout in [PROJECT, OLD_PROJECT, PACKAGE, BESIDE, BUILT] {
            let (found, built) = imported(&layout, &package, "");
            assert_eq!(differences(&package, &built), Vec::<String>::new(), "{name} as {}", layout.name);
            assert_eq!(found, skill, "{name} as {}", layout.name);
        }
    }
}

#[test]
fn the_package_of_a_project_can_be_named_itself() {
    for (name, package) in packages() {
        let (_, built) = imported(&PROJECT, &package, "skill-package");
        assert_eq!(differences(&package, &built), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_linking_request_inside_the_manifest_is_taken_from_there() {
    for (name, package) in packages() {
        let mut misplaced = package.clone();
        let (Some(linking), Some(manifest)) = (misplaced.linking.take(), &mut misplaced.manifest) else { continue };
        let request = linking.get("accountLinkingRequest").or(linking.get("accountLinkingResponse")).expect("a request");
        manifest["manifest"]["accountLinkingRequest"] = request.clone();
        let (_, built) = imported(&PROJECT, &misplaced, "");
        assert_eq!(differences(&package, &built), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_part_alone_is_built_alone() {
    for (name, package) in packages() {
        let manifest = Package { manifest: package.manifest.clone(), ..Package::default() };
        let models = Package { models: package.models.clone(), ..Package::default() };
        let linking = Package { linking: package.linking.clone(), ..Package::default() };
        for part in [manifest, models, linking].into_iter().filter(|part| *part != Package::default()) {
            let (_, built) = imported(&FLAT, &part, "");
            assert_eq!(differences(&part, &built), Vec::<String>::new(), "{name}");
        }
    }
}

#[test]
fn a_file_by_itself_is_imported() {
    for (name, package) in packages() {
        let Some(linking) = &package.linking else { continue };
        let part = Package { linking: Some(linking.clone()), ..Package::default() };
        let (_, built) = imported(&FLAT, &part, "accountLinking.json");
        assert_eq!(differences(&part, &built), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_envelope_is_known() {
    for (name, package) in packages() {
        let mut bare = package.clone();
        bare.manifest = package.manifest.as_ref().map(|manifest| json!({"skillManifest": manifest["manifest"]}));
        bare.models.values_mut().for_each(|model| {
            if let Some(inside) = model.get("interactionModel") {
                *model = inside.clone();
            }
        });
        if let Some(linking) = &mut bare.linking {
            let request = linking.as_object().and_then(|linking| linking.values().next()).expect("a request").clone();
            *linking = request;
        }
        let (_, built) = imported(&PROJECT, &bare, "");
        assert_eq!(differences(&bare, &built), Vec::<String>::new(), "{name}");
    }
}
