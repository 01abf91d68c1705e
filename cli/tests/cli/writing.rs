//! All files or none, and no half ones.

use crate::support::{Folder, SKILL};
use std::fs;
use std::thread;
use std::time::Duration;

#[test]
fn a_place_that_is_taken_stops_everything() {
    let folder = Folder::with(SKILL);
    folder.write("skill-package/skill.json/notes.txt", "");
    folder.sayso("build").fails("skill.json` cannot be compared");
    assert_eq!(folder.files(), ["skill-package/skill.json/notes.txt", "skill.yaml"]);
}

#[test]
fn a_file_in_the_place_of_a_folder_stops_everything() {
    let folder = Folder::with(SKILL);
    folder.write("skill-package/interactionModels", "");
    folder.sayso("build").code(2).tells("skill-package/interactionModels");
    assert_eq!(folder.files(), ["skill-package/interactionModels", "skill.yaml"]);
}

#[test]
fn a_file_in_the_place_of_the_output_folder_is_told() {
    let folder = Folder::with(SKILL);
    folder.write("out", "mine");
    folder.sayso("build --out out").fails("`out` is a file, and should be a folder");
    folder.sayso("build --out out/deeper").fails("`out` is a file, and should be a folder");
    assert_eq!(folder.read("out"), "mine");
}

#[test]
#[cfg(unix)]
fn a_pipe_in_the_place_of_a_file_is_told_and_not_waited_for() {
    for name in ["account-linking.json", "skill-package/interactionModels/custom/fr-FR.json"] {
        let folder = Folder::with(SKILL);
        fs::create_dir_all(folder.path(name).parent().expect("a folder")).expect("folders can be made");
        let made = std::process::Command::new("mkfifo").arg(folder.path(name)).status().expect("mkfifo runs");
        assert!(made.success());
        let said = folder.sayso("build");
        if name.starts_with("account") {
            said.fails("`account-linking.json` cannot be compared: it is not a file");
        } else {
            said.code(0);
        }
    }
}

#[test]
fn folders_that_were_made_for_nothing_go_again() {
    let folder = Folder::with(SKILL);
    folder.write("out/skill-package/interactionModels", "");
    folder.sayso("build --out out/deep/../").code(2);
    folder.sayso("build --rust new/folder/skill.rs --out out").code(2);
    assert!(!folder.has("new"));
}

#[test]
#[cfg(unix)]
fn a_read_only_file_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(SKILL);
    folder.write("account-linking.json", "");
    fs::set_permissions(folder.path("account-linking.json"), PermissionsExt::from_mode(0o444)).expect("modes can be set");
    folder.sayso("build").fails("account-linking.json` cannot be written");
    assert_eq!(folder.files(), ["account-linking.json", "skill.yaml"]);
    assert_eq!(folder.read("account-linking.json"), "");
}

#[test]
#[cfg(unix)]
fn modes_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with(SKILL);
    folder.write("account-linking.json", "");
    fs::set_permissions(folder.path("account-linking.json"), PermissionsExt::from_mode(0o600)).expect("modes can be set");
    folder.sayso("build").code(0);
    let mode = |name: &str| fs::metadata(folder.path(name)).expect("it is there").permissions().mode() & 0o777;
    assert_eq!(mode("account-linking.json"), 0o600);
    assert_ne!(mode("skill-package/skill.json") & 0o044, 0, "others may read what is no secret");
}

#[test]
fn a_build_that_is_killed_leaves_no_half_files() {
    for delay in 0..12 {
        let folder = Folder::with(SKILL);
        let mut child = folder.command(["build", "--quiet"]).spawn().expect("the binary runs");
        thread::sleep(Duration::from_millis(delay));
        // It may have ended before.
        let _ = child.kill();
        child.wait().expect("it ends");
        for file in folder.files().iter().filter(|name| name.ends_with(".json")) {
            let text = folder.read(file);
            assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{file} after {delay} ms: {text}");
        }
    }
}
