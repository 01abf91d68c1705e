//! An independent reader, of libyaml's lineage, reads the same.

use super::FILE;
use crate::yaml::value::Scalar;
use crate::yaml::{Kind, Value, parse};
use proptest::prelude::*;
use serde_json::{Value as Json, json};

/// A value with the types of YAML 1.2.
fn json(value: Value<'_>) -> Json {
    match value.kind() {
        Kind::Null => Json::Null,
        Kind::Broken => panic!("broken: {value:?}"),
        Kind::Scalar(scalar) => typed(scalar),
        Kind::Sequence(items) => items.map(json).collect(),
        Kind::Mapping(entries) => entries.map(|entry| (entry.key.value.to_owned(), json(entry.value))).collect(),
    }
}

fn typed(scalar: Scalar<'_>) -> Json {
    if let Some(truth) = scalar.as_bool() {
        return json!(truth);
    }
    if let Some(number) = scalar.as_int() {
        return json!(number);
    }
    let number = scalar.text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first));
    match scalar.text.parse::<f64>() {
        Ok(float) if scalar.plain && number && float.is_finite() => json!(float),
        _ => json!(scalar.text),
    }
}

fn agree(text: &str) {
    let parsed = parse(FILE, text);
    let problems = parsed.report.into_sorted();
    assert!(problems.is_empty(), "{problems:?}\n{text}");
    let mut theirs: serde_yaml::Value = serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    theirs.apply_merge().expect("merge keys of maps");
    let ours = parsed.tree.root().map_or(Json::Null, json);
    assert_eq!(ours, serde_json::to_value(theirs).expect("keys are texts"), "{text}");
}

#[test]
fn both_read_the_same() {
    let texts = [
        "a: b\nc: [d, 'e', \"f\\u00fc\"]\ng: {h: i, j: }\n",
        "a: &x {b: 1, c: 2}\nd: {<<: *x, c: 3}\ne: *x\nf: [&y g, *y]\n",
        "a: |\n  b\n   c\n\n  d\n\n\ne: >\n  f\n  g\n\n  h\n    i\nj: |+\n  k\n\nl: >-\n  m\n",
        "a: b\n  c\n\n  d\ne: 'f\n  g'\nh: \"i\n  j\\\n  k\"\n",
        "- - a\n  - b\n- c: d\n  e: f\n-\n  - g\n",
        "a:\n- b\n- c\nd:\n  - e\n",
        "no: no\non: ON\nyes: [y, n, off]\ntrue: true\nnothing: ~\ntime: 12:30\ndate: 2026-01-02\n",
        "[1, -1, +1, 0x1F, 0o17, 1.5, -1.5e3, .5, '1', 1 2, 1.2.3]",
        "? a\n: b\n? c\n",
        "%YAML 1.1\n---\n# c\na: b # d\n...\n",
        "größe: straße\r\nü:\r\n  - ö\r\n",
        "a: !!str 12\nb: \"\"\nc: ''\n",
        "url: https://example.com:80/a#b\nslot: go to {city} now\nlist: [a b, c]\n",
        include_str!("wounded.yaml"),
    ];
    texts.into_iter().for_each(agree);
}

/// A value to be written as YAML.
#[derive(Clone, Debug)]
enum Node {
    Text(String, Style),
    List(Vec<Node>, bool),
    Map(Vec<(String, Node)>, bool),
}

#[derive(Clone, Copy, Debug)]
enum Style {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zäöü]{1,8}", "[A-Z][a-zA-Z]{0,6}\\.[A-Z]{1,3}", Just("no".to_owned()), Just("12".to_owned()), Just("null".to_owned())]
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..6).prop_map(|words| words.join(" "))
}

fn text() -> impl Strategy<Value = Node> {
    let style = prop::sample::select(vec![Style::Plain, Style::Single, Style::Double, Style::Literal, Style::Folded]);
    let words = prop_oneof![words(), words().prop_map(|words| format!("{words} {{slot}}, it's \\ \"{words}\" # 1")), Just(String::new())];
    (words, style).prop_map(|(words, style)| {
        let plain = !words.is_empty() && !words.contains('#');
        Node::Text(words, if plain || !matches!(style, Style::Plain) { style } else { Style::Double })
    })
}

fn key() -> impl Strategy<Value = String> {
    "[a-zA-Zß][a-zA-Z_.]{0,10}".prop_filter("null is nothing", |key| !key.eq_ignore_ascii_case("null"))
}

fn node() -> impl Strategy<Value = Node> {
    text().prop_recursive(5, 60, 6, |inner| {
        let map = prop::collection::btree_map(key(), inner.clone(), 1..6).prop_map(|map| map.into_iter().collect::<Vec<_>>());
        prop_oneof![
            (prop::collection::vec(inner, 1..6), any::<bool>()).prop_map(|(items, flow)| Node::List(items, flow)),
            (map, any::<bool>()).prop_map(|(entries, flow)| Node::Map(entries, flow)),
        ]
    })
}

/// The value in one line.
fn flow(node: &Node) -> String {
    match node {
        Node::Text(text, Style::Single) => format!("'{}'", text.replace('\'', "''")),
        Node::Text(text, Style::Plain) if !text.contains(['{', ',']) => text.clone(),
        Node::Text(text, _) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        Node::List(items, _) => format!("[{}]", items.iter().map(flow).collect::<Vec<_>>().join(", ")),
        Node::Map(entries, _) => {
            format!("{{ {} }}", entries.iter().map(|(key, value)| format!("{key}: {}", flow(value))).collect::<Vec<_>>().join(", "))
        }
    }
}

/// The value after a key or a `-`, as a block indented by `depth`.
fn block(node: &Node, depth: usize) -> String {
    let indent = "  ".repeat(depth);
    match node {
        Node::Text(text, style @ (Style::Literal | Style::Folded)) if !text.is_empty() => {
            let sign = if matches!(style, Style::Literal) { "|-" } else { ">-" };
            format!(" {sign}\n{indent}{text}\n")
        }
        Node::List(items, false) => {
            let items: String = items.iter().map(|item| format!("{indent}-{}", block(item, depth + 1))).collect();
            format!(" # list\n{items}")
        }
        Node::Map(entries, false) => {
            let entries: String = entries.iter().map(|(key, value)| format!("{indent}{key}:{}", block(value, depth + 1))).collect();
            format!("\n{entries}")
        }
        _ => format!(" {}\n", flow(node)),
    }
}

proptest! {
    #[test]
    fn both_read_the_same_of_anything_like_a_skill(node in node()) {
        agree(&format!("root:{}", block(&node, 1)));
        agree(&flow(&node));
    }
}
