//! Two skill.yaml, and a skill.yaml with a package.

use crate::sides::{Package, compare, skill, told};
use sayso_compiler::package::Role;
use sayso_compiler::{Input, analyze, emit};

pub const SKILL: &str = include_str!("../../../cli/tests/cli/skill.yaml");

/// The files that a skill builds.
fn built(text: &str) -> Package {
    let input = Input::from_text("skill.yaml", text);
    let files = analyze(&input, &Default::default(), |analysis| emit::package(analysis.skill.as_ref().expect("no errors")));
    files.into_iter().fold(Package::default(), |package, (path, bytes)| {
        let text = String::from_utf8(bytes).expect("JSON is text");
        match path.strip_suffix(".json").and_then(|path| path.strip_prefix("skill-package/interactionModels/custom/")) {
            Some(tag) => package.file(Role::Model(tag.to_owned()), &text),
            None if path == emit::MANIFEST => package.file(Role::Manifest, &text),
            None if path == emit::ACCOUNT_LINKING => package.file(Role::AccountLinking, &text),
            None => package,
        }
    })
}

#[track_caller]
fn check(replaced: &[(&str, &str)], expected: &[&str]) {
    let text = replaced.iter().fold(SKILL.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    assert_eq!(told(&skill(SKILL), &skill(&text)), expected);
}

#[test]
fn a_skill_is_what_it_builds() {
    let (own, package) = (skill(SKILL), built(SKILL).side());
    assert_eq!(told(&own, &own), [""; 0]);
    let difference = compare(&own, &package);
    assert!(difference.is_empty(), "{difference:#?}");
    assert_eq!(
        difference.groups.iter().flat_map(|group| &group.unknown).map(|path| path.join(".")).collect::<Vec<_>>(),
        ["account_linking.client_secret"]
    );
    assert!(difference.notes.iter().any(|note| note.contains("skill.yaml alone")), "{:?}", difference.notes);
}

#[test]
fn how_it_is_written_is_no_difference() {
    check(&[("[how many points (I have|do I have)]", "[how many points do I have, how many points I have]")], &[]);
    check(&[("en-US, en-GB", "en-GB, en-US")], &[]);
}

#[test]
fn needs_are_told() {
    check(
        &[("    scopes: [points.read]\n", ""), ("  OpeningHours:\n", "  OpeningHours:\n    auth: optional\n")],
        &["handlers - intents.CheckPoints.scopes: points.read", "handlers ~ intents.OpeningHours.auth: none -> optional"],
    );
    check(&[("launch: { auth: optional }", "launch: { auth: required }")], &["handlers ~ launch.auth: optional -> required"]);
}

#[test]
fn an_intent_comes_with_a_handler() {
    check(
        &[("\nspeech:", "  Bye:\n    samples: [so long]\n\nspeech:")],
        &["en-GB + intents.Bye: 1 sample", "en-US + intents.Bye: 1 sample", "handlers + intents.Bye: auth: none"],
    );
}

#[test]
fn what_the_skill_says_is_compared() {
    check(
        &[("goodbye: Goodbye.", "goodbye: [Goodbye., Bye.]"), ("  prompt: For that", "  prompt: For this")],
        &[
            "en-GB - account_linking.prompt: For that you need to link your account. I have sent a card to your Alexa app.",
            "en-GB + account_linking.prompt: For this you need to link your account. I have sent a card to your Alexa app.",
            "en-GB + speech.goodbye: Bye.",
            "en-US - account_linking.prompt: For that you need to link your account. I have sent a card to your Alexa app.",
            "en-US + account_linking.prompt: For this you need to link your account. I have sent a card to your Alexa app.",
            "en-US + speech.goodbye: Bye.",
        ],
    );
}

#[test]
fn a_skill_that_says_nothing_any_more_is_another() {
    let silent = "sayso: 1\nlocales: [en-US]\nskill: { name: Hello Friend, invocation: hello friend }\nintents: { Hello: [say hello] }\n";
    let speaking = format!("{silent}speech: {{ bye: Bye. }}\n");
    assert_eq!(told(&skill(&speaking), &skill(silent)), ["en-US - speech.bye: Bye."]);
    assert_eq!(told(&skill(silent), &skill(&speaking)), ["en-US + speech.bye: Bye."]);
}

#[test]
fn the_reference_to_the_secret_is_told() {
    check(
        &[("env:BONUS_SECRET", "env:OTHER_SECRET")],
        &["account linking ~ account_linking.client_secret: env:BONUS_SECRET -> env:OTHER_SECRET"],
    );
}
