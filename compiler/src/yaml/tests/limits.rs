use super::{FILE, read};
use crate::diagnostic::Diagnostic;
use crate::yaml::limits::MAX_DEPTH;
use crate::yaml::{Kind, MAX_BYTES, Value, parse};

#[test]
fn the_deepest_nesting_that_is_allowed_is_read() {
    let text = format!("{}x{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
    assert_eq!(read(&text).codes(), Vec::<String>::new());
    let text: String = (0..MAX_DEPTH).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert_eq!(read(&text).codes(), Vec::<String>::new());
}

#[test]
fn deeper_nesting_of_any_shape_is_refused_where_it_begins() {
    let deep = MAX_DEPTH + 1;
    let shapes = [
        format!("a: b\nc: {}{}\nd: e\n", "[".repeat(deep), "]".repeat(deep)),
        format!("a: b\nc: {}\nd: e\n", "[".repeat(10_000)),
        format!("a: b\nc: {}\nd: e\n", "{a: ".repeat(10_000)),
        format!("a: b\nc:\n  {}x\nd: e\n", "- ".repeat(10_000)),
    ];
    for text in &shapes {
        let outcome = read(text);
        assert!(outcome.codes()[0].starts_with("SY003 "), "{:?}", outcome.said());
        assert_eq!(outcome.problems.len(), 1, "{:?}", outcome.said());
        assert!(outcome.shown.starts_with(r#"{a: "b""#) && outcome.shown.ends_with(r#"d: "e"}"#), "{}", outcome.shown);
    }
}

#[test]
fn deep_keys_are_refused_too() {
    let outcome = read(&format!("a: b\nc:\n  {}x\nd: e\n", "? ".repeat(10_000)));
    assert_eq!(outcome.codes().iter().filter(|code| code.starts_with("SY003 ")).count(), 1, "{:?}", outcome.said());
    assert_eq!(outcome.shown, r#"{a: "b", c: {}, d: "e"}"#);
}

#[test]
fn deep_blocks_are_refused_too() {
    let text: String = (0..2_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let outcome = read(&format!("{text}b: c\n"));
    assert_eq!(outcome.codes(), ["SY003 65:65"]);
    assert!(outcome.shown.contains("{a: !}") && outcome.shown.ends_with(r#"b: "c"}"#), "{}", outcome.shown);
}

#[test]
fn a_large_file_is_refused_unread() {
    let outcome = read(&" ".repeat(MAX_BYTES + (1 << 20)));
    assert_eq!(outcome.said(), ["SY004 1:1 the file holds more than 32 MiB, which is the limit"]);
    assert_eq!(outcome.shown, "!");
}

/// Ten anchors, each a list of nine aliases of the one before.
fn billion_laughs() -> String {
    let mut text = "a0: &a0 [x]\n".to_owned();
    for level in 1..10 {
        let aliases = vec![format!("*a{}", level - 1); 9].join(", ");
        text.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
    }
    text
}

/// How many values a walk meets.
fn count(value: Value<'_>) -> usize {
    1 + match value.kind() {
        Kind::Sequence(items) => items.map(count).sum(),
        Kind::Mapping(entries) => entries.map(|entry| count(entry.value)).sum(),
        _ => 0,
    }
}

#[test]
fn aliases_cannot_multiply_without_end() {
    let text = billion_laughs();
    let parsed = parse(FILE, &text);
    let codes: Vec<&str> = parsed.report.into_sorted().iter().map(Diagnostic::code).collect();
    assert!(!codes.is_empty() && codes.iter().all(|&code| code == "SY005"), "{codes:?}");
    assert!(parsed.tree.root().is_some_and(|root| count(root) < 2_000_000));
}

#[test]
fn merge_keys_cannot_multiply_without_end() {
    let wide: String = (0..1_000).map(|key| format!("k{key}: v, ")).collect();
    let mut text = format!("a: &a {{{wide}}}\n");
    for copy in 0..2_000 {
        text.push_str(&format!("b{copy}: {{<<: *a}}\n"));
    }
    let outcome = read(&text);
    assert!(outcome.problems.iter().all(|found| found.code() == "SY005"));
    assert!(!outcome.problems.is_empty() && outcome.shown.len() < 16 << 20);
}

#[test]
fn a_value_cannot_hold_itself() {
    let outcome = read("a: &x {b: [*x]}\nc: *x\n");
    assert_eq!(outcome.said(), ["SY005 1:12 this alias lies inside the value that it stands for, which would never end"]);
    assert_eq!(outcome.shown, "{a: {b: [!]}, c: {b: [!]}}");
}

#[test]
fn syntax_errors_are_told_up_to_a_number() {
    let text: String = (0..50).map(|line| format!("a{line}: [\n")).collect();
    let outcome = read(&text);
    assert_eq!(outcome.problems.len(), 20);
    assert_eq!(outcome.shown, "!");
    assert!(outcome.problems.iter().any(|found| found.notes.contains(&"the rest of the file is not read".to_owned())));
}
