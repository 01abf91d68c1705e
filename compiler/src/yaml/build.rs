//! Builds the tree from what the parser reads, node by node.

use super::anchors::Anchors;
use super::draft::Aside;
use super::fault::{Fault, Trouble};
use super::limits::{MAX_DEPTH, MAX_PROBLEMS};
use super::tree::{Node, Tag, Tree};
use super::{keys, merge, places};
use crate::diagnostic::{Diagnostic, Report};
use crate::rules::syntax::sy012_empty_file as empty_file;
use crate::source::{FileId, Span};
use std::ops::Range;

/// How a scalar is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    Plain,
    /// Plain, with a tag that says it is a text.
    Verbatim,
    Quoted,
    Block,
}

/// How many bytes of text a node is reckoned to stand for: room is made for so many nodes beforehand.
const BYTES_PER_NODE: usize = 20;

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
pub(super) struct Builder<'s, 'd> {
    pub(super) tree: Tree<'s>,
    report: Report,
    asides: &'d [Aside],
    frames: Vec<Frame>,
    /// The keys of all open maps.
    keys: Vec<u32>,
    pub(super) anchors: Anchors,
    /// Where the last scalar is written.
    last: Range<usize>,
}

impl<'s, 'd> Builder<'s, 'd> {
    pub fn new(file: FileId, source: &'s str, asides: &'d [Aside]) -> Self {
        let mut tree = Tree::new(file, source);
        tree.nodes.reserve(source.len() / BYTES_PER_NODE);
        Builder { tree, report: Report::new(), asides, frames: Vec::new(), keys: Vec::new(), anchors: Anchors::default(), last: 0..0 }
    }

    /// Everything has been read.
    pub fn finish(mut self) -> (Tree<'s>, Report) {
        let nothing = match self.tree.nodes.as_slice() {
            [] => true,
            [only] => only.tag == Tag::Null && only.start == only.end,
            _ => false,
        };
        if nothing {
            self.tree.nodes.clear();
            self.push(empty_file::RULE.at(self.span(0..0), "the file is empty").help("write down what it should say, or remove it"));
        }
        for unused in self.anchors.unused() {
            self.unused_anchor(unused);
        }
        if !self.asides.is_empty() {
            self.tree.align();
        }
        (self.tree, self.report)
    }

    /// The parser gave up at `at`.
    pub fn fault(self, trouble: Trouble, at: usize) -> Fault {
        let at = self.tree.source.floor_char_boundary(at); // a place within a character has been seen after a stray byte-order mark
        let mut flows = self.frames.iter().filter(|frame| frame.flow).map(|frame| self.tree.node(frame.node).start as usize);
        let outer_flow = flows.next();
        let inner_flow = flows.next_back().or(outer_flow);
        Fault { trouble, at, outer_flow, inner_flow, last: self.last }
    }

    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.tree.file, range.start, range.end)
    }

    /// Reports a problem, unless there are too many already.
    pub fn push(&mut self, mut problem: Diagnostic) {
        if self.report.len() < MAX_PROBLEMS {
            places::problem(self.tree.source, &mut problem);
            self.report.push(problem);
        }
    }

    /// A scalar with the text `text`, written at `range`.
    pub fn scalar(&mut self, text: &str, style: Style, range: Range<usize>, anchor: usize) {
        self.last = range.clone();
        let range = if range.is_empty() { self.after_indicator(range.start) } else { range };
        if style == Style::Plain && !self.asides.is_empty() && self.stand_in(&range) {
            return;
        }
        let written = self.tree.source.get(range.clone()).unwrap_or_default();
        // White space of other scripts is text to YAML.
        let place = range.start..range.start + written.trim_end_matches([' ', '\t', '\r', '\n']).len();
        let tag = match style {
            Style::Plain if written.is_empty() || matches!(written, "~" | "null" | "Null" | "NULL") => Tag::Null,
            Style::Plain if written == text => Tag::Plain,
            Style::Plain => Tag::PlainLines,
            Style::Verbatim if written == text => Tag::Verbatim,
            Style::Quoted if written.get(1..written.len().max(1) - 1) == Some(text) => Tag::Quoted,
            Style::Block if written.trim_end_matches(['\r', '\n']) == text => Tag::Verbatim,
            Style::Verbatim | Style::Quoted | Style::Block => Tag::Decoded,
        };
        let next = if matches!(tag, Tag::PlainLines | Tag::Decoded) { self.keep(text) } else { 0 };
        let node = self.add(tag, place, next);
        self.anchors.define(anchor, node);
        self.anchors.finish(anchor, 1);
        self.placed(node, 1);
    }

    /// The place of a value that is not written: behind the colon or dash that asks for it.
    fn after_indicator(&self, at: usize) -> Range<usize> {
        let key = self.frames.last().is_some_and(|frame| frame.key_next);
        let indicator = matches!(self.tree.source.as_bytes().get(at), Some(b':' | b'-'));
        let at = if indicator && !key { at + 1 } else { at };
        at..at
    }

    /// Puts the part that was set aside where its placeholder is met, or where it left nothing behind.
    fn stand_in(&mut self, range: &Range<usize>) -> bool {
        let source = self.tree.source;
        let gap = |aside: &&Aside| source.get(range.end..aside.range.start).is_some_and(|gap| gap.trim().is_empty());
        let found = if range.is_empty() {
            self.asides.iter().find(gap)
        } else {
            self.asides.iter().find(|aside| aside.marker == Some(range.start))
        };
        let Some(aside) = found else { return false };
        let tag = if aside.text { Tag::Plain } else { Tag::Broken };
        let node = self.add(tag, aside.range.clone(), 0);
        self.placed(node, 1);
        true
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
        match self.anchors.follow(anchor) {
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

    /// The name of an anchor, right after the node that carries it.
    pub fn anchor(&mut self, anchor: usize, range: Range<usize>) {
        let item = self.frames.last().is_some_and(|frame| !frame.mapping && !frame.flow);
        let scalar = self.tree.nodes.last().is_some_and(|node| matches!(node.tag, Tag::Plain | Tag::PlainLines));
        self.anchors.name(anchor, range, item && scalar);
    }

    pub(super) fn add(&mut self, tag: Tag, range: Range<usize>, next: u32) -> u32 {
        let index = self.tree.nodes.len() as u32;
        self.tree.nodes.push(Node { tag, start: range.start as u32, end: range.end as u32, next });
        index
    }

    /// Tells the list or map around it that `node` is complete.
    pub(super) fn placed(&mut self, node: u32, size: u64) {
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
