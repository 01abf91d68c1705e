use super::{FILE, read, shown};
use crate::yaml::{Kind, parse};

#[test]
fn aliases_stand_for_their_values() {
    assert_eq!(shown("a: &x {b: [c]}\nd: *x\ne: [*x, &y f, *y]\n"), r#"{a: {b: ["c"]}, d: {b: ["c"]}, e: [{b: ["c"]}, "f", "f"]}"#);
}

#[test]
fn an_alias_can_be_a_key() {
    assert_eq!(shown("a: &x b\n*x : c\n"), r#"{a: "b", b: "c"}"#);
}

#[test]
fn the_last_anchor_of_a_name_counts() {
    assert_eq!(shown("[&x a, *x, &x b, *x]"), r#"["a", "a", "b", "b"]"#);
}

#[test]
fn an_alias_has_its_own_place_and_the_identity_of_its_value() {
    let text = "a: &x b\nc: *x\n";
    let parsed = parse(FILE, text);
    let Some(Kind::Mapping(entries)) = parsed.tree.root().map(|root| root.kind()) else { panic!("a map") };
    let values: Vec<_> = entries.map(|entry| entry.value).collect();
    assert_eq!(&text[values[1].span().range()], "*x");
    assert_eq!(values[0].id(), values[1].id());
    assert_eq!(values[1].text_span_of(0..1), values[0].span());
}

#[test]
fn merge_keys_bring_in_what_is_not_there() {
    let text = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {y: 0, <<: *a, w: 5}\nd: {<<: [*a, *b]}\n";
    let merged = shown(text);
    assert!(merged.ends_with(r#"c: {y: "0", x: "1", w: "5"}, d: {x: "1", y: "2", z: "4"}}"#), "{merged}");
}

#[test]
fn a_second_merge_key_is_a_duplicate() {
    assert_eq!(read("a: &a {x: 1}\nb: {<<: *a, <<: *a}\n").codes(), ["SY002 2:13"]);
}

#[test]
fn merged_maps_may_merge_themselves() {
    assert_eq!(
        shown("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}\n"),
        r#"{a: {x: "1"}, b: {x: "1", y: "2"}, c: {x: "1", y: "2", z: "3"}}"#
    );
}

#[test]
fn a_merge_key_in_quotes_is_a_key() {
    assert_eq!(shown("a: &a {x: 1}\nb: {'<<': *a}\n"), r#"{a: {x: "1"}, b: {<<: {x: "1"}}}"#);
}

#[test]
fn only_maps_can_be_merged() {
    let outcome = read("a: &a [x]\nb: {<<: *a, y: 1}\nc: {<<: text}\n");
    assert_eq!(outcome.codes(), ["SY001 1:8", "SY001 3:9"]);
    assert_eq!(outcome.shown, r#"{a: ["x"], b: {y: "1"}, c: {}}"#);
}

#[test]
fn an_unknown_alias_is_told_with_the_nearest_anchor() {
    let outcome = read("a: &words [b]\nc: *word\n");
    assert_eq!(outcome.said(), ["SY013 2:4 no anchor `&word` stands before this alias"]);
    assert_eq!(outcome.shown, r#"{a: ["b"], c: !}"#);
    assert_eq!(shown(&outcome.mended()), r#"{a: ["b"], c: ["b"]}"#);
}

#[test]
fn a_text_that_begins_with_a_star_needs_quotes() {
    let outcome = read("samples:\n  - *wow\n");
    assert_eq!(outcome.said(), ["SY007 2:5 a text that begins with `*` needs quotes"]);
    assert_eq!(outcome.shown, r#"{samples: ["*wow"]}"#);
    assert_eq!(shown(&outcome.mended()), r#"{samples: ["*wow"]}"#);
}

#[test]
fn an_anchor_that_swallows_the_first_word_of_an_item_is_doubted() {
    let outcome = read("samples:\n  - &order a ride\n");
    assert_eq!(outcome.codes(), ["SY007 2:5"]);
    assert_eq!(shown(&outcome.mended()), r#"{samples: ["&order a ride"]}"#);
    shown("a: [&x b]\nc: &unused d\n");
}
