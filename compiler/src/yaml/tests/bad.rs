//! One mistake at a time: what is said of it, and what is read all the same.

use super::{read, shown};

/// A text, what is said of it, what it is read as, and whether the edit that is offered mends it.
struct Mistake(&'static str, &'static str, &'static str, bool);

fn check(mistakes: &[Mistake]) {
    for Mistake(text, said, read_as, mended) in mistakes {
        let outcome = read(text);
        assert_eq!(outcome.said(), [said.to_owned()], "{text}");
        assert_eq!(&outcome.shown, read_as, "{text}");
        if *mended {
            shown(&outcome.mended());
        }
    }
}

#[test]
fn texts_that_need_quotes() {
    check(&[
        Mistake(
            "a:\n  - [please] order\n  - b\n",
            "SY007 2:5 a text that begins with `[` needs quotes",
            r#"{a: ["[please] order", "b"]}"#,
            true,
        ),
        Mistake("a:\n  - {city} weather\n", "SY007 2:5 a text that begins with `{` needs quotes", r#"{a: ["{city} weather"]}"#, true),
        Mistake("a:\n  - *wow how\n", "SY007 2:5 a text that begins with `*` needs quotes", r#"{a: ["*wow how"]}"#, true),
        Mistake("a:\n  - & more\n", "SY007 2:5 a text that begins with `&` needs quotes", r#"{a: ["& more"]}"#, true),
        Mistake("a:\n  - > more\n", "SY007 2:5 a text that begins with `>` needs quotes", r#"{a: ["> more"]}"#, true),
        Mistake("a:\n  - | more\n", "SY007 2:5 a text that begins with `|` needs quotes", r#"{a: ["| more"]}"#, true),
        Mistake("a: @home # c\n", "SY007 1:4 a text that begins with `@` needs quotes", r#"{a: "@home"}"#, true),
        Mistake("a: `home`\n", "SY007 1:4 a text that begins with a backquote needs quotes", r#"{a: "`home`"}"#, true),
        Mistake("a: %home\n", "SY007 1:4 a text that begins with `%` needs quotes", r#"{a: "%home"}"#, true),
        Mistake("a: ] home\n", "SY007 1:4 a text that begins with `]` needs quotes", r#"{a: "] home"}"#, true),
        Mistake("a: ? home\n", "SY007 1:4 a text that begins with `?` needs quotes", r#"{a: "? home"}"#, true),
        Mistake("a: \"go\" home\n", "SY007 1:4 a text that begins with `\"` needs quotes", r#"{a: "\"go\" home"}"#, true),
        Mistake("a: 'it's home'\n", "SY007 1:4 a text that begins with `'` needs quotes", r#"{a: "it's home"}"#, true),
        Mistake("a: b: c\nd: e\n", "SY007 1:4 a text with `: ` in it needs quotes", r#"{a: "b: c", d: "e"}"#, true),
        Mistake("a:\n  - größe: b: c\n", "SY007 2:12 a text with `: ` in it needs quotes", r#"{a: [{größe: "b: c"}]}"#, true),
    ]);
}

#[test]
fn tags() {
    check(&[
        Mistake("a:\n  - !wow how\n", "SY010 2:5 the tag `!wow` has no meaning here", r#"{a: ["how"]}"#, true),
        Mistake("a: !!int 7\nb: c\n", "SY010 1:4 the tag `!!int` has no meaning here", r#"{a: "7", b: "c"}"#, true),
        Mistake("a: !map\n  b: c\n", "SY010 1:4 the tag `!map` has no meaning here", r#"{a: {b: "c"}}"#, false),
        Mistake("a: !x!foo z\n", "SY007 1:4 a text that begins with `!` needs quotes", r#"{a: "!x!foo z"}"#, true),
    ]);
}

#[test]
fn keys() {
    check(&[
        Mistake("a: 1\n\"a\": 2\n", "SY002 2:1 the key `a` stands here a second time", r#"{a: "1", a: "2"}"#, false),
        Mistake("[a]: b\nc: d\n", "SY009 1:1 a key is a text, and here it is a list", r#"{c: "d"}"#, false),
        Mistake("{a: b}: c\n", "SY009 1:1 a key is a text, and here it is a map", "{}", false),
        Mistake("? - a\n: b\n", "SY009 1:3 a key is a text, and here it is a list", "{}", false),
        Mistake(": b\nc: d\n", "SY009 1:1 a key is a text, and here it is nothing", r#"{c: "d"}"#, false),
        Mistake("null: b\n", "SY009 1:1 a key is a text, and here it is nothing", "{}", false),
    ]);
}

#[test]
fn duplicate_keys_of_a_large_map() {
    let text: String = (0..100).map(|key| format!("key{}: v\n", key % 99)).collect();
    assert_eq!(read(&text).said(), ["SY002 100:1 the key `key0` stands here a second time"]);
    assert_eq!(read(&text).problems[0].labels[1].span.range(), 0..4);
}

#[test]
fn colons() {
    check(&[
        Mistake("a: b\nc:ddd\ne: f\n", "SY001 2:1 a space is missing after the colon of `c`", r#"{a: "b", c: "ddd", e: "f"}"#, true),
        Mistake("a:bbb\nc: d\n", "SY001 1:1 a space is missing after the colon of `a`", r#"{a: "bbb", c: "d"}"#, true),
        Mistake("a: b\nc:d\ne: f\n", "SY001 2:1 a space is missing after the colon of `c`", r#"{a: "b", e: "f"}"#, true),
        Mistake(
            "a: b\nc d e\nf: g\n",
            "SY001 2:1 a line of the form `key: value` is expected here, and this one has no `: `",
            r#"{a: "b", f: "g"}"#,
            false,
        ),
        Mistake(
            "a: b\nhttps://c\nf: g\n",
            "SY001 2:1 a line of the form `key: value` is expected here, and this one has no `: `",
            r#"{a: "b", f: "g"}"#,
            false,
        ),
    ]);
}

#[test]
fn missing_signs() {
    check(&[
        Mistake("a:\n  - b\n  -ccc\n  - d\n", "SY001 3:3 a space is missing after the `-` of this item", r#"{a: ["b", "ccc", "d"]}"#, true),
        Mistake("a:\n  b\n    c: d\n  e: f\n", "SY001 2:3 a colon is missing after `b`", r#"{a: {e: "f"}}"#, true),
        Mistake("a:\n  b: c\n  d\n    e: f\n  g: h\n", "SY001 3:3 a colon is missing after `d`", r#"{a: {b: "c", g: "h"}}"#, true),
        Mistake("{\n  \"a\": \"b\"\n  \"c\": \"d\"\n}\n", "SY001 3:3 `,` or `}` is expected here", "!", false),
    ]);
}

#[test]
fn indentation() {
    check(&[
        Mistake(
            "a:\n    b: c\n  d: e\nf: g\n",
            "SY001 3:3 this line is indented by 2 spaces, which fits no block above it",
            r#"{a: {b: "c"}, f: "g"}"#,
            false,
        ),
        Mistake(
            "a:\n  b: c\n    d: e\nf: g\n",
            "SY001 3:5 this line is indented deeper than `b`, which has a value already",
            r#"{a: {b: "c"}, f: "g"}"#,
            false,
        ),
        Mistake("a: b\n- c\nd: e\n", "SY001 2:1 this is an item of a list, between the entries of a map", r#"{a: "b", d: "e"}"#, false),
        Mistake("- c\na: b\n", "SY001 2:1 this is an entry of a map, between the items of a list", r#"["c"]"#, false),
        Mistake("- c\na: b\nd: e\nf: g\n", "SY001 2:1 this is an entry of a map, between the items of a list", r#"["c"]"#, false),
        Mistake("a: - b\nc: d\n", "SY001 1:4 a list cannot begin on the line of its key", r#"{a: !, c: "d"}"#, false),
        Mistake(
            "a:\n\tb: c\nd: e\n",
            "SY006 2:1 this line is indented with a tab; YAML indents with spaces",
            r#"{a: {b: "c"}, d: "e"}"#,
            true,
        ),
        Mistake(
            "a:\n\tb:\n\t\tc: d\ne: f\n",
            "SY006 2:1 this line is indented with a tab; YAML indents with spaces",
            r#"{a: {b: {c: "d"}}, e: "f"}"#,
            false,
        ),
        Mistake(
            "a:\n    b: c\n\td: e\nf: g\n",
            "SY006 3:1 this line is indented with a tab; YAML indents with spaces",
            r#"{a: {b: "c"}, f: "g"}"#,
            true,
        ),
        Mistake("\"a\\eb\": c\nd: e\n", "SY014 1:1 a key holds the control character U+001B", r#"{d: "e"}"#, false),
    ]);
}

#[test]
fn what_is_not_closed() {
    check(&[
        Mistake("a: \"b\nc: d\n", "SY015 1:4 the quote `\"` is opened here and not closed on this line", r#"{a: !, c: "d"}"#, true),
        Mistake(
            "a: 'b\nc: 'd'\ne: f\n",
            "SY015 1:4 the quote `'` is opened here and not closed on this line",
            r#"{a: !, c: "d", e: "f"}"#,
            true,
        ),
        Mistake("a: \"b", "SY015 1:4 the quote `\"` is opened here and not closed on this line", "{a: !}", true),
        Mistake("a:\n  b: [c, d\ne: f\n", "SY015 2:6 `[` is opened here and not closed", r#"{a: {b: !}, e: "f"}"#, true),
        Mistake("a:\n  b: {c: d\ne: f\n", "SY015 2:6 `{` is opened here and not closed", r#"{a: {b: !}, e: "f"}"#, true),
        Mistake("a: [b, [c]\n", "SY015 1:4 `[` is opened here and not closed", "{a: !}", true),
        Mistake("a: [b, c}\nd: e\n", "SY015 1:4 `[` is opened here, and closed by a bracket of the other kind", r#"{a: !, d: "e"}"#, false),
    ]);
}

#[test]
fn within_brackets() {
    check(&[
        Mistake("a: [b, \"c\" \"d\"]\ne: f\n", "SY001 1:12 a `,` is expected after the closing quote", r#"{a: !, e: "f"}"#, false),
        Mistake("a: [b: c: d]\ne: f\n", "SY001 1:9 `,` or `]` is expected here", r#"{a: !, e: "f"}"#, false),
        Mistake("a: [[b] c, d]\ne: f\n", "SY007 1:5 within brackets, a text with a bracket in it needs quotes", r#"{a: !, e: "f"}"#, true),
        Mistake("a: [d, {b} c]\ne: f\n", "SY007 1:8 within brackets, a text with a bracket in it needs quotes", r#"{a: !, e: "f"}"#, true),
        Mistake(
            "a: [\n  go to {b} now, c\n]\ne: f\n",
            "SY007 2:3 within brackets, a text with a bracket in it needs quotes",
            r#"{a: !, e: "f"}"#,
            true,
        ),
    ]);
}

#[test]
fn characters_and_escapes() {
    check(&[
        Mistake("a: \"b\\qc\"\nd: e\n", "SY001 1:6 `\\q` is no escape that YAML knows", r#"{a: !, d: "e"}"#, true),
        Mistake("a: \"\\u00e9 \\u12\"\n", "SY001 1:12 `\\u12` is no escape that YAML knows", "{a: !}", true),
        Mistake("a: \"\\ud800\"\n", "SY001 1:5 `\\ud800` is no escape that YAML knows", "{a: !}", true),
        Mistake("a: b\u{1}c\nd: e\n", "SY014 1:5 the character U+0001 cannot stand in YAML", r#"{a: "b c", d: "e"}"#, true),
        Mistake("a: \"b\u{1b}\"\n", "SY014 1:6 the character U+001B cannot stand in YAML", r#"{a: "b "}"#, true),
        Mistake("a: b # \u{7f}\n", "SY014 1:8 the character U+007F cannot stand in YAML", r#"{a: "b"}"#, true),
    ]);
}

#[test]
fn comments() {
    check(&[
        Mistake("a: \"b\"#c\nd: e\n", "SY001 1:7 a space is missing before the `#` of this comment", r#"{a: !, d: "e"}"#, true),
        Mistake("a: b # c\n  d\ne: f\n", "SY001 1:6 this comment interrupts a text of several lines", r#"{a: !, e: "f"}"#, false),
    ]);
}

#[test]
fn a_second_document() {
    check(&[Mistake("a: b\n---\nc: d\n", "SY008 2:1 a second document begins here", r#"{a: "b"}"#, false)]);
}
