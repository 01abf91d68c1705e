//! The YAML text of a file.

use super::node::{Map, Node};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_saphyr::{DoubleQuoted, FlowMap, FlowSeq};
use std::cell::Cell;

/// How wide a list or a map may be to stand in one line.
const WIDE: usize = 130;

/// Where long texts are folded.
const FOLD: usize = 110;

/// What people say reads best with a line for each.
const BY_LINE: &[&str] = &["samples", "example_phrases", "ask", "confirm", "say", "prompt"];

/// The text of a file: each key at the top is a paragraph.
pub(super) fn text(file: &Map<'_>, comment: impl Fn(&str) -> Option<&'static str>) -> String {
    let mut text = String::new();
    let mut was_long = false;
    for (key, node) in &file.0 {
        let block = block(key, node);
        let is_long = block.trim_end().contains('\n');
        let comment = comment(key);
        if !text.is_empty() && (is_long || was_long || comment.is_some()) {
            text.push('\n');
        }
        for line in comment.into_iter().flat_map(str::lines) {
            text.push_str("# ");
            text.push_str(line);
            text.push('\n');
        }
        text.push_str(&block);
        was_long = is_long;
    }
    text
}

fn block(key: &str, node: &Node<'_>) -> String {
    let options = serde_saphyr::ser_options! { compact_list_indent: false, folded_wrap_chars: FOLD };
    let pen = Pen { depth: Cell::new(0), shields: has_text(node, &is_foldable) && !has_text(node, &|text| text.contains(SHIELD)) };
    let entry = Entry { key, value: Written { node, pen: &pen, inline: false } };
    // Texts, maps and lists can always be written; a vector takes all of it.
    let mut text = String::new();
    let written = serde_saphyr::to_fmt_writer_with_options(&mut text, &entry, options);
    debug_assert!(written.is_ok(), "{written:?}");
    if pen.shields { text.replace(SHIELD, "") } else { text }
}

/// The writer folds only what could stand without quotes in one line. In a folded text no sign has a meaning, so those that have one in a
/// line are kept from it: by a character that nobody uses, and that is taken away again.
const SHIELD: char = '\u{E000}';

fn shielded(text: &str) -> String {
    let text = text.replace(": ", &format!(":{SHIELD} ")).replace(" #", &format!(" {SHIELD}#"));
    format!("{SHIELD}{text}{SHIELD}")
}

/// Where the writer is, and how it writes.
struct Pen {
    depth: Cell<usize>,
    /// Whether long texts have a shield.
    shields: bool,
}

struct Entry<'a, 't> {
    key: &'a str,
    value: Written<'a, 't>,
}

impl Serialize for Entry<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        map.serialize_entry(self.key, &self.value)?;
        map.end()
    }
}

/// A node that is being written.
struct Written<'a, 't> {
    node: &'a Node<'t>,
    pen: &'a Pen,
    /// Whether it stands in one line with others.
    inline: bool,
}

impl Serialize for Written<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let depth = self.pen.depth.get();
        match self.node {
            Node::Null => serializer.serialize_unit(),
            Node::Bool(truth) => serializer.serialize_bool(*truth),
            Node::Int(number) => serializer.serialize_i64(*number),
            Node::Large(number) => serializer.serialize_u64(*number),
            Node::Float(number) => serializer.serialize_f64(*number),
            Node::Word(word) => serializer.serialize_str(word),
            // In quotes, or it would be the word that leaves something out.
            Node::Text(text) if text == "omit" => DoubleQuoted("omit").serialize(serializer),
            // Not all readers of YAML agree on what may stand between brackets without quotes.
            Node::Text(text) if self.inline && !is_bare(text) => DoubleQuoted(&**text).serialize(serializer),
            Node::Text(text) if is_long(text) && !is_prose(text) => DoubleQuoted(&**text).serialize(serializer),
            Node::Text(text) if self.pen.shields && !self.inline && is_foldable(text) => serializer.serialize_str(&shielded(text)),
            Node::Text(text) => serializer.serialize_str(text),
            Node::Quoted(text) => DoubleQuoted(*text).serialize(serializer),
            Node::List(items) if inline(self.node).is_some_and(|width| width + 2 * depth <= WIDE) => {
                FlowSeq(Items { items, pen: self.pen, inline: true }).serialize(serializer)
            }
            Node::List(items) => Items { items, pen: self.pen, inline: self.inline }.serialize(serializer),
            Node::Map(map) if depth > 1 && inline(self.node).is_some_and(|width| width + 2 * depth <= WIDE) => {
                FlowMap(Entries { map, pen: self.pen, inline: true }).serialize(serializer)
            }
            Node::Map(map) => Entries { map, pen: self.pen, inline: self.inline }.serialize(serializer),
        }
    }
}

struct Items<'a, 't> {
    items: &'a [Node<'t>],
    pen: &'a Pen,
    inline: bool,
}

impl Serialize for Items<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.items.len()))?;
        self.pen.depth.set(self.pen.depth.get() + 1);
        for node in self.items {
            list.serialize_element(&Written { node, pen: self.pen, inline: self.inline })?;
        }
        self.pen.depth.set(self.pen.depth.get() - 1);
        list.end()
    }
}

struct Entries<'a, 't> {
    map: &'a Map<'t>,
    pen: &'a Pen,
    inline: bool,
}

impl Serialize for Entries<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.map.0.len()))?;
        self.pen.depth.set(self.pen.depth.get() + 1);
        for (key, node) in &self.map.0 {
            match node {
                Node::List(items) if items.len() > 1 && BY_LINE.contains(&&**key) => {
                    map.serialize_entry(key, &Items { items, pen: self.pen, inline: self.inline })?;
                }
                _ => map.serialize_entry(key, &Written { node, pen: self.pen, inline: self.inline })?,
            }
        }
        self.pen.depth.set(self.pen.depth.get() - 1);
        map.end()
    }
}

/// How wide the node is in one line; `None` where it is better written in several.
fn inline(node: &Node<'_>) -> Option<usize> {
    let sum = |widths: &mut dyn Iterator<Item = Option<usize>>| {
        let mut all = 2;
        for width in widths {
            all += width? + 2;
            if all > WIDE {
                return None;
            }
        }
        Some(all)
    };
    match node {
        Node::Null => Some(4),
        Node::Bool(_) | Node::Int(_) | Node::Large(_) | Node::Float(_) => Some(5),
        Node::Word(word) => Some(word.len()),
        Node::Quoted(text) => Some(text.chars().count() + 2),
        Node::Text(text) => (text.len() <= 3 * WIDE && !text.contains('\n')).then(|| text.chars().count() + quotes(text)),
        Node::List(items) if items.iter().all(is_plain) => sum(&mut items.iter().map(inline)),
        Node::Map(map) if map.0.iter().all(|(key, node)| is_bare(key) && is_plain(node)) => {
            sum(&mut map.0.iter().map(|(key, node)| Some(key.chars().count() + 2 + inline(node)?)))
        }
        Node::List(_) | Node::Map(_) => None,
    }
}

/// Whether it would be written in a block of lines.
fn is_long(text: &str) -> bool {
    text.len() > FOLD || text.contains('\n')
}

/// Whether it is one line of prose that is folded.
fn is_foldable(text: &str) -> bool {
    is_long(text) && !text.contains('\n') && is_prose(text) && text.chars().count() > FOLD
}

/// Whether there is such a text, be it a key.
fn has_text(node: &Node<'_>, is_such: &impl Fn(&str) -> bool) -> bool {
    match node {
        Node::Text(text) => is_such(text),
        Node::Quoted(text) => is_such(text),
        Node::List(items) => items.iter().any(|item| has_text(item, is_such)),
        Node::Map(map) => map.0.iter().any(|(key, node)| is_such(key) || has_text(node, is_such)),
        _ => false,
    }
}

/// Whether a block of lines keeps it as it is, and reads well: there are words, and no white space that a block could lose. What is one
/// line is folded, at single spaces; what is several is kept line by line.
fn is_prose(text: &str) -> bool {
    let body = text.strip_suffix('\n').unwrap_or(text);
    let is_clean = |line: &str| !line.ends_with(char::is_whitespace) && !line.contains(char::is_control);
    let is_foldable = body.contains('\n') || !body.contains("  ");
    let is_padded = body.starts_with(char::is_whitespace) || body.ends_with(char::is_whitespace);
    body.contains(' ') && !is_padded && is_foldable && body.split('\n').all(is_clean)
}

/// How much wider the quotes make a text, if it needs them.
fn quotes(text: &str) -> usize {
    if is_bare(text) { 0 } else { 2 }
}

/// Whether every reader takes it for a text without quotes, unless it is a word or a number that means something else.
fn is_bare(text: &str) -> bool {
    text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | '.' | '\''))
}

/// Whether it holds nothing else.
fn is_plain(node: &Node<'_>) -> bool {
    match node {
        Node::List(items) => items.is_empty(),
        Node::Map(map) => map.is_empty(),
        _ => true,
    }
}
