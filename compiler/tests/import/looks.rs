//! How the YAML reads.

use crate::package::Package;

fn description(text: &str) -> String {
    let manifest = serde_json::json!({"manifestVersion": "1.0", "publishingInformation": {"locales": {"en-US": {"description": text}}}});
    let files = Package::default().manifest(&manifest.to_string()).imported();
    let read: serde_yaml::Value = serde_yaml::from_str(files.only()).expect("it is YAML");
    assert_eq!(read["skill"]["description"].as_str(), Some(text), "{}", files.only());
    files.only().to_owned()
}

const LONG: &str = "order rides to the places you go, or ask which services run in your city, at any time of the day and of the night";

#[test]
fn long_prose_is_folded_whatever_signs_it_has() {
    for text in [
        LONG.to_owned(),
        format!("With it you can do two things: {LONG}"),
        format!("{LONG}: see https://a.dev/help # and more"),
        format!("{LONG} say:"),
        format!("\"Ride Hailer\" can {LONG}"),
        format!("- {LONG}"),
        format!("# {LONG}"),
        format!("[new] {LONG}"),
        format!("'{LONG}'"),
        format!("? {LONG}: {LONG}: {LONG} #1"),
        format!("{{city}}: {LONG} \u{1F600}"),
        format!("--- {LONG}"),
    ] {
        let yaml = description(&text);
        assert!(yaml.contains("description: >-\n"), "{yaml}");
        assert!(yaml.lines().all(|line| line.chars().count() <= 120), "{yaml}");
    }
}

#[test]
fn what_folding_would_change_is_in_quotes() {
    for text in [format!("two  blanks: {LONG}"), format!(" {LONG}: x"), format!("{LONG}: "), format!("\u{E000}: {LONG}"), "x:".repeat(80)] {
        assert!(description(&text).contains("description: \""), "{text}");
    }
}
