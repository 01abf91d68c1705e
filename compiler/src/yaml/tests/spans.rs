use super::FILE;
use crate::source::Span;
use crate::yaml::{Kind, Value, parse};

/// Every key and value of `text` as it is written, in order.
fn written(text: &str) -> Vec<String> {
    fn collect(text: &str, value: Value<'_>, all: &mut Vec<String>) {
        all.push(text[value.span().range()].to_owned());
        match value.kind() {
            Kind::Sequence(items) => items.for_each(|item| collect(text, item, all)),
            Kind::Mapping(entries) => {
                for entry in entries {
                    all.push(text[entry.key.span.range()].to_owned());
                    collect(text, entry.value, all);
                }
            }
            _ => {}
        }
    }
    let parsed = parse(FILE, text);
    let mut all = Vec::new();
    collect(text, parsed.tree.root().expect("a value"), &mut all);
    all
}

#[test]
fn keys_scalars_and_collections_are_exact() {
    let text = "größe: \"ä b\"  # ü\nliste:\n  - straße\n  - { ü: 'ö', x: [é] }\n\n# end\n";
    let list = "- straße\n  - { ü: 'ö', x: [é] }";
    let all = text.trim_end().trim_end_matches("# end").trim_end();
    assert_eq!(written(text), [all, "größe", "\"ä b\"", "liste", list, "straße", "{ ü: 'ö', x: [é] }", "ü", "'ö'", "x", "[é]", "é"]);
}

#[test]
fn blocks_end_with_their_text() {
    assert_eq!(written("a: |\n  b\n  c\n\n\nd: e\n")[2], "b\n  c");
    assert_eq!(written("a:\n  b:\n    c: >-\n      d\n\n\ne: f\n")[2], "b:\n    c: >-\n      d");
}

#[test]
fn nothing_has_a_place_too() {
    let text = "a:\nb: c\n";
    let parsed = parse(FILE, text);
    let Some(Kind::Mapping(mut entries)) = parsed.tree.root().map(|root| root.kind()) else { panic!("a map") };
    assert_eq!(entries.next().map(|entry| entry.value.span()), Some(Span::new(FILE, 2, 2)));
}

#[test]
fn line_breaks_of_windows_and_byte_order_marks_move_nothing() {
    assert_eq!(written("\u{feff}a: b\r\nc:\r\n  - d\r\n"), ["a: b\r\nc:\r\n  - d", "a", "b", "c", "- d", "d"]);
}

/// What is written where `part` stands in the text of the only value of `text`.
fn source_of<'t>(text: &'t str, part: &str) -> &'t str {
    let parsed = parse(FILE, text);
    let Some(Kind::Mapping(mut entries)) = parsed.tree.root().map(|root| root.kind()) else { panic!("a map") };
    let value = entries.next().expect("an entry").value;
    let Kind::Scalar(scalar) = value.kind() else { panic!("a text") };
    let start = scalar.text.find(part).expect("the part");
    &text[value.text_span_of(start..start + part.len()).range()]
}

#[test]
fn parts_of_a_text_are_found_in_the_source() {
    assert_eq!(source_of("a: go to {city} now", "{city}"), "{city}");
    assert_eq!(source_of("a: 'go to {city} now'", "{city}"), "{city}");
    assert_eq!(source_of("a: 'it''s {city}'", "{city}"), "{city}");
    assert_eq!(source_of("a: 'it''s {city}'", "t's"), "t''s");
    assert_eq!(source_of("a: \"\\u00e9\\t{city}\\n\"", "{city}"), "{city}");
    assert_eq!(source_of("a: \"go \\\n   to {city}\"", "{city}"), "{city}");
    assert_eq!(source_of("a: >-\n  go to\n  the {city}\n  now", "{city}"), "{city}");
    assert_eq!(source_of("a: >\n  go\n\n  to {city}\n", "{city}"), "{city}");
    assert_eq!(source_of("a: |\n  go\n    to {city}\n  now\n", "{city}"), "{city}");
    assert_eq!(source_of("a: go\n  to {city}\n  now", "{city}"), "{city}");
    assert_eq!(source_of("a: >-\r\n  go to\r\n  the {city}\r\n", "the {city}"), "the {city}");
    assert_eq!(source_of("a: go\n  to {city}", "go to"), "go\n  to");
}

#[test]
fn a_part_outside_the_text_stays_within_the_value() {
    let text = "a: b\nc: >-\n  d\n  e\n";
    let parsed = parse(FILE, text);
    let Some(Kind::Mapping(entries)) = parsed.tree.root().map(|root| root.kind()) else { panic!("a map") };
    for value in entries.map(|entry| entry.value) {
        let span = value.text_span_of(1..99);
        assert!(span.start >= value.span().start && span.end <= value.span().end, "{span:?}");
    }
}
