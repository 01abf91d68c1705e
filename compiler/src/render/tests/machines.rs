//! What machines read: it parses, and says what the standard demands.

use super::{PLAIN, rendered, samples};
use crate::render::Format;
use serde_json::Value;

#[test]
fn json_lines_parse_back() {
    let samples::Sample { sources, diagnostics } = samples::all();
    let out = rendered(Format::Json, PLAIN);
    assert_eq!(out.lines().count(), diagnostics.len());
    for (line, found) in out.lines().zip(&diagnostics) {
        let record: Value = serde_json::from_str(line).expect("a line is JSON");
        assert_eq!(record["schema_version"], 1);
        assert_eq!(record["code"], found.code());
        assert_eq!(record["message"], found.message.as_str(), "the text comes back as it was");
        let labels = record["labels"].as_array().expect("labels are a list");
        assert_eq!(labels.len(), found.labels.len());
        for (record, label) in labels.iter().zip(&found.labels) {
            let position = sources.position(label.span.file, label.span.start as usize);
            assert_eq!(record["file"], sources.path(label.span.file));
            assert_eq!(record["start"]["byte"], label.span.start);
            assert_eq!(record["end"]["byte"], label.span.end);
            assert_eq!(record["start"]["line"], position.line);
            assert_eq!(record["start"]["column"], position.column);
        }
        let replacements: Vec<&str> = found.helps.iter().filter_map(|help| Some(help.patch.as_ref()?.replacement.as_str())).collect();
        let helps = record["helps"].as_array().expect("helps are a list");
        let read: Vec<&str> = helps.iter().filter_map(|help| help["patch"]["replacement"].as_str()).collect();
        assert_eq!(read, replacements);
    }
}

/// The properties that the schema of SARIF 2.1.0 requires, and the rules between its parts.
#[test]
fn sarif_has_what_the_standard_requires() {
    let samples::Sample { diagnostics, .. } = samples::all();
    let log: Value = serde_json::from_str(&rendered(Format::Sarif, PLAIN)).expect("the log is JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(run["tool"]["driver"]["name"], "sayso");
    let rules = list(&run["tool"]["driver"]["rules"]);
    let ids: Vec<&str> = rules.iter().map(|rule| text(&rule["id"])).collect();
    assert_eq!(ids, ["AL004", "UT002"], "each rule once");
    for rule in rules {
        text(&rule["shortDescription"]["text"]);
        assert!(!text(&rule["help"]["text"]).starts_with(' '));
    }
    let results = list(&run["results"]);
    assert_eq!(results.len(), diagnostics.len());
    for (result, found) in results.iter().zip(&diagnostics) {
        assert!(text(&result["message"]["text"]).starts_with(&found.message));
        assert!(["error", "warning", "note"].contains(&text(&result["level"])));
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(ids[index], text(&result["ruleId"]));
        let related = result["relatedLocations"].as_array().map_or(0, Vec::len);
        assert_eq!(list(&result["locations"]).len() + related, found.labels.len());
        list(&result["locations"]).iter().for_each(is_located);
        for fix in result["fixes"].as_array().into_iter().flatten() {
            let change = &list(&fix["artifactChanges"])[0];
            is_reference(text(&change["artifactLocation"]["uri"]));
            let replacement = &list(&change["replacements"])[0];
            is_region(&replacement["deletedRegion"]);
            assert!(replacement["insertedContent"]["text"].is_string());
        }
    }
}

#[test]
fn sarif_of_nothing_is_a_log_without_results() {
    let sources = crate::source::Sources::new();
    let log: Value = serde_json::from_str(&crate::render::render(Format::Sarif, &sources, &[], PLAIN)).expect("the log is JSON");
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
}

/// A command that another line could continue, or whose properties end early, would be read as something else.
#[test]
fn github_commands_are_one_line_with_five_or_six_properties() {
    let samples::Sample { diagnostics, .. } = samples::all();
    let out = rendered(Format::Github, PLAIN);
    assert_eq!(out.lines().count(), diagnostics.len());
    for line in out.lines() {
        let (head, _message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
        let (command, properties) = head.split_once(' ').expect("properties");
        assert!(["error", "warning", "notice"].contains(&command));
        let names: Vec<&str> = properties.split(',').filter_map(|pair| Some(pair.split_once('=')?.0)).collect();
        let one_line = names == ["file", "line", "col", "endLine", "endColumn", "title"];
        assert!(one_line || names == ["file", "line", "endLine", "title"], "{line}");
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().filter(|list| !list.is_empty()).expect("a list that is not empty")
}

fn text(value: &Value) -> &str {
    value.as_str().filter(|text| !text.is_empty()).expect("a text that is not empty")
}

fn is_located(location: &Value) {
    let place = &location["physicalLocation"];
    is_reference(text(&place["artifactLocation"]["uri"]));
    is_region(&place["region"]);
}

fn is_reference(uri: &str) {
    assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"/-._~%".contains(&byte)), "{uri}");
}

fn is_region(region: &Value) {
    let number = |name: &str| region[name].as_u64().filter(|number| *number >= 1).expect("a number from 1");
    let (start, end) = ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
    assert!(start <= end);
}
