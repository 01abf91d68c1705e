//! Merge keys: `<<: *defaults` brings in the entries of another map.

use super::build::Builder;
use super::tree::{Merged, Tag, Tree};
use crate::rules::syntax::sy001_not_yaml as not_yaml;
use std::collections::HashSet;

/// Whether a key is the merge key; in quotes it is a key like any other.
pub(super) fn is_key(tree: &Tree<'_>, key: u32) -> bool {
    tree.node(key).tag == Tag::Plain && tree.text(key) == Some("<<")
}

/// Works out the entries of a map with merge keys: its own first, then those of each merged map that are not there yet,
/// each at the place where it is written.
pub(super) fn apply(builder: &mut Builder<'_, '_>, mapping: u32) {
    let tree = &builder.tree;
    let own: Vec<(u32, u32)> = pairs(tree, mapping);
    let mut seen: HashSet<&str> = own.iter().filter_map(|&(key, _)| key_text(tree, key)).collect();
    let mut all = Vec::new();
    let mut wrong = Vec::new();
    for &(key, value) in &own {
        if !is_key(tree, key) {
            all.push((key, value));
            continue;
        }
        for source in sources(tree, value, &mut wrong) {
            all.extend(pairs(tree, source).into_iter().filter(|&(key, _)| key_text(tree, key).is_some_and(|text| seen.insert(text))));
        }
    }
    let end = tree.node(mapping).next;
    let from = tree.pairs.len() as u32;
    let spans: Vec<_> = wrong.into_iter().map(|node| tree.span(node)).collect();
    for span in spans {
        builder.push(not_yaml::RULE.at(span, "`<<` takes a map, or a list of maps").help("name one: `<<: *anchor`"));
    }
    let tree = &mut builder.tree;
    tree.pairs.extend(all);
    let pairs = (from, tree.pairs.len() as u32);
    let node = &mut tree.nodes[mapping as usize];
    (node.tag, node.next) = (Tag::Merged, tree.merged.len() as u32);
    tree.merged.push(Merged { end, pairs });
}

fn key_text<'t>(tree: &'t Tree<'_>, key: u32) -> Option<&'t str> {
    tree.text(tree.resolve(key))
}

/// The maps that a merge key names; what is something else goes into `wrong`.
fn sources(tree: &Tree<'_>, value: u32, wrong: &mut Vec<u32>) -> Vec<u32> {
    let target = tree.resolve(value);
    let named = match tree.node(target).tag {
        Tag::Sequence => items(tree, target),
        _ => vec![value],
    };
    let (maps, others): (Vec<u32>, Vec<u32>) =
        named.into_iter().partition(|&node| matches!(tree.node(tree.resolve(node)).tag, Tag::Mapping | Tag::Merged));
    wrong.extend(others.into_iter().filter(|&node| tree.node(tree.resolve(node)).tag != Tag::Broken));
    maps.into_iter().map(|node| tree.resolve(node)).collect()
}

fn items(tree: &Tree<'_>, sequence: u32) -> Vec<u32> {
    let end = tree.after(sequence);
    let within = |node: u32| Some(node).filter(|&node| node < end);
    std::iter::successors(within(sequence + 1), |&node| within(tree.after(node))).collect()
}

/// The entries of a map whose own merge keys have been applied already.
fn pairs(tree: &Tree<'_>, mapping: u32) -> Vec<(u32, u32)> {
    let node = tree.node(mapping);
    if node.tag == Tag::Merged {
        let (from, to) = tree.merged[node.next as usize].pairs;
        return tree.pairs[from as usize..to as usize].to_vec();
    }
    let mut pairs = Vec::new();
    let mut key = mapping + 1;
    while key < node.next {
        let value = tree.after(key);
        pairs.push((key, value));
        key = tree.after(value);
    }
    pairs
}
