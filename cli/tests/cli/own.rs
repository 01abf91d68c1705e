//! What a person wrote is never lost: files that Sayso did not write, Amazon's own settings, and links.

use crate::support::{Folder, SKILL, Said};

const MANIFEST: &str = "skill-package/skill.json";
const MODEL: &str = "skill-package/interactionModels/custom/en-GB.json";
const SETTINGS: &str = "ask-resources.json";

/// A manifest as Amazon's command line writes it: indented like ours, with the keys in another order.
const BY_HAND: &str = r#"{
  "manifest": {
    "publishingInformation": {
      "locales": {
        "en-US": {
          "name": "Written by hand"
        }
      },
      "isAvailableWorldwide": true
    },
    "manifestVersion": "1.0"
  }
}
"#;

fn built() -> Folder {
    let folder = Folder::with(SKILL);
    folder.sayso("build").code(0);
    folder
}

/// Changes what all files of the package say.
fn change(folder: &Folder) {
    folder.write("skill.yaml", SKILL.replace("bonus points", "extra points").replace("Bonus Points", "Extra Points"));
}

/// Builds over a file, which has to be refused, and has to stay.
#[track_caller]
fn refused(name: &str, text: &str) -> Said {
    let folder = built();
    change(&folder);
    folder.write(name, text);
    let before: Vec<String> = folder.files().iter().map(|file| folder.read(file)).collect();
    let said = folder.sayso("build");
    said.fails(&format!("`{name}` does not look like a file that `sayso build` wrote"));
    let after: Vec<String> = folder.files().iter().map(|file| folder.read(file)).collect();
    assert_eq!(before, after, "nothing is written");
    folder.sayso("build --force").code(0).tells(&format!("wrote      {name}"));
    assert_ne!(folder.read(name), text);
    said
}

/// Builds over a file, which is no loss.
#[track_caller]
fn replaced(name: &str, text: &str) {
    let folder = built();
    change(&folder);
    folder.write(name, text);
    folder.sayso("build").code(0).tells(&format!("wrote      {name}"));
}

#[test]
fn a_manifest_by_hand_stops_everything() {
    let said = refused(MANIFEST, BY_HAND);
    said.tells("nothing was written").tells("`--force`").tells("sayso import").tells("--out");
}

#[test]
fn what_is_laid_out_otherwise_is_somebodys() {
    let folder = built();
    let ours = folder.read(MODEL);
    let compact = serde_json::from_str::<serde_json::Value>(&ours).expect("JSON").to_string();
    refused(MODEL, &compact.replace("bonus", "bonny"));
    refused(MODEL, &ours.replace("  ", "    "));
    refused(MODEL, ours.trim_end());
    refused(MANIFEST, "mine");
    refused("account-linking.json", r#"{"accountLinkingRequest": {"clientId": "mine"}}"#);
}

#[test]
fn several_are_told_together() {
    let folder = Folder::with(SKILL);
    folder.write(MANIFEST, BY_HAND);
    folder.write(MODEL, "mine");
    folder.sayso("build").fails(&format!("`{MODEL}` does not look like")).tells("as would 1 other file");
}

#[test]
fn what_is_ours_or_empty_or_says_the_same_is_replaced() {
    let folder = built();
    for name in [MANIFEST, MODEL] {
        let ours = folder.read(name);
        replaced(name, &ours);
        replaced(name, &ours.replace('\n', "\r\n"));
        replaced(name, "");
        replaced(name, " \n");
    }
    change(&folder);
    folder.sayso("build").code(0);
    let same: serde_json::Value = serde_json::from_str(&folder.read(MANIFEST)).expect("JSON");
    replaced(MANIFEST, &same.to_string());
}

#[test]
fn locales_may_change_their_order() {
    let folder = built();
    folder.write("skill.yaml", SKILL.replace("[en-US, en-GB]", "[en-GB, en-US]"));
    folder.sayso("build").code(0).tells(&format!("wrote      {MANIFEST}"));
}

#[test]
fn a_comparison_refuses_nothing() {
    let folder = built();
    folder.write(MANIFEST, BY_HAND);
    folder.sayso("build --check").code(3).tells(&format!("stale  {MANIFEST}"));
    folder.sayso("build --check --force").code(2);
}

#[test]
fn settings_of_amazons_command_line_are_kept() {
    let mine = r#"{"askcliResourcesVersion":"2020-03-31","profiles":{"default":{"skillMetadata":{"src":"skill-package/"},"skillId":"amzn1.ask.skill.1"}}}"#;
    let folder = Folder::with(SKILL);
    folder.write(SETTINGS, mine);
    let said = folder.sayso("build");
    said.code(0).tells(&format!("kept   {SETTINGS}"));
    assert!(!said.stderr.contains("warning"), "{said:?}");
    folder.sayso("build --check").code(0).prints_nothing();
    folder.sayso("build --force").code(0);
    assert_eq!(folder.read(SETTINGS), mine);
}

#[test]
fn settings_that_deploy_something_else_are_doubted() {
    for (settings, said) in [
        (r#"{"profiles":{"default":{"skillMetadata":{"src":"./package"}}}}"#, "deploys `./package`, and not `./skill-package`"),
        (r#"{"profiles":{"default":{"skillId":"amzn1.ask.skill.1"}}}"#, "deploys no package"),
        ("profiles: {}", "is not JSON"),
    ] {
        let folder = Folder::with(SKILL);
        folder.write(SETTINGS, settings);
        folder.sayso("build").code(0).tells(&format!("warning: `{SETTINGS}` {said}")).tells("./skill-package");
        folder.sayso("build --check").code(0).tells(&format!("warning: `{SETTINGS}`"));
        assert_eq!(folder.read(SETTINGS), settings);
    }
}

#[test]
fn one_profile_that_deploys_the_package_is_enough() {
    let folder = Folder::with(SKILL);
    let profile = |src: &str| format!(r#"{{"skillMetadata":{{"src":"{src}"}}}}"#);
    let settings = format!(r#"{{"profiles":{{"live":{},"default":{}}}}}"#, profile("./live/skill-package"), profile("./skill-package"));
    folder.write(SETTINGS, settings);
    let said = folder.sayso("build");
    assert!(!said.stderr.contains("warning"), "{said:?}");
}

#[test]
fn a_secret_in_the_way_is_not_shown() {
    let folder = built();
    folder.write("account-linking.json", r#"{"accountLinkingRequest": {"clientSecret": "s3cr3t-by-hand"}}"#);
    folder.sayso("build --check").code(3).prints("not shown: the file holds a client secret");
    for args in ["build --check", "build", "build --force"] {
        let said = folder.sayso(args);
        assert!(!said.stdout.contains("s3cr3t") && !said.stderr.contains("s3cr3t"), "{said:?}");
    }
}

#[cfg(unix)]
mod links {
    use super::{MANIFEST, built, change};
    use crate::support::{Folder, SKILL};
    use std::fs;
    use std::os::unix::fs::symlink;

    #[test]
    fn a_link_within_the_folder_is_written_through() {
        let folder = built();
        fs::rename(folder.path(MANIFEST), folder.path("elsewhere.json")).expect("files can be renamed");
        symlink("../elsewhere.json", folder.path(MANIFEST)).expect("links can be made");
        change(&folder);
        folder.sayso("build").code(0);
        assert!(fs::symlink_metadata(folder.path(MANIFEST)).expect("it is there").is_symlink());
        assert!(folder.read("elsewhere.json").contains("Extra Points"));
    }

    #[test]
    fn a_link_out_of_the_folder_is_refused() {
        let outside = Folder::new();
        outside.write("skill.json", "");
        for (link, target) in [(MANIFEST, "skill.json"), ("skill-package", ""), ("ask-resources.json", "skill.json")] {
            let folder = Folder::with(SKILL);
            fs::create_dir_all(folder.path(link).parent().expect("a folder")).expect("folders can be made");
            symlink(outside.path(target), folder.path(link)).expect("links can be made");
            for args in ["build", "build --force", "build --check"] {
                folder.sayso(args).fails("leads out of the folder");
            }
            assert_eq!(outside.files(), ["skill.json"]);
            assert_eq!(outside.read("skill.json"), "");
        }
    }

    #[test]
    fn a_link_that_leads_nowhere_is_told() {
        let folder = built();
        fs::remove_file(folder.path(MANIFEST)).expect("it is there");
        symlink("nowhere.json", folder.path(MANIFEST)).expect("links can be made");
        folder.sayso("build").fails("is a link that leads nowhere");
    }

    #[test]
    fn the_folder_itself_may_be_a_link() {
        let folder = Folder::with(SKILL);
        fs::create_dir(folder.path("real")).expect("folders can be made");
        symlink("real", folder.path("link")).expect("links can be made");
        folder.sayso("build --out link").code(0);
        assert!(folder.has("real/skill-package/skill.json"));
    }
}
