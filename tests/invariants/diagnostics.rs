//! All problems are told in one run, each at its place, and each rule is explained.

use sayso_compiler::diagnostic::Diagnostic;
use sayso_compiler::render::line;
use sayso_compiler::{Input, Options, analyze, rules};
use sayso_tests::disk;
use std::collections::BTreeSet;

/// Skills with faults: one that is YAML, and one that is not.
const FAULTY: [(&str, &str); 2] = [("many.yaml", include_str!("faulty/many.yaml")), ("syntax.yaml", include_str!("faulty/syntax.yaml"))];

fn diagnostics(input: &Input) -> Vec<Diagnostic> {
    analyze(input, &Options::default(), |analysis| analysis.diagnostics)
}

/// The lines of the file that say `# fault: CODE`, with the code.
fn expected(text: &str) -> BTreeSet<(usize, String)> {
    let lines = text.lines().enumerate();
    lines.filter_map(|(at, line)| Some((at + 1, line.split_once("# fault: ")?.1.trim().to_owned()))).collect()
}

#[test]
fn each_fault_of_a_file_is_told_in_one_run() {
    let mut faults = 0;
    for (name, text) in FAULTY {
        let input = Input::from_text(name, text);
        let found = diagnostics(&input);
        let place =
            |found: &Diagnostic| (input.sources.position(found.span().file, found.span().start as usize).line, found.code().to_owned());
        let places: BTreeSet<(usize, String)> = found.iter().map(place).collect();
        let told: String = found.iter().map(|found| line(&input.sources, found) + "\n").collect();
        assert_eq!(places, expected(text), "{name}\n{told}");
        faults += expected(text).len();
    }
    assert!(faults > 15, "the files have only {faults} faults");
}

#[test]
fn every_place_of_a_diagnostic_is_in_its_file_and_not_empty() {
    for (name, text) in FAULTY {
        let input = Input::from_text(name, text);
        diagnostics(&input).iter().for_each(|found| check_places(&input, found));
    }
}

fn check_places(input: &Input, found: &Diagnostic) {
    assert!(!found.message.is_empty() && !found.message.ends_with('.'), "{}: {}", found.code(), found.message);
    for label in &found.labels {
        assert!(!input.sources.slice(label.span).is_empty(), "{}: {} has no place", found.code(), found.message);
    }
    for patch in found.helps.iter().filter_map(|help| help.patch.as_ref()) {
        assert!(input.sources.text(patch.span.file).get(patch.span.range()).is_some(), "{}: an edit outside of its file", found.code());
    }
}

#[test]
fn every_rule_is_explained_and_listed() {
    let pages = std::fs::read_to_string(disk::root().join("docs/rules.md")).expect("the pages of the rules");
    for rule in rules::all() {
        assert!(!rule.summary().is_empty(), "{} has no page", rule.code);
        assert!(pages.contains(rule.code) && pages.contains(rule.name), "{} `{}` is not in docs/rules.md", rule.code, rule.name);
    }
}
