//! What a package says, as the language says it: for the skill as a whole, and for each locale.

use super::node::{Map, Node};
use super::odd::Odd;
use std::borrow::Cow;

/// The keys that lead to something in skill.yaml.
pub(super) type Path<'t> = Vec<Cow<'t, str>>;

/// Whether files of the same language share what is said, or all files do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// Text is said anew in every language.
    Text,
    /// What skill.yaml says holds for every locale that does not say otherwise.
    Structure,
}

/// One thing that a locale says.
pub(super) struct Leaf<'t> {
    pub path: Path<'t>,
    pub kind: Kind,
    pub node: Node<'t>,
}

/// What one locale says, in order.
#[derive(Default)]
pub(super) struct Said<'t> {
    /// The locale.
    pub tag: &'t str,
    /// Whether the manifest lists it.
    pub listed: bool,
    /// Whether it has an interaction model.
    pub modelled: bool,
    pub leaves: Vec<Leaf<'t>>,
    /// The intents, slots and types that it has, by their paths.
    pub things: Vec<Path<'t>>,
    /// What goes into its model as it is.
    pub amazon: Option<Map<'t>>,
    /// Parts of its model that cannot be said.
    pub odd: Vec<Odd>,
}

impl<'t> Said<'t> {
    pub fn text(&mut self, path: &[&'t str], node: impl Into<Option<Node<'t>>>) {
        self.leaf(path, Kind::Text, node.into());
    }

    pub fn structure(&mut self, path: &[&'t str], node: impl Into<Option<Node<'t>>>) {
        self.leaf(path, Kind::Structure, node.into());
    }

    pub fn thing(&mut self, path: &[&'t str]) {
        self.things.push(path.iter().map(|key| Cow::Borrowed(*key)).collect());
    }

    fn leaf(&mut self, path: &[&'t str], kind: Kind, node: Option<Node<'t>>) {
        if let Some(node) = node {
            self.leaves.push(Leaf { path: path.iter().map(|key| Cow::Borrowed(*key)).collect(), kind, node });
        }
    }
}
