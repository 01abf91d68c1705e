use super::{FILE, read, shown};
use crate::yaml::value::Scalar;
use crate::yaml::{Kind, parse};

#[test]
fn every_notation_is_read() {
    let text = "\
a: b
c:
  - d
  - \"e\\n\"
f: {x: y, z: [1, 2]}
g: |
  lit
  two

h: >-
  fold
  it
k:
m: a
  b
n: 'p  ''q'
o: |-
  one line
";
    let expected = r#"{a: "b", c: ["d", "e\n"], f: {x: "y", z: ["1", "2"]}, g: "lit\ntwo\n", h: "fold it", k: ~, m: "a b", n: "p  'q", o: "one line"}"#;
    assert_eq!(shown(text), expected);
}

#[test]
fn texts_of_the_length_of_their_source_are_decoded_too() {
    assert_eq!(shown("a\nb"), r#""a b""#);
    assert_eq!(shown("[\"\\_\", \"\\N\", \"\\L\\n\"]"), r#"["\u{a0}", "\u{85}", "\u{2028}\n"]"#);
}

#[test]
fn yaml_is_version_1_2() {
    assert_eq!(
        shown("[no, ON, y, 12:30, 0777, 1_000, =, 2026-01-02]"),
        r#"["no", "ON", "y", "12:30", "0777", "1_000", "=", "2026-01-02"]"#
    );
    assert_eq!(shown("[~, null, Null, NULL, '~', \"null\", nULL]"), r#"[~, ~, ~, ~, "~", "null", "nULL"]"#);
}

#[test]
fn truth_values_and_numbers_are_plain() {
    let scalar = |text, plain| Scalar { text, plain };
    assert_eq!(["true", "True", "TRUE"].map(|text| scalar(text, true).as_bool()), [Some(true); 3]);
    assert_eq!(["false", "False", "FALSE"].map(|text| scalar(text, true).as_bool()), [Some(false); 3]);
    assert_eq!(["yes", "on", "tRUE", "1"].map(|text| scalar(text, true).as_bool()), [None; 4]);
    assert_eq!(scalar("true", false).as_bool(), None);
    assert_eq!(["7", "+7", "007", "0x7", "0o7"].map(|text| scalar(text, true).as_int()), [Some(7); 5]);
    assert_eq!(scalar("-12", true).as_int(), Some(-12));
    assert_eq!(["", "-", "0x", "0x+7", "7.0", "7a", "99999999999999999999"].map(|text| scalar(text, true).as_int()), [None; 7]);
    assert_eq!(scalar("7", false).as_int(), None);
}

#[test]
fn only_unquoted_scalars_are_plain() {
    let parsed = parse(FILE, "- a\n- 'a'\n- \"a\"\n- |-\n  a\n- >-\n  a\n- !!str a\n- a\n  b\n");
    let Some(Kind::Sequence(items)) = parsed.tree.root().map(|root| root.kind()) else { panic!("a list") };
    let plain: Vec<bool> = items.map(|item| matches!(item.kind(), Kind::Scalar(scalar) if scalar.plain)).collect();
    assert_eq!(plain, [true, false, false, false, false, false, true]);
}

#[test]
fn core_tags_say_what_is_known_anyway() {
    assert_eq!(shown("{a: !!str 12, b: !!seq [x], c: !!map {d: e}}"), r#"{a: "12", b: ["x"], c: {d: "e"}}"#);
}

#[test]
fn line_breaks_of_windows_leave_no_trace() {
    assert_eq!(shown("a: b\r\nc: |\r\n  d\r\n  e\r\nf:\r\n  - \"g\"\r\n"), r#"{a: "b", c: "d\ne\n", f: ["g"]}"#);
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    assert_eq!(shown("\u{feff}a: b\n"), r#"{a: "b"}"#);
}

#[test]
fn directives_and_document_markers_are_read() {
    assert_eq!(shown("%YAML 1.2\n---\na: b\n...\n"), r#"{a: "b"}"#);
}

#[test]
fn a_file_without_a_value_is_empty() {
    for text in ["", "\n\n", "# a comment\n", "\u{feff}", "---\n", "---\n# a comment\n...\n"] {
        let outcome = read(text);
        assert_eq!((outcome.shown.as_str(), outcome.codes()), ("nothing", vec!["SY012 1:1".to_owned()]), "{text:?}");
    }
    assert_eq!(shown("~"), "~");
}

#[test]
fn maps_keep_the_written_order() {
    assert_eq!(shown("{b: 1, a: 2, c: 3}"), r#"{b: "1", a: "2", c: "3"}"#);
}
