//! Walking lists and maps.

use super::tree::{Tag, Tree};
use super::value::Value;
use crate::source::{Spanned, Text};
use std::slice;

/// The items of a list, in written order.
#[derive(Clone, Default)]
pub(crate) struct Items<'t> {
    tree: Option<&'t Tree<'t>>,
    next: u32,
    end: u32,
}

impl<'t> Items<'t> {
    pub(super) fn of(tree: &'t Tree<'t>, sequence: u32) -> Self {
        Items { tree: Some(tree), next: sequence + 1, end: tree.after(sequence) }
    }
}

impl<'t> Iterator for Items<'t> {
    type Item = Value<'t>;

    fn next(&mut self) -> Option<Value<'t>> {
        let tree = self.tree.filter(|_| self.next < self.end)?;
        let item = Value::new(tree, self.next);
        self.next = tree.after(self.next);
        Some(item)
    }
}

/// A key and its value.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry<'t> {
    /// The key's text and place.
    pub key: Text<'t>,
    /// The value.
    pub value: Value<'t>,
}

/// The entries of a map in written order, merge keys applied.
#[derive(Clone, Default)]
pub(crate) struct Entries<'t>(Walk<'t>);

#[derive(Clone, Default)]
enum Walk<'t> {
    #[default]
    Nothing,
    Nodes {
        tree: &'t Tree<'t>,
        next: u32,
        end: u32,
    },
    Pairs {
        tree: &'t Tree<'t>,
        pairs: slice::Iter<'t, (u32, u32)>,
    },
}

impl<'t> Entries<'t> {
    pub(super) fn of(tree: &'t Tree<'t>, mapping: u32) -> Self {
        let node = tree.node(mapping);
        Entries(if node.tag == Tag::Merged {
            let (from, to) = tree.merged[node.next as usize].pairs;
            Walk::Pairs { tree, pairs: tree.pairs[from as usize..to as usize].iter() }
        } else {
            Walk::Nodes { tree, next: mapping + 1, end: node.next }
        })
    }

    /// The next key and value as nodes.
    fn step(&mut self) -> Option<(&'t Tree<'t>, u32, u32)> {
        match &mut self.0 {
            Walk::Nothing => None,
            Walk::Nodes { tree, next, end } => {
                let key = *next;
                let value = (key < *end).then(|| tree.after(key))?;
                *next = tree.after(value);
                Some((tree, key, value))
            }
            Walk::Pairs { tree, pairs } => pairs.next().map(|&(key, value)| (*tree, key, value)),
        }
    }
}

impl<'t> Iterator for Entries<'t> {
    type Item = Entry<'t>;

    fn next(&mut self) -> Option<Entry<'t>> {
        loop {
            let (tree, key, value) = self.step()?;
            // A key that is not a text has been reported, and is passed over.
            if let Some(text) = tree.text(tree.resolve(key)) {
                return Some(Entry { key: Spanned::new(text, tree.span(key)), value: Value::new(tree, value) });
            }
        }
    }
}
