//! The examples of the `explain` pages: each rule's failing one breaks it, the passing one breaks nothing.

use crate::diagnostic::{Diagnostic, Severity};
use crate::rules::ALL;
use crate::source::Span;
use crate::{Analysis, Code, Input, Options, Rule, analyze, drift};

/// A skill that breaks no rule; an example replaces its top-level keys.
const BASE: &[(&str, &str)] = &[
    ("sayso", "sayso: 1\n"),
    ("locales", "locales: [en-US]\n"),
    (
        "skill",
        "skill:
  id: amzn1.ask.skill.12345678-1234-1234-1234-123456789012
  name: Hello Friend
  invocation: hello friend
  category: SOCIAL_NETWORKING
  summary: Says hello to you and your friends.
  description: Hello Friend says hello to you and your friends. It works without an account.
  example_phrases: [\"Alexa, open hello friend\"]
  keywords: [hello]
  small_icon: https://hello.friend.dev/small.png
  large_icon: https://hello.friend.dev/large.png
  privacy_policy: https://hello.friend.dev/privacy
  terms_of_use: https://hello.friend.dev/terms
  testing_instructions: Say hello to it. A test account is not needed.
",
    ),
    ("endpoint", "endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend\n"),
    ("compliance", "compliance: { purchases: false, child_directed: false, export_compliant: true, ads: false }\n"),
    ("intents", "intents:\n  Hello: { samples: [say hello] }\n"),
    ("speech", "speech:\n  help: Say hello to me.\n  fallback: You can say hello to me.\n"),
];

fn codes(Example { yaml: fragment, rust }: &Example, submit: bool) -> Vec<(String, Severity)> {
    let keys: Vec<&str> =
        fragment.lines().filter_map(|line| line.split_once(':')).map(|(key, _)| key).filter(|key| !key.starts_with(' ')).collect();
    let mut text: String = BASE.iter().filter(|(key, _)| !keys.contains(key)).map(|(_, text)| *text).collect();
    text.push_str(fragment);
    let options = Options { submit, ..Options::default() };
    let input = Input::from_text("skill.yaml", text);
    let place = |found: &Diagnostic| format!("{} {} {}", found.code(), input.sources.place(found.span()), found.message);
    analyze(&input, &options, |Analysis { mut diagnostics, skill }| {
        if let (Some(rust), Some(skill)) = (rust, skill) {
            diagnostics.extend(drift(&skill, &code(rust, skill.top)));
        }
        diagnostics.iter().map(|found| (place(found), found.severity)).collect()
    })
}

/// What a page shows under a heading: a fragment of skill.yaml, and the Rust of a crate for rules that are about one.
#[derive(Default)]
struct Example {
    yaml: String,
    rust: Option<String>,
}

impl Example {
    fn of(page: &str, heading: &str) -> Option<Self> {
        let after = page.split_once(&format!("## {heading}\n"))?.1;
        let section = after.split_once("## ").map_or(after, |(section, _)| section);
        Some(Example { yaml: block(section, "yaml")?, rust: block(section, "rust,ignore") })
    }
}

fn block(section: &str, language: &str) -> Option<String> {
    let block = section.split_once(&format!("```{language}\n"))?.1.split_once("```")?.0;
    Some(block.lines().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect())
}

/// What an example's Rust says of the skill, read as simply as the examples are written: everything is at one place.
fn code(rust: &str, place: Span) -> Code {
    let names = |before: &str| -> Vec<String> {
        let name = |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned();
        rust.split(before).skip(1).map(name).collect()
    };
    let handlers = names("fn ").into_iter().map(|name| (name, place)).collect();
    Code { implementation: place, handlers, said: Some(names("speech::").into_iter().collect()), generated: None }
}

fn problem_of(rule: &Rule) -> Option<String> {
    let submit = rule.profile == crate::rules::Profile::Submit;
    let (Some(failing), Some(passing)) = (Example::of(rule.explain, "Fails"), Example::of(rule.explain, "Passes")) else {
        let says_why =
            rule.explain.contains("no example") || rule.explain.contains("two files") || rule.explain.contains("cannot be shown");
        return (!says_why).then(|| "has no examples and does not say why".to_owned());
    };
    let failed = codes(&failing, submit);
    if failing.rust.is_some() != is_of_code(rule) {
        return Some("has Rust in its examples, or is about Rust, and not the other way round".to_owned());
    }
    if !failed.iter().any(|(found, _)| found.starts_with(rule.code)) {
        return Some(format!("its failing example breaks {failed:?} instead"));
    }
    if failed.len() > 1 {
        return Some(format!("its failing example breaks other rules too: {failed:?}"));
    }
    let passed = codes(&passing, submit);
    (!passed.is_empty()).then(|| format!("its passing example breaks {passed:?}"))
}

fn is_of_code(rule: &Rule) -> bool {
    ALL.iter().any(|entry| entry.rule == rule && matches!(entry.check, crate::rule::Check::Code(_)))
}

#[test]
fn the_base_breaks_nothing() {
    assert_eq!(codes(&Example::default(), false), []);
    assert_eq!(codes(&Example::default(), true), []);
}

#[test]
fn every_example_does_what_its_page_says() {
    let only = std::env::var("SAYSO_RULE").ok();
    let rules = ALL.iter().map(|entry| entry.rule).filter(|rule| only.as_deref().is_none_or(|only| rule.code == only));
    let problems: Vec<String> = rules.filter_map(|rule| Some(format!("{} {}", rule.code, problem_of(rule)?))).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn codes_are_unique_and_their_pages_begin_with_a_summary() {
    let mut seen = std::collections::BTreeSet::new();
    for entry in ALL {
        assert!(seen.insert(entry.rule.code), "{} is used twice", entry.rule.code);
        assert!(!entry.rule.summary().is_empty(), "{} has no summary", entry.rule.code);
        let family = &entry.rule.code[..2];
        assert!(["SY", "MF", "IM", "UT", "SL", "AL", "LO", "SP", "PK", "DR"].contains(&family), "{} is of no family", entry.rule.code);
    }
}
