//! Any text gives a tree, in time.

use super::{FILE, show};
use crate::yaml::{decode, parse};
use proptest::prelude::*;

/// Reads a text and visits everything; spans have to lie on characters of the text.
fn visit(text: &str) {
    let parsed = parse(FILE, text);
    if let Some(root) = parsed.tree.root() {
        show(root);
        assert!(text.get(root.span().range()).is_some());
    }
    for problem in parsed.report.into_sorted() {
        let patches = problem.helps.iter().filter_map(|help| help.patch.as_ref()).map(|patch| patch.span);
        for span in problem.labels.iter().map(|label| label.span).chain(patches) {
            assert!(text.get(span.range()).is_some(), "{span:?} of {text:?}: {}", problem.message);
        }
    }
}

/// What YAML is made of, with what breaks it.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a", "b: ", "c:\n", "- ", "\n", "\n  ", "\n    ", "\n   ", "\t", "\n\t", "[", "]", "{", "}", ",", ": ", ":", "\"", "'", "\\",
        "\\x", "&x ", "*x", "*y ", "!t ", "!!str ", "|\n", ">-\n", "#", " # c\n", "---\n", "...\n", "%", "@", "`", "? ", "<<: ", "~", "ü",
        "\u{1}", "\r\n", "\r", "\u{feff}", "\u{85}", "\u{2028}", "😀", "0", "it's",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_characters(text in any::<String>()) {
        visit(&text);
    }

    #[test]
    fn any_pieces(text in pieces()) {
        visit(&text);
    }

    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>()) {
        if let Ok(text) = decode(bytes) {
            visit(&text);
        }
    }

    #[test]
    fn any_wound(at in 0usize..600, piece in pieces()) {
        let mut text = include_str!("wounded.yaml").to_owned();
        let at = (0..=at.min(text.len())).rfind(|&at| text.is_char_boundary(at)).unwrap_or(0);
        text.insert_str(at, &piece);
        visit(&text);
    }
}
