//! `sayso diff`: two skills, packages or revisions.

mod public;
mod revisions;

use crate::support::{Folder, SECRET, SKILL, golden};

/// A skill with much to change.
const BEFORE: &str = r#"sayso: 1
locales: [en-US, en-GB]

skill:
  name: Bonus Points
  invocation: bonus points
  category: SHOPPING
  summary: Tells how many bonus points you have.
  description: Bonus Points tells how many points you have. You need an account for that, which you link in the Alexa app.
  example_phrases: ["Alexa, open bonus points"]
  privacy_policy: https://bonus.example/privacy
  testing_instructions: Log in as alexa-review with the password ride-along-7.

endpoint: arn:aws:lambda:us-east-1:123456789012:function:bonus
permissions: [alexa::profile:given_name:read]

account_linking:
  enablement: optional
  authorization_url: https://login.bonus.example/authorize
  token_url: https://login.bonus.example/token
  client_id: alexa-bonus
  client_secret: env:BONUS_SECRET
  client_authentication: http_basic
  scopes: { points.read: tell how many points there are }
  prompt: For that you need to link your account. I have sent a card to your Alexa app.

intents:
  CheckPoints:
    auth: required
    scopes: [points.read]
    slots:
      card: { type: Card, required: true, ask: Which card? }
      month: AMAZON.Month
    samples: ["how many points (do I have|are there) [on my {card} card]", "points of {month}"]
  OpeningHours:
    samples: [when are you open]
  Goodbye:
    samples: [so long]

types:
  Card:
    GOLD: [gold, golden]
    BLUE: [blue]

speech:
  welcome: Welcome to Bonus Points.
  help: You can ask how many points you have.
  fallback: I did not get that. You can ask how many points you have.
"#;

fn after() -> String {
    let replaced = [
        ("locales: [en-US, en-GB]", "locales: [en-US]"),
        ("invocation: bonus points", "invocation: extra points"),
        ("open bonus points", "open extra points"),
        ("description: Bonus Points tells how many points you have.", "description: Bonus Points tells how many points you have earned."),
        ("ride-along-7", "ride-along-8"),
        ("permissions: [alexa::profile:given_name:read]", "permissions: [alexa::profile:email:read]"),
        ("function:bonus", "function:extra"),
        ("client_id: alexa-bonus", "client_id: alexa-extra\n  pkce: true"),
        ("env:BONUS_SECRET", "env:EXTRA_SECRET"),
        ("{ points.read: tell how many points there are }", "[points.read, points.write]"),
        ("    scopes: [points.read]", "    scopes: [points.write]"),
        ("type: Card, required: true, ask: Which card?", "type: Card, ask: Which card?"),
        ("month: AMAZON.Month", "month: AMAZON.DATE"),
        ("  OpeningHours:\n", "  OpeningHours:\n    auth: required\n"),
        ("  Goodbye:\n    samples: [so long]\n", "  Spend:\n    samples: [spend it]\n"),
        ("GOLD: [gold, golden]", "GOLD: [gold, sun]"),
        ("    BLUE: [blue]\n", ""),
        ("welcome: Welcome to Bonus Points.", "welcome: Welcome."),
    ];
    replaced.iter().fold(BEFORE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

fn both() -> Folder {
    let folder = Folder::new();
    folder.write("a/skill.yaml", BEFORE);
    folder.write("b/skill.yaml", after());
    folder
}

#[test]
fn a_rich_change_is_told() {
    both().sayso("diff a b").code(0).golden("diff.txt");
}

#[test]
fn and_for_machines() {
    let said = both();
    let said = said.sayso("diff a/skill.yaml b --format json --quiet");
    said.code(0);
    golden("diff.json", &said.stdout);
    let json: serde_json::Value = serde_json::from_str(&said.stdout).expect("JSON");
    assert_eq!((&json["schema_version"], &json["different"]), (&1.into(), &true.into()));
    let keys = |value: &serde_json::Value| value.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&json), ["different", "from", "groups", "notes", "schema_version", "to"]);
    assert_eq!(keys(&json["groups"][0]), ["changes", "locale", "part", "unknown"]);
    assert_eq!(keys(&json["groups"][0]["changes"][0]), ["consequence", "from", "path", "sign", "to", "what"]);
}

#[test]
fn the_exit_code_tells_when_it_is_asked() {
    let folder = both();
    folder.sayso("diff a b").code(0);
    folder.sayso("diff a b --exit-code").code(3);
    folder.sayso("diff a b --exit-code --format json").code(3);
    folder.sayso("diff a a --exit-code").code(0).prints_nothing().tells("no differences");
    folder.sayso("diff a a --exit-code --format json").code(0).prints("\"different\": false").prints("\"groups\": []");
}

#[test]
fn a_skill_is_what_it_builds() {
    let folder = Folder::with(BEFORE);
    folder.sayso("build --out built").code(0);
    let said = folder.sayso("diff . built --exit-code");
    said.code(0).prints("? account_linking.client_secret: unknown remotely");
    folder.sayso("diff built/skill-package skill.yaml --exit-code").code(0);
}

#[test]
fn the_skill_wins_over_the_package_beside_it() {
    let folder = Folder::with(BEFORE);
    folder.sayso("build").code(0);
    folder.write("b/skill.yaml", after());
    folder.sayso("diff . b").code(0).tells("has a skill.yaml and a skill package: the skill.yaml is compared");
}

#[test]
fn a_stage_is_compared_where_it_is_asked() {
    let folder = Folder::with(&format!(
        "{SKILL}\nstages:\n  live:\n    skill_id: amzn1.ask.skill.0f0e2a51-77aa-4d52-8a3c-5f4b7e9d1c20\n    account_linking: {{ client_id: alexa-live }}\n"
    ));
    folder.sayso("build --stage live --out live").code(0);
    folder.sayso("diff live . --exit-code").code(3).prints("~ account_linking.client_id: alexa-live -> alexa-bonus");
    folder.sayso("diff live . --exit-code --stage live").code(0);
}

#[test]
fn a_skill_with_errors_is_not_compared() {
    let folder = both();
    folder.write("b/skill.yaml", BEFORE.replace("samples: [so", "sampels: [so"));
    for format in ["text", "json"] {
        let said = folder.sayso(&format!("diff a b --exit-code --format {format}"));
        said.code(1).prints_nothing().tells("SY016").tells("b/skill.yaml:").tells("compared nothing");
    }
    folder.write("c/skill.json", "{\"manifest\": {");
    folder.sayso("diff c a").code(1).prints_nothing().tells("PK001").tells("c/skill.json:1");
}

#[test]
fn lenience_lets_broken_packages_be_compared() {
    let folder = Folder::new();
    folder.write("a/skill.json", "{\"manifest\": {\"permissions\": []}}");
    folder.write("b/skill.json", "{\"manifest\": {\"permissions\": [{\"name\": \"p\"},] /* why */}}");
    folder.sayso("diff a b").code(1).tells("PK001");
    folder.sayso("diff a b --lenient").code(0).prints("+ permissions: p");
}

#[test]
fn a_skill_that_amazon_would_refuse_can_be_compared_leniently() {
    let folder = Folder::with(SKILL);
    folder.write("other.yaml", SKILL.replace("invocation: ", "invocation: alexa "));
    folder
        .sayso("diff skill.yaml other.yaml")
        .code(1)
        .prints_nothing()
        .tells("in other.yaml; with `--lenient`, what Amazon would refuse is a warning");
    folder.sayso("diff skill.yaml other.yaml --lenient").code(0).prints("skill.invocation");
    folder.write("other.yaml", "sayso: 1\nskil: {}\n");
    let said = folder.sayso("diff skill.yaml other.yaml");
    assert!(!said.code(1).stderr.contains("--lenient"), "{said:?}");
}

#[test]
fn what_is_not_there_is_a_failure() {
    let folder = both();
    folder.sayso("diff a nowhere").fails("there is no file or folder `nowhere`").tells("HEAD~1:skill.yaml");
    folder.write("empty/readme.txt", "");
    folder.sayso("diff a empty").fails("no part of a skill package is in `empty`");
    folder.sayso("diff a").code(2).prints_nothing();
    folder.sayso(r"diff a C:\skills\skill.yaml").fails(r"there is no file or folder `C:\skills\skill.yaml`");
}

#[test]
fn no_secret_is_shown() {
    let folder = Folder::new();
    for name in ["a", "b"] {
        let linking =
            format!(r#"{{"accountLinkingRequest": {{"type": "AUTH_CODE", "clientId": "{name}", "clientSecret": "{SECRET}{name}"}}}}"#);
        folder.write(&format!("{name}/accountLinking.json"), linking);
        let manifest = format!(
            r#"{{"manifest": {{"accountLinkingRequest": {{"clientSecret": "{SECRET}"}}, "x": [{{"clientSecret": "{SECRET}{name}"}}]}}}}"#
        );
        folder.write(&format!("{name}/skill.json"), manifest);
    }
    for args in ["diff a b", "diff a b --format json", "diff a b/skill.json"] {
        let said = folder.sayso(args);
        assert!(!said.stdout.contains(SECRET) && !said.stderr.contains(SECRET), "{said:?}");
        said.prints("client_secret");
    }
    let said = both().sayso("diff a b");
    said.prints("~ skill.testing_instructions: not shown\n");
    assert!(!said.stdout.contains("ride-along"), "{said:?}");
}

#[test]
fn colours_and_control_characters() {
    let folder = Folder::new();
    folder.write("a/skill.json", r#"{"manifest": {"x": "a"}}"#);
    folder.write("b/skill.json", "{\"manifest\": {\"x\": \"a\\u001b[2J\\u202e\", \"\\u001b]0;k\": 1}}");
    for args in ["diff a b", "diff a b --format json"] {
        let said = folder.sayso(args);
        assert!(!said.stdout.contains('\u{1b}') && !said.stdout.contains('\u{202e}'), "{said:?}");
    }
    let said = folder.sayso("diff a b --color always");
    assert!(said.stdout.contains("\u{1b}[32m+") && said.stdout.contains("\u{1b}[36m~"), "{said:?}");
}

#[test]
fn many_changes_of_one_kind_are_counted() {
    let folder = Folder::new();
    let model =
        |samples: &str| format!(r#"{{"interactionModel": {{"languageModel": {{"intents": [{{"name": "A", "samples": [{samples}]}}]}}}}}}"#);
    let many: Vec<String> = (0..40).map(|number| format!("\"sample {number}\"")).collect();
    folder.write("a/models/en-US.json", model("\"one\""));
    folder.write("b/models/en-US.json", model(&format!("\"one\", {}", many.join(", "))));
    let said = folder.sayso("diff a b");
    said.code(0).prints("+ intents.A.samples: ... and 32 more").tells("40 differences (40 added)");
    assert_eq!(said.stdout.lines().count(), 10, "{said:?}");
}
