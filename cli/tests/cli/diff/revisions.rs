//! Paths in revisions of a real git repository.

use super::{BEFORE, after};
use crate::support::{Folder, Said};
use std::process::Command;

/// Runs git in the folder.
#[track_caller]
fn git(folder: &Folder, args: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder.path(".")).env("GIT_CONFIG_NOSYSTEM", "1").env("GIT_CONFIG_GLOBAL", folder.path("none"));
    command.args([
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.com",
        "-c",
        "init.defaultBranch=main",
        "-c",
        "commit.gpgSign=false",
    ]);
    let output = command.args(args).output().expect("git runs");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[track_caller]
fn commit(folder: &Folder) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "A change"]);
}

/// A repository with a skill in two commits, and a third state in the folder.
fn repository() -> Folder {
    let folder = Folder::new();
    git(&folder, &["init", "--quiet"]);
    folder.write("skill.yaml", BEFORE);
    folder.write("sub/locales/en-GB.yaml", "skill: { name: Brought over }\n");
    folder.write("sub/skill.yaml", BEFORE);
    commit(&folder);
    folder.write("skill.yaml", after());
    folder.write("sub/skill.yaml", after().replace("locales: [en-US]", "locales: [en-US, en-GB]"));
    commit(&folder);
    folder
}

fn within(folder: &Folder, place: &str, args: &str) -> Said {
    let mut command = folder.command(args.split_whitespace());
    command.current_dir(folder.path(place));
    folder.run(args, command)
}

#[test]
fn a_commit_is_compared_with_the_folder() {
    let folder = repository();
    folder.sayso("diff HEAD~1:skill.yaml skill.yaml").code(0).golden("diff-revision.txt");
    folder.sayso("diff HEAD:skill.yaml skill.yaml --exit-code").code(0).tells("compared HEAD:skill.yaml with skill.yaml: no differences");
    folder.sayso("diff HEAD~1: HEAD: --exit-code").code(3);
    folder.sayso("diff main:./ .").code(0).tells("no differences");
}

#[test]
fn the_locales_of_the_revision_come_along() {
    let folder = repository();
    folder.write("sub/locales/en-GB.yaml", "skill: { name: Another }\n");
    folder.sayso("diff HEAD:sub/skill.yaml sub").code(0).prints("~ skill.name: \"Brought over\" -> Another");
    folder.sayso("diff HEAD:sub sub").code(0).prints("~ skill.name: \"Brought over\" -> Another");
}

#[test]
fn the_path_begins_at_the_current_folder() {
    let folder = repository();
    within(&folder, "sub", "diff HEAD~1:skill.yaml skill.yaml --exit-code").code(3).prints("- permissions");
    within(&folder, "sub", "diff HEAD~1:../skill.yaml HEAD~1:./skill.yaml")
        .code(0)
        .prints("~ skill.name: \"Bonus Points\" -> \"Brought over\"");
    within(&folder, "sub", "diff HEAD:../../skill.yaml skill.yaml").fails("`../../skill.yaml` leads out of the repository");
}

#[test]
fn packages_are_read_from_revisions() {
    let folder = Folder::with(BEFORE);
    git(&folder, &["init", "--quiet"]);
    folder.sayso("build --out pack").code(0);
    folder.write("pack/lambda/node_modules/x/skill.json", "{");
    commit(&folder);
    folder.sayso("diff HEAD:pack skill.yaml --exit-code").code(0);
    folder.sayso("diff HEAD:pack/skill-package skill.yaml --exit-code").code(0).prints("client_secret: unknown remotely");
    let said = folder.sayso("diff HEAD:pack/account-linking.json skill.yaml --exit-code");
    said.code(3).prints("+ manifest");
}

#[test]
fn problems_are_told_at_the_revision() {
    let folder = repository();
    folder.write("skill.yaml", "sayso: 1\nlocales: [en-US]\nskil: {}\n");
    folder.write("pack/skill-package/skill.json", "{\"manifest\": {");
    commit(&folder);
    folder.write("skill.yaml", BEFORE);
    folder.sayso("diff HEAD:skill.yaml skill.yaml").code(1).prints_nothing().tells("--> HEAD:skill.yaml:3:1");
    folder.sayso("diff HEAD:pack skill.yaml").code(1).tells("--> HEAD:pack/skill-package/skill.json:1:");
    folder.write("empty/a.txt", "");
    commit(&folder);
    folder.write("LICENSE", "free");
    commit(&folder);
    folder.sayso("diff HEAD:LICENSE skill.yaml").code(1).tells("--> HEAD:LICENSE:1:1");
    folder.sayso("diff HEAD:empty skill.yaml").fails("no part of a skill package is in `HEAD:empty`");
}

#[test]
fn a_path_that_is_there_wins() {
    let folder = repository();
    folder.write("HEAD:skill.yaml", BEFORE);
    folder.sayso("diff HEAD:skill.yaml skill.yaml --exit-code").code(3);
}

#[test]
fn what_is_not_there_is_a_failure() {
    let folder = repository();
    folder.sayso("diff nowhere:skill.yaml .").fails("there is no revision `nowhere`");
    folder.sayso("diff HEAD:nothing.yaml .").fails("there is no `nothing.yaml` in the revision `HEAD`");
    folder.sayso("diff HEAD:no/thing.yaml .").fails("there is no `no/thing.yaml` in the revision `HEAD`");
    folder.sayso("diff :skill.yaml .").fails("there is no revision ``");
    folder.sayso("diff HEAD:/etc/skill.yaml .").fails("leads out of the repository");
    let outside = Folder::with(BEFORE);
    outside.sayso("diff HEAD:skill.yaml .").fails("no git repository");
    let mut command = folder.command(["diff", "HEAD:skill.yaml", "."]);
    command.env("PATH", "");
    folder.run("diff", command).fails("`git` cannot be run");
}

#[test]
fn what_looks_like_an_option_is_none() {
    let folder = repository();
    let out = folder.path("out").display().to_string();
    for revision in [format!("--output={out}"), "--all".to_owned(), "-h".to_owned()] {
        let said = folder.run("diff", folder.command(["diff", "--", &format!("{revision}:skill.yaml"), "."]));
        said.fails("there is no revision `-");
    }
    assert!(!folder.has("out"));
}

#[cfg(unix)]
#[test]
fn links_and_submodules_are_not_followed() {
    let folder = repository();
    let outside = Folder::with(BEFORE);
    std::os::unix::fs::symlink(outside.path("skill.yaml"), folder.path("linked.yaml")).expect("links can be made");
    std::os::unix::fs::symlink(outside.path("."), folder.path("folder")).expect("links can be made");
    git(&folder, &["update-index", "--add", "--cacheinfo", "160000,1234567890123456789012345678901234567890,module"]);
    git(&folder, &["add", "linked.yaml", "folder"]);
    git(&folder, &["commit", "--quiet", "--message", "Links"]);
    folder.sayso("diff HEAD:linked.yaml .").fails("is a symbolic link, which is not followed");
    folder.sayso("diff HEAD:folder .").fails("is a symbolic link, which is not followed");
    folder.sayso("diff HEAD:folder/skill.yaml .").fails("there is no `folder/skill.yaml`");
    folder.sayso("diff HEAD:module .").fails("is a submodule, which is not followed");
    folder.sayso("diff HEAD: .").code(0).tells("no differences");
}
