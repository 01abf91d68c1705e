//! Paths that are no package.

use crate::support::{Case, is_refusal, small};
use sayso_tests::package::FLAT;
use sayso_tests::trip::SKILL;
use std::fs;
use std::process::Command;

#[test]
fn nothing_there() {
    let case = Case::new();
    case.is_refused_at(&case.folder.path().join("nowhere"), &[2], &["nowhere"]);
}

#[test]
fn an_empty_folder() {
    Case::new().is_refused(&[1, 2], &["skill.json"]);
}

#[test]
fn archives() {
    let case = Case::new();
    for (name, bytes) in [("skill.zip", &b"PK\x03\x04\x14\x00\x00\x00\x08\x00"[..]), ("skill.json", b"PK\x03\x04\x14\x00\x00\x00\x08\x00")]
    {
        case.write(name, bytes);
        case.is_refused_at(&case.package().join(name), &[1, 2], &[name, "zip"]);
    }
    let folder = Case::with("skill.zip", b"PK\x03\x04\x14\x00\x00\x00\x08\x00");
    folder.is_refused(&[2], &["no part of a skill package", "skill.zip` is an archive: unpack it"]);
    case.write("package.tar.gz", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03");
    case.is_refused_at(&case.package().join("package.tar.gz"), &[1, 2], &["package.tar.gz", "gzip"]);
}

#[test]
fn a_file_that_is_no_part_of_a_package() {
    let case = Case::with("README.md", "# A skill\n");
    case.is_refused_at(&case.package().join("README.md"), &[1, 2], &["README.md"]);
    let case = Case::with("package.json", r#"{"name": "skill", "version": "1.0.0"}"#);
    case.is_refused(&[1, 2], &[]);
}

#[test]
fn a_folder_where_a_file_should_be() {
    let case = Case::new();
    fs::create_dir(case.package().join("skill.json")).expect("a folder");
    case.is_refused(&[1, 2], &["skill.json"]);
}

#[cfg(unix)]
#[test]
fn a_pipe_where_a_file_should_be() {
    let case = Case::new();
    let made = Command::new("mkfifo").arg(case.package().join("skill.json")).status();
    assert!(made.is_ok_and(|status| status.success()), "no pipe");
    case.is_refused(&[1, 2], &["skill.json"]);
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder() {
    use std::os::unix::fs::symlink;
    let Some(small) = small() else { return };
    let case = Case::new();
    let outside = case.folder.path().join("outside");
    FLAT.write(&small.package(), &outside).expect("a package");
    fs::create_dir(case.package().join("models")).expect("a folder");
    symlink(outside.join("models/en-US.json"), case.package().join("models/en-US.json")).expect("a link");
    case.is_refused(&[1, 2], &["en-US.json"]);

    let case = Case::new();
    FLAT.write(&small.package(), &case.folder.path().join("outside")).expect("a package");
    symlink("../outside/models", case.package().join("models")).expect("a link");
    case.is_refused(&[1, 2], &["models"]);
}

#[cfg(unix)]
#[test]
fn links_inside_the_folder_are_files() {
    use std::os::unix::fs::symlink;
    let Some(small) = small() else { return };
    let package = small.package();
    let case = Case::of(&package);
    fs::rename(case.package().join("skill.json"), case.package().join("manifest.txt")).expect("another name");
    symlink("manifest.txt", case.package().join("skill.json")).expect("a link");
    case.comes_back_as(&package);
}

#[cfg(unix)]
#[test]
fn links_in_a_circle() {
    use std::os::unix::fs::symlink;
    let case = Case::new();
    symlink("skill.json", case.package().join("skill.json")).expect("a link");
    case.is_refused(&[1, 2], &["skill.json"]);

    let Some(small) = small() else { return };
    let package = small.package();
    let case = Case::of(&package);
    symlink(".", case.package().join("models/again")).expect("a link");
    symlink("..", case.package().join("package")).expect("a link");
    let ended = case.import();
    assert!(matches!(ended.code, Some(0..=2)), "{:?}: {}", ended.code, ended.stderr);
}

#[cfg(unix)]
#[test]
fn an_output_that_cannot_be_written() {
    let Some(small) = small() else { return };
    let case = Case::of(&small.package());
    fs::write(case.folder.path().join("file"), "mine").expect("a file");
    is_refusal(&case.lenient().import(&case.package(), "file"), &[2], &["file"]);
    is_refusal(&case.lenient().import(&case.package(), "file/below"), &[2], &["file` is a file, and should be a folder"]);
    assert_eq!(fs::read_to_string(case.folder.path().join("file")).expect("a file"), "mine");
    fs::create_dir_all(case.folder.path().join(SKILL).join("skill.yaml")).expect("a folder");
    is_refusal(&case.import(), &[2], &["skill.yaml"]);
}

#[test]
fn nothing_is_overwritten() {
    let Some(small) = small() else { return };
    for mine in ["skill.yaml", "locales/en-US.yaml"] {
        let case = Case::of(&small.package());
        let path = case.folder.path().join(SKILL).join(mine);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, "mine").expect("a file");
        let before = sayso_tests::trip::files(&case.folder.path().join(SKILL));
        is_refusal(&case.import(), &[2], &[mine, "--force"]);
        assert_eq!(sayso_tests::trip::files(&case.folder.path().join(SKILL)), before);
        let out = case.folder.path().join(SKILL);
        let arguments = ["import".into(), case.package(), "--out".into(), out, "--force".into()];
        let ended = case.lenient().sayso.run(case.folder.path(), &arguments);
        assert_eq!(ended.code, Some(0), "{}", ended.stderr);
        let after = sayso_tests::trip::files(&case.folder.path().join(SKILL));
        assert_ne!(after.get("skill.yaml").map(Vec::as_slice), Some(&b"mine"[..]));
    }
}
