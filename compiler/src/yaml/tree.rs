//! The tree: an arena in the order of the text, sixteen bytes a node, texts borrowed from the source.

use super::places;
use super::value::Value;
use crate::source::{FileId, Span};

/// What a node is, and where its text is found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tag {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A plain scalar that stands in the source as it is.
    Plain,
    /// A plain scalar of several lines; its text is kept aside.
    PlainLines,
    /// A scalar that is text by its notation, and stands in the source as it is.
    Verbatim,
    /// A quoted scalar without escapes: the source between the quotes.
    Quoted,
    /// A quoted or block scalar whose text is kept aside.
    Decoded,
    /// A list; `next` is the node after its last one.
    Sequence,
    /// A map; `next` is the node after its last one.
    Mapping,
    /// A map with merge keys; `next` is the index of its [`Merged`].
    Merged,
    /// An alias; `next` is the node it stands for.
    Alias,
    /// Something that could not be read, which has been reported.
    Broken,
}

/// A node. Keys and values of a map alternate.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub tag: Tag,
    pub start: u32,
    pub end: u32,
    /// What it points to depends on the tag.
    pub next: u32,
}

/// The entries of a map after its merge keys have been applied.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merged {
    /// The node after the last one of the map.
    pub end: u32,
    /// The entries, as a range of [`Tree::pairs`].
    pub pairs: (u32, u32),
}

/// A text with everything that was read from it.
#[derive(Debug)]
pub(crate) struct Tree<'s> {
    pub(super) file: FileId,
    pub(super) source: &'s str,
    pub(super) nodes: Vec<Node>,
    /// The texts that do not stand in the source as they are, one after the other.
    pub(super) decoded: String,
    /// Where each of them lies in `decoded`.
    pub(super) texts: Vec<(u32, u32)>,
    pub(super) merged: Vec<Merged>,
    /// Keys and values of maps with merge keys.
    pub(super) pairs: Vec<(u32, u32)>,
}

impl<'s> Tree<'s> {
    pub(super) fn new(file: FileId, source: &'s str) -> Self {
        Tree { file, source, nodes: Vec::new(), decoded: String::new(), texts: Vec::new(), merged: Vec::new(), pairs: Vec::new() }
    }

    /// A file of which nothing can be read.
    pub(super) fn broken(file: FileId, source: &'s str) -> Self {
        let mut tree = Tree::new(file, source);
        tree.nodes.push(Node { tag: Tag::Broken, start: 0, end: source.len() as u32, next: 0 });
        tree
    }

    /// Makes all places whole characters, after a draft has been read.
    pub(super) fn align(&mut self) {
        for node in &mut self.nodes {
            let place = places::range(self.source, &(node.start as usize..node.end as usize));
            (node.start, node.end) = (place.start as u32, place.end as u32);
        }
    }

    /// What the file holds; nothing when it is empty.
    pub fn root(&self) -> Option<Value<'_>> {
        (!self.nodes.is_empty()).then(|| Value::new(self, 0))
    }

    pub(super) fn node(&self, index: u32) -> Node {
        self.nodes[index as usize]
    }

    /// The node after `index` and everything in it.
    pub(super) fn after(&self, index: u32) -> u32 {
        let node = self.node(index);
        match node.tag {
            Tag::Sequence | Tag::Mapping => node.next,
            Tag::Merged => self.merged[node.next as usize].end,
            _ => index + 1,
        }
    }

    /// The node that `index` stands for: itself unless it is an alias.
    pub(super) fn resolve(&self, index: u32) -> u32 {
        let node = self.node(index);
        if node.tag == Tag::Alias { node.next } else { index }
    }

    /// The text of a scalar that is not an alias.
    pub(super) fn text(&self, index: u32) -> Option<&str> {
        let Node { tag, start, end, next } = self.node(index);
        let (start, end) = (start as usize, end as usize);
        match tag {
            Tag::Plain | Tag::Verbatim => self.source.get(start..end),
            Tag::Quoted => self.source.get(start + 1..end - 1),
            Tag::PlainLines | Tag::Decoded => {
                let (from, to) = self.texts[next as usize];
                self.decoded.get(from as usize..to as usize)
            }
            _ => None,
        }
    }

    /// The source of a node.
    pub(super) fn written(&self, index: u32) -> &str {
        let Node { start, end, .. } = self.node(index);
        self.source.get(start as usize..end as usize).unwrap_or_default()
    }

    pub(super) fn span(&self, index: u32) -> Span {
        let node = self.node(index);
        Span { file: self.file, start: node.start, end: node.end }
    }
}
