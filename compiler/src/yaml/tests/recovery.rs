//! Several mistakes in one file: each is told, and the rest is read.

use super::{FILE, read};
use crate::yaml::{Kind, parse};

#[test]
fn every_mistake_is_told_and_the_rest_is_read() {
    let text = "\
skill:
  name: Ride Hailer
  summary: \"Order a ride
  description: x
intents:
  Hello:
    samples: [hi, there
  Bye:
    samples:
      - [please] stop
      - bye
   Odd:
    samples: [odd]
  Again:
    samples: [again]
speech:
  welcome: Hi: there
";
    let outcome = read(text);
    assert_eq!(outcome.codes(), ["SY015 3:12", "SY015 7:14", "SY007 10:9", "SY001 12:4", "SY007 17:12"]);
    assert_eq!(
        outcome.shown,
        "{skill: {name: \"Ride Hailer\", summary: !, description: \"x\"}, \
         intents: {Hello: {samples: !}, Bye: {samples: [\"[please] stop\", \"bye\"]}, Again: {samples: [\"again\"]}}, \
         speech: {welcome: \"Hi: there\"}}"
    );
}

#[test]
fn a_bracket_that_an_item_opens_is_one_mistake() {
    let outcome = read("a:\n  - b\n  - [c d\n  - e\nf:\n  g: h\ni:\n  - j\n");
    assert_eq!(outcome.codes(), ["SY015 3:5"]);
    assert_eq!(outcome.shown, r#"{a: ["b", !, "e"], f: {g: "h"}, i: ["j"]}"#);
    // The parser tells of a bracket only when it knows that it begins no key.
    let outcome = read("a:\n  - [b, [c # d]\n  - \"e\"\nf: g\n");
    assert_eq!(outcome.codes(), ["SY015 2:9"]);
    assert_eq!(read("a:\n  - [b, 'c]'\n  - d\ne: [f]\n").codes(), ["SY015 2:5"]);
}

#[test]
fn a_text_that_ends_with_a_colon_may_be_unfinished() {
    let outcome = read("a: env:\nb: c\n");
    assert_eq!(outcome.codes(), ["SY007 1:4"]);
    assert_eq!(outcome.problems[0].message, "a text that ends with `:` needs quotes");
    assert_eq!(outcome.problems[0].helps[0].text, "write what belongs behind the colon, or put the text in quotes");
}

#[test]
fn tabs_become_the_indentation_of_the_lines_around_them() {
    for (text, mended) in [
        ("a:\n    b: c\nd:\n\te: f\n", "a:\n    b: c\nd:\n    e: f\n"),
        ("a:\n\tb: c\nd:\n   e: f\n", "a:\n   b: c\nd:\n   e: f\n"),
        ("a:\n  - b\nd:\n\te: f\ng:\n    h: i\n", "a:\n  - b\nd:\n    e: f\ng:\n    h: i\n"),
        ("a:\n    b:\n    - c\n    - d\ne:\n\tf: g\n", "a:\n    b:\n    - c\n    - d\ne:\n    f: g\n"),
        ("a:\n\t\tb: c\n", "a:\n    b: c\n"),
    ] {
        assert_eq!(read(text).mended(), mended);
    }
}

#[test]
fn what_is_set_aside_keeps_its_place() {
    let text = "größe: ü\na: [b,\n  c\nd: e\n";
    let parsed = parse(FILE, text);
    let Some(Kind::Mapping(entries)) = parsed.tree.root().map(|root| root.kind()) else { panic!("a map") };
    let places: Vec<(&str, &str)> = entries.map(|entry| (entry.key.value, &text[entry.value.span().range()])).collect();
    assert_eq!(places, [("größe", "ü"), ("a", "[b,\n  c"), ("d", "e")]);
}

#[test]
fn duplicates_are_found_beside_syntax_errors() {
    assert_eq!(read("a: 1\nb: [\na: 2\n").codes(), ["SY015 2:4", "SY002 3:1"]);
}

#[test]
fn a_map_whose_only_line_is_set_aside_is_broken_and_not_empty() {
    assert_eq!(read("a:\n  b c\nd: e\n").shown, r#"{a: "b c", d: "e"}"#);
    assert_eq!(read("a:\n  ]\nd: e\n").shown, r#"{a: "]", d: "e"}"#);
    assert_eq!(read("a:\n  - b\n  c: d\ne: f\n").shown, r#"{a: ["b"], e: "f"}"#);
}

#[test]
fn brackets_that_close_at_the_margin_belong_to_what_they_close() {
    let outcome = read("a: [\n  \"b\" \"c\",\n]\nd: e\n");
    assert_eq!(outcome.codes(), ["SY001 2:7"]);
    assert_eq!(outcome.shown, r#"{a: !, d: "e"}"#);
}

#[test]
fn a_file_that_is_no_yaml_at_all_is_broken() {
    for text in ["... a", "[[[", "{\"a\": [1, 2}"] {
        let outcome = read(text);
        assert_eq!(outcome.shown, "!", "{text}");
        assert_eq!(outcome.problems.len(), 1, "{text}: {:?}", outcome.said());
    }
}
