//! Builds the tree from what the parser reads, node by node.

use super::anchors::Anchors;
use super::limits::MAX_DEPTH;
use super::tree::{Node, Tag, Tree};
use super::{keys, merge};
use crate::diagnostic::{Diagnostic, Report};
use crate::rules::syntax::sy010_tag as tag;
use crate::source::{FileId, Span};
use std::borrow::Cow;
use std::ops::Range;

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Plain,
    Quoted,
    Block,
}

/// A list or map that has been opened and not closed.
struct Frame {
    node: u32,
    mapping: bool,
    flow: bool,
    /// In a map: whether the next node is a key.
    key_next: bool,
    /// In a map: whether a key is `<<`.
    merges: bool,
    /// Where its keys begin in the builder's list of keys.
    keys: usize,
    /// How many nodes it holds when aliases are followed.
    size: u64,
    /// Its last node so far; itself when it is empty.
    last: u32,
}

/// The tree as far as it has been read.
pub(super) struct Builder<'s, 'r> {
    pub(super) tree: Tree<'s>,
    pub(super) report: &'r mut Report,
    frames: Vec<Frame>,
    /// The keys of all open maps.
    keys: Vec<u32>,
    pub(super) anchors: Anchors,
}

impl<'s, 'r> Builder<'s, 'r> {
    pub fn new(file: FileId, source: &'s str, report: &'r mut Report) -> Self {
        let mut tree = Tree::new(file, source);
        tree.nodes.reserve(source.len() / 20);
        Builder { tree, report, frames: Vec::new(), keys: Vec::new(), anchors: Anchors::default() }
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.tree.file, range.start, range.end)
    }

    pub fn push(&mut self, problem: Diagnostic) {
        self.report.push(problem);
    }

    /// A scalar with the text `text`, written at `range`.
    pub fn scalar(&mut self, text: &Cow<'_, str>, style: Style, range: Range<usize>, anchor: usize) {
        let source = self.tree.source;
        let written = &source[range.clone()];
        let tag = match style {
            Style::Plain if written.is_empty() || matches!(written, "~" | "null" | "Null" | "NULL") => Tag::Null,
            Style::Plain if written.len() == text.len() => Tag::Plain,
            Style::Plain => Tag::PlainLines,
            Style::Quoted if written.len() == text.len() + 2 => Tag::Quoted,
            Style::Quoted => Tag::Decoded,
            Style::Block if written.trim_end_matches(['\r', '\n']) == text.as_ref() => Tag::Verbatim,
            Style::Block => Tag::Decoded,
        };
        let next = if matches!(tag, Tag::PlainLines | Tag::Decoded) { self.keep(text) } else { 0 };
        let end = if style == Style::Block { range.start + written.trim_end().len() } else { range.end };
        let node = self.add(tag, range.start..end, next);
        self.anchors.define(anchor, node);
        self.anchors.finish(anchor, 1);
        self.placed(node, 1);
    }

    /// Keeps a text that does not stand in the source as it is.
    fn keep(&mut self, text: &str) -> u32 {
        let from = self.tree.decoded.len() as u32;
        self.tree.decoded.push_str(text);
        self.tree.texts.push((from, self.tree.decoded.len() as u32));
        self.tree.texts.len() as u32 - 1
    }

    /// The start of a list or map. `false`: it lies too deep.
    #[must_use]
    pub fn open(&mut self, mapping: bool, flow: bool, range: Range<usize>, anchor: usize) -> bool {
        if self.frames.len() == MAX_DEPTH {
            return false;
        }
        let tag = if mapping { Tag::Mapping } else { Tag::Sequence };
        let node = self.add(tag, range, anchor as u32);
        self.anchors.define(anchor, node);
        let keys = self.keys.len();
        self.frames.push(Frame { node, mapping, flow, key_next: mapping, merges: false, keys, size: 1, last: node });
        true
    }

    /// The end of the innermost list or map.
    pub fn close(&mut self, range: Range<usize>) {
        let Some(frame) = self.frames.pop() else { return };
        let end = self.tree.nodes.len() as u32;
        let last = self.tree.node(frame.last).end;
        let node = &mut self.tree.nodes[frame.node as usize];
        let anchor = node.next as usize;
        node.next = end;
        node.end = if frame.flow { range.end as u32 } else { last };
        if frame.mapping {
            keys::check(self, frame.keys);
            self.keys.truncate(frame.keys);
        }
        if frame.merges {
            merge::apply(self, frame.node);
        }
        self.anchors.finish(anchor, frame.size);
        self.placed(frame.node, frame.size);
    }

    /// An alias of the node that the parser numbered `anchor`.
    pub fn alias(&mut self, anchor: usize, range: Range<usize>) {
        match self.anchors.reach(anchor) {
            Ok((target, size)) => {
                let node = self.add(Tag::Alias, range, target);
                self.placed(node, size);
            }
            Err(refusal) => {
                let problem = refusal.problem(self.span(range.clone()));
                self.push(problem);
                self.broken(range);
            }
        }
    }

    /// Something that could not be read.
    pub fn broken(&mut self, range: Range<usize>) {
        let node = self.add(Tag::Broken, range, 0);
        self.placed(node, 1);
    }

    /// A tag that this language does not know.
    pub fn foreign_tag(&mut self, range: Range<usize>) {
        let written = self.tree.source.get(range.clone()).unwrap_or_default().to_owned();
        let problem = tag::RULE
            .at(self.span(range), format!("the tag `{written}` has no meaning here"))
            .help("remove it; where the text itself begins with `!`, put the text in quotes");
        self.push(problem);
    }

    fn add(&mut self, tag: Tag, range: Range<usize>, next: u32) -> u32 {
        let index = self.tree.nodes.len() as u32;
        self.tree.nodes.push(Node { tag, start: range.start as u32, end: range.end as u32, next });
        index
    }

    /// Tells the list or map around it that `node` is complete.
    fn placed(&mut self, node: u32, size: u64) {
        let Some(frame) = self.frames.last_mut() else { return };
        frame.size = frame.size.saturating_add(size);
        frame.last = node;
        if !frame.mapping {
            return;
        }
        if frame.key_next {
            self.keys.push(node);
            frame.merges |= merge::is_key(&self.tree, node);
        }
        frame.key_next = !frame.key_next;
    }

    /// The keys of the innermost map, from `first` on.
    pub fn keys(&self, first: usize) -> &[u32] {
        &self.keys[first..]
    }
}
