//! The keys of a map: texts without control characters, each of them once.

use super::build::Builder;
use super::limits::MAX_PROBLEMS;
use super::tree::{Tag, Tree};
use crate::diagnostic::Diagnostic;
use crate::rules::syntax::{
    sy002_duplicate_key as duplicate_key, sy009_key_not_text as key_not_text, sy014_control_character as control_character,
};
use std::collections::HashMap;

/// From how many keys on a hash map finds duplicates faster than comparing each key with all before it.
const MANY: usize = 16;

/// Checks the keys of the map that is being closed; they begin at `first` in the builder's list.
pub(super) fn check(builder: &mut Builder<'_, '_>, first: usize) {
    let keys = builder.keys(first);
    let tree = &builder.tree;
    let mut problems = Vec::new();
    let controlled: Vec<u32> = keys.iter().copied().filter(|key| control(tree, *key).is_some()).collect();
    problems.extend(controlled.iter().filter_map(|&key| Some(has_control(tree, key, control(tree, key)?))).take(MAX_PROBLEMS));
    problems.extend(keys.iter().filter_map(|&key| not_text(tree, key)).take(MAX_PROBLEMS));
    let duplicates = if keys.len() < MANY { few(tree, keys) } else { many(tree, keys) };
    for (key, earlier) in duplicates.into_iter().take(MAX_PROBLEMS) {
        let text = tree.text(tree.resolve(key)).unwrap_or_default();
        let problem = duplicate_key::RULE
            .at(tree.span(key), format!("the key `{text}` stands here a second time"))
            .also(tree.span(earlier), "first here")
            .help("remove one of them, or merge what they say");
        problems.push(problem);
    }
    problems.into_iter().for_each(|problem| builder.push(problem));
    // What stands under such a key belongs to nothing.
    controlled.into_iter().for_each(|key| builder.tree.nodes[key as usize].tag = Tag::Broken);
}

/// The first control character of a key, which only an escape can bring in.
fn control(tree: &Tree<'_>, key: u32) -> Option<char> {
    tree.text(tree.resolve(key))?.chars().find(|letter| letter.is_control())
}

fn has_control(tree: &Tree<'_>, key: u32, found: char) -> Diagnostic {
    control_character::RULE
        .at(tree.span(key), format!("a key holds the control character U+{:04X}", found as u32))
        .help("write the key without it; only a value can hold one")
}

fn not_text(tree: &Tree<'_>, key: u32) -> Option<Diagnostic> {
    let found = match tree.node(tree.resolve(key)).tag {
        Tag::Null => "nothing",
        Tag::Sequence => "a list",
        Tag::Mapping | Tag::Merged => "a map",
        _ => return None,
    };
    let problem = key_not_text::RULE.at(tree.span(key), format!("a key is a text, and here it is {found}"));
    Some(match tree.node(key).tag {
        Tag::Null if tree.span(key).range().is_empty() => problem.help("write the key before the `:`"),
        _ => problem.help("put the key in quotes if it is meant as a text"),
    })
}

/// The keys that stand there already, each with the first of its kind.
fn few(tree: &Tree<'_>, keys: &[u32]) -> Vec<(u32, u32)> {
    let mut found = Vec::new();
    for (index, &key) in keys.iter().enumerate() {
        let Some(text) = tree.text(tree.resolve(key)) else { continue };
        let same = |earlier: &&u32| tree.text(tree.resolve(**earlier)) == Some(text);
        if let Some(&earlier) = keys[..index].iter().find(same) {
            found.push((key, earlier));
        }
    }
    found
}

/// The same, for a map with many keys.
fn many(tree: &Tree<'_>, keys: &[u32]) -> Vec<(u32, u32)> {
    let mut seen = HashMap::with_capacity(keys.len());
    let mut found = Vec::new();
    for &key in keys {
        let Some(text) = tree.text(tree.resolve(key)) else { continue };
        let earlier = *seen.entry(text).or_insert(key);
        if earlier != key {
            found.push((key, earlier));
        }
    }
    found
}
