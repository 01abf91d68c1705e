//! A node seen through its tree.

use super::locate::locate;
use super::tree::{Node, Tag, Tree};
use super::walk::{Entries, Items};
use crate::source::Span;
use std::fmt;
use std::ops::Range;

/// A node and the place where it is written; an alias is seen as what it stands for.
#[derive(Clone, Copy)]
pub(crate) struct Value<'t> {
    tree: &'t Tree<'t>,
    node: u32,
}

/// What a value is.
#[derive(Clone)]
pub(crate) enum Kind<'t> {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A text; numbers and truth values are texts too, until they are asked for.
    Scalar(Scalar<'t>),
    /// A list.
    Sequence(Items<'t>),
    /// A map.
    Mapping(Entries<'t>),
    /// Something that could not be read, which has been reported.
    Broken,
}

/// A text, and how it was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Scalar<'t> {
    /// The text after all escapes.
    pub text: &'t str,
    /// Whether it has neither quotes nor is it a block (`|`, `>`): only then it can be a number or a truth value.
    pub plain: bool,
}

impl Scalar<'_> {
    /// `true` or `false` as YAML 1.2 knows them; `yes` and `on` are texts.
    pub fn as_bool(self) -> Option<bool> {
        match self.text {
            "true" | "True" | "TRUE" if self.plain => Some(true),
            "false" | "False" | "FALSE" if self.plain => Some(false),
            _ => None,
        }
    }

    /// A whole number as YAML 1.2 knows it: decimal, `0x` or `0o`.
    pub fn as_int(self) -> Option<i64> {
        let digits = |text: &str, radix| {
            let unsigned = text.starts_with(|first: char| first.is_digit(radix));
            unsigned.then(|| i64::from_str_radix(text, radix).ok()).flatten()
        };
        match self.text {
            _ if !self.plain => None,
            text if text.starts_with("0x") => digits(&text[2..], 16),
            text if text.starts_with("0o") => digits(&text[2..], 8),
            text => text.parse().ok(),
        }
    }
}

impl<'t> Value<'t> {
    pub(super) fn new(tree: &'t Tree<'t>, node: u32) -> Self {
        Value { tree, node }
    }

    /// Where it is written: for an alias the alias, for a list or map all of it.
    pub fn span(self) -> Span {
        self.tree.span(self.node)
    }

    /// What it is.
    pub fn kind(self) -> Kind<'t> {
        let id = self.id();
        let scalar = |plain| Kind::Scalar(Scalar { text: self.tree.text(id).unwrap_or_default(), plain });
        match self.tree.node(id).tag {
            Tag::Null => Kind::Null,
            Tag::Plain | Tag::PlainLines => scalar(true),
            Tag::Verbatim | Tag::Quoted | Tag::Decoded => scalar(false),
            Tag::Sequence => Kind::Sequence(Items::of(self.tree, id)),
            Tag::Mapping | Tag::Merged => Kind::Mapping(Entries::of(self.tree, id)),
            Tag::Alias | Tag::Broken => Kind::Broken,
        }
    }

    /// Which node it is: values with the same number in the same tree are one value, reached through an alias or not.
    pub fn id(self) -> u32 {
        self.tree.resolve(self.node)
    }

    /// Where the scalar's text is written, without its quotes unless there is nothing in them; for an alias, the alias.
    pub fn text_span(self) -> Span {
        match self.kind() {
            Kind::Scalar(scalar) if !scalar.plain && !scalar.text.is_empty() && self.id() == self.node => {
                self.text_span_of(0..scalar.text.len())
            }
            _ => self.span(),
        }
    }

    /// Where a part of the scalar's text is written, by the part's bytes; the whole scalar where that cannot be told.
    pub fn text_span_of(self, range: Range<usize>) -> Span {
        let id = self.id();
        let Node { tag, start, end, .. } = self.tree.node(id);
        let whole = self.tree.span(id);
        let first = match tag {
            Tag::Plain | Tag::Verbatim => start as usize,
            Tag::Quoted => start as usize + 1,
            Tag::PlainLines | Tag::Decoded => {
                let text = self.tree.text(id).unwrap_or_default();
                return locate(self.tree.written(id), text, range).map_or(whole, |part| whole.slice(part));
            }
            _ => return whole,
        };
        let last = end as usize;
        let at = |offset: usize| self.tree.source.floor_char_boundary(first.saturating_add(offset).min(last));
        Span::new(self.tree.file, at(range.start), at(range.end))
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind() {
            Kind::Null => f.write_str("null"),
            Kind::Scalar(scalar) => write!(f, "{:?}", scalar.text),
            Kind::Sequence(_) => f.write_str("[…]"),
            Kind::Mapping(_) => f.write_str("{…}"),
            Kind::Broken => f.write_str("broken"),
        }
    }
}
