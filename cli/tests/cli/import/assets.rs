//! What a package has beside its JSON.

use super::{model, package};

#[test]
fn icons_come_along() {
    let others = [("models/en-US.json", model("get a car")), ("assets/images/small.png", "PNG".to_owned())];
    let folder = package(&["en-US", "en-GB"], &others);
    folder.write("p/assets/images/other.png", "not named");
    folder.sayso("import p --out out").code(0).tells("wrote  out/skill-package/assets/images/small.png\n");
    assert_eq!(folder.read("out/skill-package/assets/images/small.png"), "PNG");
    assert!(!folder.has("out/skill-package/assets/images/other.png"));
    // Again, there is nothing to do; and another one is not replaced.
    folder.sayso("import p --out out").code(0).tells("unchanged  out/skill-package/assets/images/small.png\n");
    folder.write("out/skill-package/assets/images/small.png", "another");
    folder.sayso("import p --out out").fails("`out/skill-package/assets/images/small.png` is already there");
    folder.sayso("import p --out out --force").code(0);
    assert_eq!(folder.read("out/skill-package/assets/images/small.png"), "PNG");
}

#[test]
fn icons_of_an_import_in_place_stay_where_they_are() {
    let folder = package(&["en-US"], &[("unused", String::new())]);
    let manifest = folder.read("p/skill.json");
    folder.write("q/skill-package/skill.json", manifest);
    folder.write("q/skill-package/assets/images/small.png", "PNG");
    let said = folder.sayso("import q --out q");
    assert!(!said.code(0).stderr.contains("small.png"), "{said:?}");
}

#[test]
fn an_icon_that_is_not_there_is_told() {
    let folder = package(&["en-US"], &[]);
    folder.sayso("import p --out out").code(0).tells("to do: `p/assets/images/small.png`, an icon of the skill, is not there");
    assert!(!folder.has("out/skill-package"));
}

#[test]
fn an_icon_stays_in_the_package() {
    let folder = package(&["en-US"], &[]);
    folder.write("secret.png", "mine");
    let manifest = folder.read("p/skill.json");
    for path in ["../secret.png", "assets/../../secret.png", "/etc/hostname", "assets\\\\..\\\\..\\\\secret.png"] {
        folder.write("p/skill.json", manifest.replace("assets/images/small.png", path));
        let said = folder.sayso("import p --out out --lenient --force");
        assert!(!said.stderr.contains("wrote  out/skill-package"), "{said:?}");
        assert!(!folder.has("out/skill-package") && !folder.has("out/secret.png"), "{path}");
    }
    #[cfg(unix)]
    {
        folder.write("p/skill.json", &manifest);
        std::fs::create_dir_all(folder.path("p/assets/images")).expect("a folder");
        std::os::unix::fs::symlink(folder.path("secret.png"), folder.path("p/assets/images/small.png")).expect("a link");
        folder.sayso("import p --out out --force").fails("leads out of the folder");
        assert!(!folder.has("out/skill-package"));
    }
}

#[test]
fn what_is_left_where_it_is_is_told() {
    let others = [
        ("models/en-US.json", model("get a car")),
        ("isps/entitlement/premium.json", "{}".to_owned()),
        ("response/prompts/hello/document.json", "{}".to_owned()),
        ("conversations/Weather.acdl", String::new()),
        ("dataStorePackages/chart/manifest.json", "{}".to_owned()),
        ("dialogManagement/manager.json", "{}".to_owned()),
        ("robotActivity/follow.json", "{}".to_owned()),
        ("routines/triggers/rain/en-US.json", "{}".to_owned()),
        ("tasks/CountDown.1.json", "{}".to_owned()),
        ("lambda/index.js", String::new()),
    ];
    let folder = package(&["en-US"], &others);
    let said = folder.sayso("import p --out out");
    said.code(0).tells(
        "to do: copy `p/conversations`, `p/dataStorePackages`, `p/dialogManagement`, `p/isps`, `p/response`, `p/robotActivity`, \
         `p/routines` and `p/tasks` into `out/skill-package`: skill.yaml says nothing of what is in them",
    );
}

#[test]
fn what_a_build_does_not_replace_is_told() {
    let folder = package(&["en-US"], &[("models/en-US.json", model("get a car"))]);
    folder
        .sayso("import p --out p")
        .code(0)
        .tells("to do: `sayso build` writes the package into `p/skill-package`: after that, delete what was imported\n");
    folder.sayso("import p --out p --force").code(0);
    for elsewhere in ["out", "."] {
        let said = folder.sayso(&format!("import p --out {elsewhere}"));
        assert!(!said.code(0).stderr.contains("delete"), "{said:?}");
    }
}
