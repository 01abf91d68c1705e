//! Files that are not the JSON they should be: the file, the line and the column, and nothing written.

use crate::support::{Case, has_place, is_refusal, small};
use sayso_tests::package::Package;
use sayso_tests::public::{self, on_all_cores};
use std::fs;

const MODEL: &str = r#"{
  "interactionModel": {
    "languageModel": {
      "invocationName": "green car",
      "intents": [{ "name": "AMAZON.StopIntent", "samples": ["halt"] }, { "name": "OrderRide", "samples": ["order a ride"] }, { "name": "AMAZON.HelpIntent" }, { "name": "AMAZON.CancelIntent" }, { "name": "AMAZON.NavigateHomeIntent" }]
    }
  }
}
"#;

/// A package with this model is refused at a place in it, lenient or not.
#[track_caller]
fn is_refused_at_its_place(model: impl AsRef<[u8]>, words: &[&str]) {
    let case = Case::with("models/en-US.json", &model);
    case.is_refused(&[1], words);
    is_tolerated_or_refused_at_its_place(model, words);
}

/// A package with this model is refused at a place in it; what `--lenient` makes of it, does not matter.
#[track_caller]
fn is_tolerated_or_refused_at_its_place(model: impl AsRef<[u8]>, words: &[&str]) {
    let case = Case::with("models/en-US.json", model);
    case.is_refused_strictly(&[1], words);
    let said = case.import().stderr;
    assert!(has_place(&said, "en-US.json"), "has no place:\n{said}");
}

#[test]
fn the_broken_files_of_the_corpus() {
    for file in public::broken() {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let name = name.rsplit("__").next().unwrap_or_default();
        let place = if name == "skill.json" { name.to_owned() } else { format!("models/{name}") };
        let case = Case::with(&place, fs::read(&file).expect("a file"));
        case.is_refused_strictly(&[1], &[name]);
        let said = case.import().stderr;
        assert!(has_place(&said, name), "{}: has no place:\n{said}", file.display());
        // A comma is forgiven; that it is told is not.
        let lenient = case.lenient().import(&case.package(), "skill");
        assert!(matches!(lenient.code, Some(0 | 1)) && has_place(&lenient.stderr, name), "{}: {}", file.display(), lenient.stderr);
    }
}

#[test]
fn one_broken_file_beside_good_ones() {
    let Some(small) = small() else { return };
    let case = Case::of(&small.package());
    case.write("models/de-DE.json", "{\n  \"interactionModel\": }");
    case.is_refused(&[1], &["de-DE.json:2:23"]);
}

#[test]
fn all_broken_files_are_told_at_once() {
    let case = Case::with("models/de-DE.json", "{");
    case.write("models/en-US.json", "[1 2]");
    case.write("skill.json", "nothing");
    case.is_refused(&[1], &["de-DE.json:1:", "en-US.json:1:", "skill.json:1:"]);
}

#[test]
fn truncated_everywhere() {
    let cuts: Vec<usize> = (1..=50).map(|at| at * MODEL.trim_end().len() / 51).collect();
    let said = on_all_cores(&cuts, |cut| Case::with("models/en-US.json", &MODEL.as_bytes()[..*cut]).import());
    for (cut, ended) in cuts.iter().zip(said) {
        is_refusal(&ended, &[1], &["en-US.json"]);
        assert!(has_place(&ended.stderr, "en-US.json"), "cut after {cut} bytes: has no place:\n{}", ended.stderr);
    }
}

#[test]
fn an_empty_file() {
    is_refused_at_its_place("", &["en-US.json:1:1"]);
    is_refused_at_its_place(" \n\n", &["en-US.json"]);
}

/// Refused at its place, and with `--lenient` the same as the sound model.
#[track_caller]
fn is_tolerated(model: &str, words: &[&str]) {
    is_tolerated_or_refused_at_its_place(model, words);
    Case::with("models/en-US.json", model).comes_back_as(&sound());
}

/// The package with the sound model.
fn sound() -> Package {
    let model = serde_json::from_str(MODEL).expect("JSON");
    Package { models: [("en-US".to_owned(), model)].into(), ..Package::default() }
}

#[test]
fn comments_and_commas() {
    is_tolerated(&MODEL.replacen('{', "{ // the model\n", 1), &["en-US.json:1:3"]);
    is_tolerated(&MODEL.replacen('{', "{ /* the model */\n", 1), &["en-US.json:1:3"]);
    is_tolerated(&MODEL.replace("[\"halt\"]", "[\"halt\",]"), &["en-US.json:5:"]);
    is_tolerated(&MODEL.replace("},", "}"), &["en-US.json:5:"]);
    is_refused_at_its_place(MODEL.replace('"', "'"), &["en-US.json:2:3"]);
}

#[test]
fn the_sound_model() {
    Case::with("models/en-US.json", MODEL).comes_back_as(&sound());
}

#[test]
fn a_byte_order_mark() {
    is_tolerated(&format!("\u{feff}{MODEL}"), &["en-US.json:1:1", "byte-order mark"]);
}

#[test]
fn a_second_document() {
    is_refused_at_its_place(format!("{MODEL}{MODEL}"), &["en-US.json:9:1"]);
}

#[test]
fn other_encodings() {
    let wide = |to_bytes: fn(u16) -> [u8; 2]| "\u{feff}".encode_utf16().chain(MODEL.encode_utf16()).flat_map(to_bytes).collect::<Vec<u8>>();
    for bytes in
        [wide(u16::to_le_bytes), wide(u16::to_be_bytes), wide(u16::to_le_bytes)[2..].to_vec(), wide(u16::to_be_bytes)[2..].to_vec()]
    {
        Case::with("models/en-US.json", bytes).is_refused(&[1], &["en-US.json", "UTF-16"]);
    }
    is_refused_at_its_place(
        MODEL.replace("halt", "h\u{e9}lt").chars().map(|letter| letter as u8).collect::<Vec<u8>>(),
        &["en-US.json:5:", "UTF-8"],
    );
}

#[test]
fn the_same_key_twice() {
    let twice = MODEL.replace("\"invocationName\"", "\"invocationName\": \"red car\", \"invocationName\"");
    is_tolerated(&twice, &["en-US.json:4:", "invocationName"]);
}

#[test]
fn more_levels_than_anything_needs() {
    is_refused_at_its_place("[".repeat(10_000), &[]);
    is_refused_at_its_place(format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000)), &[]);
    let deep = format!("{{\"manifest\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let case = Case::with("skill.json", deep);
    case.is_refused(&[1], &["skill.json:1:"]);
}

#[test]
fn numbers_and_letters_that_do_not_exist() {
    let with = |value: &str| MODEL.replace("\"green car\"", value);
    is_refused_at_its_place(with("1e999"), &["en-US.json:4:"]);
    is_refused_at_its_place(with("\"\\ud800\""), &["en-US.json:4:"]);
    is_refused_at_its_place(with("\"\\udc00\\ud800 car\""), &["en-US.json:4:"]);
    is_tolerated_or_refused_at_its_place(with("\"green\ncar\""), &["en-US.json:4:"]);
    is_refused_at_its_place(with("NaN"), &["en-US.json:4:"]);
    is_refused_at_its_place(with("01"), &["en-US.json:4:"]);
}

#[test]
fn json_that_is_no_skill() {
    for text in ["null", "1", "\"a\"", "[]", "true"] {
        Case::with("models/en-US.json", text).is_refused(&[1], &["en-US.json:1:1"]);
        Case::with("skill.json", text).is_refused(&[1], &["skill.json:1:1"]);
        Case::with("accountLinking.json", text).is_refused(&[1], &["accountLinking.json:1:1"]);
    }
}

#[test]
fn a_secret_in_the_file_is_never_repeated() {
    const SECRET: &str = "s3cr3t-5f1c7e9a0b";
    let request = format!(r#"{{"accountLinkingRequest": {{"type": "AUTH_CODE", "clientId": "a", "clientSecret": "{SECRET}"}}}}"#);
    let cuts: Vec<usize> = (request.len() / 2..=request.len()).collect();
    on_all_cores(&cuts, |cut| {
        let case = Case::with("accountLinking.json", &request[..*cut]);
        let ended = case.lenient().import(&case.package(), "skill");
        assert!(!ended.stderr.contains(SECRET) && !ended.stdout.contains(SECRET), "cut after {cut}:\n{}", ended.stderr);
        for (path, bytes) in sayso_tests::trip::files(&case.folder.path().join("skill")) {
            assert!(!String::from_utf8_lossy(&bytes).contains(SECRET), "{path}");
        }
    });
}
