//! Where the handlers of a crate and its skill.yaml disagree.

use crate::support::Folder;

/// The skill: `cricket`, `county` and `greet` are there to be broken.
pub const SKILL: &str = "\
sayso: 1
locales: [en-US, en-GB]
skill:
  name: Hello Friend
  invocation: hello friend
  category: SOCIAL_NETWORKING
  summary: Says hello to you and your friends.
  description: Hello Friend says hello to you and your friends. It works without an account.
  example_phrases: [\"Alexa, open hello friend\"]
intents:
  Cricket: { samples: [how is the cricket] }
  Hello:
    slots:
      county: { type: AMAZON.Region, required: true, ask: Which county? }
    samples: [say hello, \"(greet|welcome) everyone\"]
  Greet: { samples: [greet all of them] }
speech:
  help: Say hello to me.
  fallback: You can say hello to me.
  goodbye: Bye.
  error: That went wrong.
  hello: Hello.
";

/// The handlers; the crate is never compiled.
pub const HANDLERS: &str = "\
use sayso::{Context, Response, Result};

sayso::skill!(\"skill.yaml\");

struct Friend;

#[sayso::handlers]
impl skill::Handlers for Friend {
    async fn launch(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::end())
    }

    async fn cricket(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::end())
    }

    async fn hello(&self, _: &mut Context, _: skill::Hello) -> Result<Response> {
        Ok(Response::tell(skill::speech::hello()))
    }

    async fn greet(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::end())
    }
}
";

const MANIFEST: &str = "[package]\nname = \"friend\"\n";

pub fn with(skill: &str, handlers: &str) -> Folder {
    let folder = Folder::with(skill);
    folder.write("Cargo.toml", MANIFEST);
    folder.write("src/main.rs", handlers);
    folder
}

/// The problems, a line each.
#[track_caller]
fn told(folder: &Folder, args: &str) -> Vec<String> {
    let said = folder.sayso(&format!("check --quiet --format short {args}"));
    said.code(0);
    said.stderr.lines().map(str::to_owned).collect()
}

#[track_caller]
fn is_silent(folder: &Folder) {
    assert_eq!(told(folder, ""), [""; 0]);
}

fn in_gb(what: &str) -> String {
    let (before, after) = SKILL.split_once(what).expect("it is in the skill");
    let (head, rest) = after.split_once("{ ").expect("a map");
    format!("{before}{what}{head}{{ locales: [en-GB], {rest}")
}

fn sharing() -> String {
    SKILL.replace("greet all of them", "Greet everyone, welcome everyone")
}

#[test]
fn agreement_is_silent() {
    is_silent(&with(SKILL, HANDLERS));
    with(SKILL, HANDLERS).sayso("check --deny warnings").code(0);
}

#[test]
fn an_intent_of_some_locales_is_told_at_its_handler() {
    let folder = with(&in_gb("Cricket:"), HANDLERS);
    assert_eq!(told(&folder, ""), ["src/main.rs:13:14: warning[DR001]: the handler `cricket` never runs in en-US"]);
    folder.sayso("check").code(0).golden("drift-full.txt");
    folder.sayso("check --deny warnings").code(1).tells("1 warning; warnings are denied");
}

#[test]
fn a_slot_of_some_locales_is_told_at_the_handler() {
    let folder = with(&in_gb("county:"), HANDLERS);
    assert_eq!(told(&folder, ""), ["src/main.rs:17:14: warning[DR003]: the handler `hello` never gets the slot `county` in en-US"]);
    // Where the intent itself is missing, the slot is not told too.
    let folder = with(&in_gb("Cricket:").replace("Hello:\n", "Hello:\n    locales: [en-GB]\n"), HANDLERS);
    assert_eq!(told(&folder, "").len(), 2);
    assert!(told(&folder, "").iter().all(|line| line.contains("DR001")));
}

#[test]
fn a_handler_whose_samples_are_all_anothers_is_told() {
    let folder = with(&sharing(), HANDLERS);
    let message = "the handler `greet` may never run: no sample of `Greet` is its alone";
    assert_eq!(told(&folder, "")[1], format!("src/main.rs:21:14: warning[DR002]: {message}"));
    folder.sayso("check").tells("`Greet everyone` of `Greet`").tells("the same sample of `Hello`");
    // One sample of its own is enough; that others are shared, another rule tells.
    let folder = with(&SKILL.replace("greet all", "greet everyone, greet all"), HANDLERS);
    assert!(told(&folder, "").iter().all(|line| line.contains("[UT016]")));
}

#[test]
fn a_handler_that_is_unreachable_in_one_locale_says_which() {
    let folder = with(SKILL, HANDLERS);
    folder.write("locales/en-GB.yaml", "intents: { Greet: { samples: [greet everyone] } }\n");
    assert!(told(&folder, "").iter().any(|line| line.contains("may never run in en-GB: no sample of `Greet`")));
}

#[test]
fn intents_without_samples_are_told_once_and_by_their_own_rule() {
    let without = SKILL.replace("[greet all of them]", "[]");
    let said = with(&without, HANDLERS).sayso("check --format short");
    said.code(1).tells("error[UT018]: `Greet` has no samples");
    assert!(!said.stderr.contains("[DR"), "{said:?}");
    let lowered = format!("{without}lints:\n  UT018: {{ level: warn, reason: for the test }}\n");
    assert_eq!(told(&with(&lowered, HANDLERS), "").len(), 1);
    let folder = with(&format!("{SKILL}lints:\n  UT018: {{ level: warn, reason: for the test }}\n"), HANDLERS);
    folder.write("locales/en-GB.yaml", "intents: { Greet: { samples: [] } }\n");
    assert_eq!(told(&folder, ""), ["skill.yaml:16:3: warning[UT018]: `Greet` has no samples in en-GB"]);
}

#[test]
fn a_text_that_nothing_says_is_told_in_skill_yaml() {
    let folder = with(&format!("{SKILL}  again: Hello again.\n"), HANDLERS);
    assert_eq!(told(&folder, ""), ["skill.yaml:23:3: warning[DR004]: nothing says the text `again`"]);
    folder.sayso("check").tells("src/main.rs:8:13").tells("no source file of the crate with these handlers has `speech::again`");
    for uses in
        ["use crate::skill::speech::again;", "use crate::skill::speech::*;\nfn f() { again(); }", "log!(a, crate::skill::speech::again)"]
    {
        folder.write("src/deep/er.rs", uses);
        is_silent(&folder);
    }
    for none in ["// speech::again", "#[cfg(test)]\nmod tests { use crate::skill::speech::again; }", "use crate::skill::speech::*;"] {
        folder.write("src/deep/er.rs", none);
        assert_eq!(told(&folder, "").len(), 1, "{none}");
    }
}

#[test]
fn a_provided_text_is_said_until_its_handler_is_written() {
    let own = HANDLERS.replace("async fn greet", "async fn help(&self) {}\n    async fn greet");
    assert_eq!(told(&with(SKILL, &own), ""), ["skill.yaml:18:3: warning[DR004]: nothing says the text `help`"]);
}

#[test]
fn texts_are_not_told_where_the_sources_are_not_known_in_full() {
    let skill = in_gb("Cricket:") + "  again: Hello again.\n";
    for broken in ["fn f( {}".to_owned() + "// skill", "// ".to_owned() + &"x".repeat(3 << 20)] {
        let folder = with(&skill, HANDLERS);
        assert_eq!(told(&folder, "").len(), 2);
        folder.write("src/broken.rs", &broken);
        let left = told(&folder, "");
        assert_eq!(left.len(), 1, "{left:?}");
        assert!(left[0].contains("[DR001]"), "{left:?}");
    }
}

#[test]
fn rust_that_was_written_for_another_skill_yaml_is_told() {
    let handlers = HANDLERS.replace("sayso::skill!(\"skill.yaml\");", "mod generated;\nuse generated::skill;");
    let folder = with(SKILL, &handlers);
    folder.sayso("build --out built --rust src/generated.rs").code(0);
    is_silent(&folder);
    folder.write("skill.yaml", SKILL.replace("Cricket:", "Cricket: { samples: [cricket] }\n  Football:"));
    assert_eq!(told(&folder, ""), ["src/generated.rs:1:1: warning[DR005]: this Rust is not what skill.yaml gives now"]);
    folder.sayso("check").tells("run `sayso build --rust src/generated.rs`");
    folder.sayso("build --out built --rust src/generated.rs").code(0);
    is_silent(&folder);
}

#[test]
fn lints_set_the_levels() {
    let lint = |level: &str| in_gb("Cricket:") + &format!("lints:\n  DR001: {{ level: {level}, reason: for the test }}\n");
    is_silent(&with(&lint("allow"), HANDLERS));
    with(&lint("deny"), HANDLERS).sayso("check").code(1).tells("error[DR001]");
    // A door that does not read the crate cannot know whether the lint is idle.
    let idle = format!("{SKILL}lints:\n  DR001: {{ level: allow, reason: for the test }}\n");
    let folder = with(&idle, HANDLERS);
    folder.sayso("check").code(0).tells("warning[SY028]: nothing breaks the rule `DR001`");
    let said = folder.sayso("build --out built");
    assert!(!said.code(0).stderr.contains("SY028"), "{said:?}");
    is_silent(&Folder::with(&idle));
}

#[test]
fn machines_are_told_too() {
    let folder = with(&in_gb("Cricket:"), HANDLERS);
    let json = folder.sayso("check --format json");
    let problem: serde_json::Value = serde_json::from_str(json.code(0).stdout.trim()).expect("one problem");
    assert_eq!((&problem["code"], &problem["severity"]), (&"DR001".into(), &"warning".into()));
    let sarif = folder.sayso("check --format sarif");
    let log: serde_json::Value = serde_json::from_str(&sarif.code(0).stdout).expect("a log");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "src/main.rs");
    assert_eq!(result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"], "skill.yaml");
    folder.sayso("check --format github").code(0).prints("::warning file=src/main.rs,line=13,");
}

#[test]
fn without_a_crate_of_the_skill_all_is_silent() {
    let skill = in_gb("Cricket:");
    is_silent(&Folder::with(&skill));
    is_silent(&with(&skill, &HANDLERS.replace("skill.yaml", "other.yaml")));
    is_silent(&with(&skill, &HANDLERS.replace("impl skill::Handlers for", "impl")));
    is_silent(&with(&skill, "fn main( {}"));
    let folder = Folder::with(&skill);
    folder.write("src/main.rs", HANDLERS);
    is_silent(&folder);
}

#[test]
fn build_says_nothing_of_the_crate() {
    let said = with(&in_gb("Cricket:"), HANDLERS).sayso("build --out built");
    assert!(!said.code(0).stderr.contains("DR001"), "{said:?}");
}

#[test]
fn the_crate_is_found_above_the_skill_and_told_from_the_current_folder() {
    let folder = Folder::new();
    folder.write("crates/friend/Cargo.toml", MANIFEST);
    folder.write("crates/friend/src/lib.rs", HANDLERS.replace("skill.yaml", "voice/skill.yaml"));
    folder.write("crates/friend/voice/skill.yaml", in_gb("Cricket:"));
    assert!(told(&folder, "crates/friend/voice")[0].starts_with("crates/friend/src/lib.rs:13:14: "));
    let mut command = folder.command(["check", "--format", "short"]);
    command.current_dir(folder.path("crates/friend/voice"));
    folder.run("check", command).code(0).tells("../src/lib.rs:13:14: warning[DR001]");
}

#[test]
fn the_crate_is_found_in_the_workspace() {
    let folder = Folder::with(&in_gb("Cricket:"));
    folder.write("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n");
    folder.write("crates/a/Cargo.toml", MANIFEST);
    folder.write("crates/a/src/lib.rs", HANDLERS);
    folder.write("crates/b/Cargo.toml", MANIFEST);
    folder.write("crates/b/src/lib.rs", HANDLERS.replace("skill.yaml", "../../skill.yaml"));
    folder.write("target/c/Cargo.toml", MANIFEST);
    folder.write("target/c/src/lib.rs", HANDLERS.replace("skill.yaml", "../../skill.yaml"));
    assert_eq!(told(&folder, "").len(), 1);
    assert!(told(&folder, "")[0].starts_with("crates/b/src/lib.rs:13:14: "));
}

#[test]
fn a_build_script_names_the_skill_too() {
    let included = HANDLERS.replace("sayso::skill!(\"skill.yaml\");", "include!(concat!(env!(\"OUT_DIR\"), \"/skill.rs\"));");
    let folder = with(&in_gb("Cricket:"), &included);
    is_silent(&folder);
    folder.write("build.rs", "fn main() { sayso_build::compile(\"skill.yaml\").unwrap(); }");
    assert_eq!(told(&folder, "").len(), 1);
    folder.write("build.rs", "fn main() { sayso_build::compile(&path()).unwrap(); }");
    assert_eq!(told(&folder, "").len(), 1);
    folder.write("build.rs", "fn main() { sayso_build::compile(\"other.yaml\").unwrap(); }");
    is_silent(&folder);
}

#[test]
fn of_several_skills_only_the_files_that_name_them_count() {
    let folder = with(&in_gb("Cricket:"), "mod a;\nmod b;\n");
    folder.write("other.yaml", SKILL);
    folder.write("src/a.rs", HANDLERS.replace("skill.yaml", "other.yaml"));
    folder.write("src/b.rs", HANDLERS);
    assert!(told(&folder, "")[0].starts_with("src/b.rs:13:14: "));
    assert_eq!(told(&folder, "other.yaml"), [""; 0]);
}

#[test]
fn the_reference_skill_agrees_with_its_crate() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let skill = std::fs::read_to_string(root.join("skill.yaml")).expect("the skill");
    let folder = Folder::with(&skill);
    folder.write("locales/de.yaml", std::fs::read_to_string(root.join("locales/de.yaml")).expect("the translation"));
    folder.write("Cargo.toml", "[workspace]\n");
    folder.write("examples/ride-hailer/Cargo.toml", MANIFEST);
    for file in ["lib.rs", "main.rs", "rides.rs"] {
        let text = std::fs::read_to_string(root.join("examples/ride-hailer/src").join(file)).expect("the example");
        folder.write(&format!("examples/ride-hailer/src/{file}"), text);
    }
    is_silent(&folder);
    // The crate is found indeed: a text that nothing says is told.
    folder.write("skill.yaml", skill.replace("  which_city:", "  which_town: Which town?\n  which_city:"));
    folder.write("locales/de.yaml", folder.read("locales/de.yaml").replace("  which_city:", "  which_town: Welches Dorf?\n  which_city:"));
    assert_eq!(told(&folder, "").len(), 1);
}

#[test]
fn locales_without_an_interaction_model_are_not_told() {
    let folder = with(&in_gb("Cricket:").replace("intents:", "interaction_model: { locales: [en-GB] }\nintents:"), HANDLERS);
    is_silent(&folder);
}
