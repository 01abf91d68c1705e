//! The commands that only print.

use crate::support::Folder;

#[test]
fn the_schema_is_one() {
    let said = Folder::new().sayso("schema");
    let schema: serde_json::Value = serde_json::from_str(&said.code(0).stdout).expect("JSON");
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert!(schema["properties"]["intents"].is_object(), "{schema}");
}

#[test]
fn every_shell_gets_its_completions() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        Folder::new().sayso(&format!("completions {shell}")).code(0).prints("account-linking").prints("deny");
    }
}
