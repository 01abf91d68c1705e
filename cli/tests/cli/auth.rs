use crate::support::{Folder, SKILL};

#[test]
fn the_table_tells_who_needs_an_account() {
    Folder::with(SKILL).sayso("auth").code(0).golden("auth.txt");
    Folder::with(SKILL).sayso("auth --format markdown").code(0).golden("auth-markdown.txt");
}

#[test]
fn the_table_is_data_too() {
    let said = Folder::with(SKILL).sayso("auth --format json");
    let policy: serde_json::Value = serde_json::from_str(&said.code(0).stdout).expect("JSON");
    assert_eq!(policy["enablement"], "optional");
    let requests = policy["requests"].as_array().expect("a list");
    let named =
        |name: &str| requests.iter().find(|request| request["name"] == name).unwrap_or_else(|| panic!("{name} is missing: {policy}"));
    assert_eq!(named("launch")["auth"], "optional");
    assert_eq!(named("CheckPoints")["auth"], "required");
    assert_eq!(named("CheckPoints")["scopes"], serde_json::json!(["points.read"]));
    assert_eq!(named("CheckPoints")["locales"], serde_json::json!(["en-US", "en-GB"]));
    assert_eq!(named("OpeningHours")["declared"], false);
    assert_eq!(named("AMAZON.HelpIntent")["auth"], "none");
    assert_eq!(policy["scopes"][0]["used_by"], serde_json::json!(["CheckPoints"]));
    assert_eq!(policy["prompts"][1]["locale"], "en-GB");
}

#[test]
fn without_a_skill_there_is_no_table() {
    Folder::with(&SKILL.replace("samples: [when", "sampels: [when")).sayso("auth").code(1).prints_nothing().tells("SY016");
}
