use crate::source::FileId;
use crate::yaml::{Kind, Value, parse};

fn show(value: Value<'_>) -> String {
    match value.kind() {
        Kind::Null => "~".into(),
        Kind::Broken => "!".into(),
        Kind::Scalar(scalar) => format!("{:?}", scalar.text),
        Kind::Sequence(items) => format!("[{}]", items.map(show).collect::<Vec<_>>().join(", ")),
        Kind::Mapping(entries) => {
            format!("{{{}}}", entries.map(|e| format!("{}: {}", e.key.value, show(e.value))).collect::<Vec<_>>().join(", "))
        }
    }
}

#[test]
fn everything() {
    let text = "a: b\nc:\n  - d\n  - \"e\\n\"\n  # foo\n\nf: {x: y, z: [1,2]}\ng: |\n  lit\n  two\n\nh: >-\n  fold\n  it\ni: &x {foo: 1, bar: 2}\nj: *x\nk:\nl: {<<: *x, bar: 3}\nm: a\n  b\nn: 'p  q'\n";
    let parsed = parse(FileId(0), text);
    assert!(parsed.report.is_empty());
    assert_eq!(show(parsed.tree.root().unwrap()), r#"{a: "b", c: ["d", "e\n"], f: {x: "y", z: ["1", "2"]}, g: "lit\ntwo\n", h: "fold it", i: {foo: "1", bar: "2"}, j: {foo: "1", bar: "2"}, k: ~, l: {foo: "1", bar: "3"}, m: "a b", n: "p  q"}"#);
    assert_eq!(parsed.tree.comments().iter().map(|s| &text[s.range()]).collect::<Vec<_>>(), ["# foo"]);
}
