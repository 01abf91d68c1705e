//! Where the parts of a package lie.

use super::{REQUEST, manifest, model, package};
use crate::support::{Folder, SECRET};

#[test]
fn a_model_goes_by_the_locale_in_its_name_or_in_that_of_its_folder() {
    for path in [
        "models/model_en-US.json",
        "models/en-US.model.json",
        "models/InteractionModel-en_us.json",
        "interactionModels/custom/en-US/model.json",
        "interaction-models/en-US.json",
        "src/models/en-US/interactionModel.json",
        "model/en_US.json",
    ] {
        let folder = package(&["en-US"], &[(path, model("get a car"))]);
        let said = folder.sayso("import p --out out");
        said.code(0).tells(&format!("guessed: `p/{path}` is taken for the interaction model of en-US\n"));
        assert!(folder.read("out/skill.yaml").contains("get a car"), "{path}");
    }
}

/// A project with a package for each profile, in this order; the package says which profile it is of.
fn profiles(names: &[&str]) -> Folder {
    let folder = Folder::new();
    let profile = |name: &&str| format!(r#""{name}": {{"skillMetadata": {{"src": "./{name}-package"}}}}"#);
    let profiles: Vec<String> = names.iter().map(profile).collect();
    folder.write("p/ask-resources.json", format!(r#"{{"profiles": {{{}}}}}"#, profiles.join(", ")));
    for name in names {
        folder.write(&format!("p/{name}-package/skill.json"), manifest(&["en-US"]).replace("Green Car", name));
        folder.write(&format!("p/{name}-package/interactionModels/custom/en-US.json"), model("get a car"));
    }
    folder
}

#[test]
fn of_several_profiles_the_default_is_taken_or_else_the_first() {
    let folder = profiles(&["beta", "default", "live"]);
    folder.sayso("import p --out out").code(0).tells(
        "guessed: `p/default-package` is taken, the package of the profile `default`; `p/beta-package` and `p/live-package` are left aside: \
         name the one that is meant\n",
    );
    assert!(folder.read("out/skill.yaml").contains("name: default"));
    let folder = profiles(&["live", "beta"]);
    folder.sayso("import p --out out").code(0).tells(
        "guessed: `p/live-package` is taken, the package of the profile `live`; `p/beta-package` is left aside: name it if it is meant\n",
    );
    assert!(folder.read("out/skill.yaml").contains("name: live"));
    folder.sayso("import p/beta-package --out beta").code(0);
    assert!(folder.read("beta/skill.yaml").contains("name: beta"));
}

#[test]
fn profiles_of_one_package_are_nothing_to_tell() {
    let folder = profiles(&["default"]);
    let package = |source: &str| format!(r#"{{"skillMetadata": {{"src": "{source}"}}}}"#);
    let profiles = [package("./default-package"), package("default-package/"), package("./not-there"), "1".to_owned()];
    let profiles: Vec<String> = profiles.iter().enumerate().map(|(at, profile)| format!(r#""{at}": {profile}"#)).collect();
    folder.write("p/ask-resources.json", format!(r#"{{"profiles": {{{}}}}}"#, profiles.join(", ")));
    let said = folder.sayso("import p --out out");
    assert!(!said.code(0).stderr.contains("guessed"), "{said:?}");
    for settings in ["{}", "[]", r#"{"profiles": []}"#, r#"{"profiles": {}}"#] {
        folder.write("p/ask-resources.json", settings);
        folder.sayso("import p --out other").fails("no part of a skill package is in `p`");
    }
}

#[test]
fn several_odd_models_are_told_apart() {
    let others = [("i18n/model.en-US.json", model("get a car")), ("i18n/model.de-DE.json", model("hol ein auto"))];
    let folder = package(&["en-US", "de-DE"], &others);
    folder.sayso("import p --out out").code(0).tells("is taken for the interaction model of de-DE");
    assert!(folder.read("out/locales/de.yaml").contains("hol ein auto"));
    let folder = package(&["en-US"], &[("a/en-US.json", model("get a car")), ("b/en-US.json", model("get a cab"))]);
    let said = folder.sayso("import p --out out");
    said.code(0).tells("guessed: `p/a/en-US.json` and `p/b/en-US.json` are left aside: both could be the interaction model of en-US");
    assert!(!folder.read("out/skill.yaml").contains("get a ca"));
}

#[test]
fn the_only_model_without_a_name_is_that_of_the_only_locale() {
    let folder = package(&["it-IT"], &[("models/interactionModel.json", model("prendi un'auto"))]);
    folder.sayso("import p --out out").code(0).tells("`p/models/interactionModel.json` is taken for the interaction model of it-IT");
    let folder = package(&["it-IT", "fr-FR"], &[("models/interactionModel.json", model("prendi un'auto"))]);
    folder.sayso("import p --out out").code(0).tells("`p/models/interactionModel.json` is left aside: its name is no locale such as en-US");
}

#[test]
fn a_model_that_is_named_goes_by_its_locale_too() {
    let others = [("model_de-DE.json", model("hol ein auto")), ("fr-FR/model.json", model("prends une voiture"))];
    let folder = package(&["de-DE", "fr-FR"], &others);
    let said = folder.sayso("import p/skill.json p/model_de-DE.json p/fr-FR/model.json --out out");
    said.code(0).tells("is taken for the interaction model of de-DE\n").tells("is taken for the interaction model of fr-FR\n");
    assert!(folder.read("out/locales/fr.yaml").contains("prends une voiture"));
}

#[test]
fn models_at_their_places_are_taken_alone() {
    let folder = package(&["en-US"], &[("models/en-US.json", model("get a car")), ("old/en-GB.json", model("get a cab"))]);
    let said = folder.sayso("import p --out out");
    assert!(!said.code(0).stderr.contains("old"), "{said:?}");
}

#[test]
fn account_linking_is_found_by_its_name() {
    for path in ["infrastructure/accountLinking.json", ".ask/account-linking.json", "config/oauth/account_linking_request.json"] {
        let folder = package(&["en-US"], &[("models/en-US.json", model("get a car")), (path, REQUEST.to_owned())]);
        let said = folder.sayso("import p --out out");
        said.code(0).tells(&format!("guessed: `p/{path}` is taken for the account-linking request\n"));
        let text = folder.read("out/skill.yaml");
        assert!(text.contains("client_id: alexa") && !text.contains(SECRET), "{text}");
    }
    let others = [("dev/accountLinking.json", REQUEST.to_owned()), ("live/accountLinking.json", REQUEST.to_owned())];
    let folder = package(&["en-US"], &others);
    folder.sayso("import p --out out").code(0).tells("are left aside: both could be the account-linking request");
    assert!(!folder.read("out/skill.yaml").contains("account_linking:"));
}

#[test]
fn of_several_account_linking_requests_the_one_by_the_usual_name_is_meant() {
    let other = || REQUEST.replace("alexa", "another");
    let answer = || REQUEST.replace("accountLinkingRequest", "accountLinkingResponse");
    let package = |files: &[(&str, String)]| {
        let folder = package(&["en-US"], &[("skill-package/interactionModels/custom/en-US.json", model("get a car"))]);
        files.iter().for_each(|(path, text)| folder.write(&format!("p/{path}"), text));
        folder
    };
    let folder = package(&[("accountLinking.json", REQUEST.to_owned()), ("account-linking-prod.json", other())]);
    let told = "`p/account-linking-prod.json` is left aside: `p/accountLinking.json` is the account-linking request by its name";
    folder.sayso("import p --out out").code(0).tells(told);
    assert!(folder.read("out/skill.yaml").contains("client_id: alexa"));

    for files in [["account-linking.json", "skill-package/accountLinking.json"], ["account-linking-dev.json", "account-linking-prod.json"]]
    {
        let folder = package(&[(files[0], REQUEST.to_owned()), (files[1], other())]);
        folder
            .sayso("import p --out out")
            .code(0)
            .tells("are left aside: both could be the account-linking request; name the one that is meant");
        assert!(!folder.read("out/skill.yaml").contains("account_linking:"));
        folder.sayso(&format!("import p p/{} --out named", files[1])).code(0);
        assert!(folder.read("named/skill.yaml").contains("client_id: another"));

        let folder = package(&[(files[0], REQUEST.to_owned()), (files[1], answer())]);
        let said = folder.sayso("import p --out out");
        assert!(!said.code(0).stderr.contains("left aside"), "{said:?}");
        assert!(folder.read("out/skill.yaml").contains("client_id: alexa"));
    }
}

#[test]
fn packages_deeper_down_are_named() {
    let folder = Folder::new();
    for skill in ["one", "two"] {
        folder.write(&format!("p/skills/{skill}/skill-package/skill.json"), manifest(&["en-US"]));
        folder.write(&format!("p/skills/{skill}/skill-package/interactionModels/custom/en-US.json"), model("get a car"));
        folder.write(&format!("p/node_modules/{skill}/skill.json"), manifest(&["en-US"]));
    }
    folder
        .sayso("import p --out out")
        .fails("no part of a skill package is in `p`")
        .tells("there are packages in `p/skills/one` and `p/skills/two`");
    assert!(!folder.has("out"));
    folder.sayso("import p/skills/one --out out").code(0);
    folder.sayso("import p/skills --out other").fails("no part of a skill package is in `p/skills`");
    folder.sayso("import p/skills/one/.. --out other").fails("no part of a skill package");
    let folder = Folder::new();
    folder.write("p/alexa/skill-package/skill.json", manifest(&["en-US"]));
    folder.write("p/alexa/skill-package/interactionModels/custom/en-US.json", model("get a car"));
    folder.sayso("import p --out out").fails("no part of a skill package is in `p`").tells("there is a package in `p/alexa`");
}

#[test]
fn a_package_of_the_first_years_is_told() {
    let folder = Folder::new();
    folder.write("p/speechAssets/IntentSchema.json", r#"{"intents": [{"intent": "GetFact"}]}"#);
    folder.write("p/speechAssets/SampleUtterances.txt", "GetFact a fact\n");
    let said = folder.sayso("import p --out out");
    said.fails("no part of a skill package is in `p`").tells("`p/speechAssets/IntentSchema.json` is a form that Amazon gave up in 2018");
}

const BETA: &str = r#"{"intents": [{"name": "GetFact", "samples": ["a fact"]}], "types": []}"#;

#[test]
fn a_model_of_the_skill_builders_beta_is_told() {
    for path in ["speechAssets/InteractionModel.json", "intents.json"] {
        let folder = Folder::new();
        folder.write(&format!("p/{path}"), BETA);
        let is_beta = format!("`p/{path}` is the form of the skill builder's beta, which Amazon gave up in 2018");
        folder.sayso("import p --out out").fails("no part of a skill package is in `p`").tells(&is_beta);
        let said = folder.sayso(&format!("import p/{path} --out out"));
        assert!(said.stderr.contains("PK004") && said.stderr.contains("it is the form of the skill builder's beta"), "{said:?}");
        // Beside a manifest, which is imported alone.
        folder.write("p/skill.json", manifest(&["en-US"]));
        folder.sayso("import p --out out").code(0).tells(&format!("guessed: {is_beta}"));
    }
}

#[test]
fn what_looks_like_a_model_is_named_where_nothing_is_found() {
    let folder = Folder::new();
    folder.write("p/speechAssets/InteractionModel.json", model("get a car"));
    folder.write("p/package.json", "{}");
    folder
        .sayso("import p --out out")
        .fails("no part of a skill package is in `p`")
        .tells("`p/speechAssets/InteractionModel.json` looks like an interaction model: name it to import it");
    folder.sayso("import p/speechAssets/InteractionModel.json --out out").code(0);
    folder.write("p/other/InteractionModel.json", model("get a cab"));
    folder
        .sayso("import p --out other")
        .tells("`p/other/InteractionModel.json` and `p/speechAssets/InteractionModel.json` look like interaction models: name those that are meant");
}

#[test]
fn what_is_behind_links_is_not_looked_for() {
    #[cfg(unix)]
    {
        let folder = package(&["en-US"], &[]);
        folder.write("elsewhere/en-US.json", model("get a car"));
        std::os::unix::fs::symlink(folder.path("elsewhere"), folder.path("p/i18n")).expect("a link");
        std::os::unix::fs::symlink(folder.path("p"), folder.path("p/round")).expect("a link");
        folder.sayso("import p --out out").code(0);
        assert!(!folder.read("out/skill.yaml").contains("get a car"));
    }
}
