//! What is to be written as YAML.

use crate::package::json::Value;
use std::borrow::Cow;

/// A piece of skill.yaml.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Node<'t> {
    Null,
    Bool(bool),
    Int(i64),
    /// A whole number beyond those.
    Large(u64),
    Float(f64),
    /// A word of the language, never in quotes.
    Word(&'static str),
    Text(Cow<'t, str>),
    /// A text in quotes, even if it needs none.
    Quoted(&'t str),
    List(Vec<Node<'t>>),
    Map(Map<'t>),
}

/// Keys in the order in which they are written.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Map<'t>(pub Vec<(Cow<'t, str>, Node<'t>)>);

impl<'t> Map<'t> {
    /// Adds what there is under `key`.
    pub fn with(mut self, key: &'static str, node: impl Into<Option<Node<'t>>>) -> Self {
        if let Some(node) = node.into() {
            self.0.push((Cow::Borrowed(key), node));
        }
        self
    }

    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, node)| node)
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut Node<'t>> {
        self.0.iter_mut().find(|(known, _)| known == key).map(|(_, node)| node)
    }

    pub fn take(&mut self, key: &str) -> Option<Node<'t>> {
        let at = self.0.iter().position(|(known, _)| known == key)?;
        Some(self.0.remove(at).1)
    }

    /// The node at `path`, which is made where it is missing.
    pub fn at(&mut self, path: &[Cow<'t, str>]) -> &mut Node<'t> {
        let (first, rest) = path.split_first().expect("a path has a key");
        let at = match self.0.iter().position(|(known, _)| known == first) {
            Some(at) => at,
            None => {
                self.0.push((first.clone(), Node::Null));
                self.0.len() - 1
            }
        };
        let node = &mut self.0[at].1;
        if rest.is_empty() { node } else { node.map().at(rest) }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'t> Node<'t> {
    /// This node as a map, which it becomes.
    pub fn map(&mut self) -> &mut Map<'t> {
        if !matches!(self, Node::Map(_)) {
            *self = Node::Map(Map::default());
        }
        match self {
            Node::Map(map) => map,
            _ => unreachable!("it was just made a map"),
        }
    }

    pub fn text(text: &'t str) -> Self {
        Node::Text(Cow::Borrowed(text))
    }

    pub fn texts(texts: impl IntoIterator<Item = &'t str>) -> Self {
        Node::List(texts.into_iter().map(Node::text).collect())
    }

    /// A single text as it is, several as a list.
    pub fn one_or_more(mut texts: Vec<&'t str>) -> Self {
        match texts[..] {
            [_] => Node::text(texts.remove(0)),
            _ => Node::texts(texts),
        }
    }

    /// JSON as it is.
    pub fn json<'a>(value: &'a Value<'t>) -> Node<'a> {
        match value {
            Value::NullKeyword(_) => Node::Null,
            Value::BooleanLit(truth) => Node::Bool(truth.value),
            // JSON tells `-0` from `0`, and whole numbers do not.
            Value::NumberLit(number) => match (number.value.parse(), number.value.parse()) {
                (Ok(whole), _) if whole != 0 || !number.value.starts_with('-') => Node::Int(whole),
                (_, Ok(whole)) => Node::Large(whole),
                _ => Node::Float(number.value.parse().unwrap_or_default()),
            },
            Value::StringLit(text) => Node::Text(Cow::Borrowed(&text.value)),
            Value::Array(array) => Node::List(array.elements.iter().map(Node::json).collect()),
            Value::Object(object) => Node::Map(Map(object
                .properties
                .iter()
                .map(|found| (Cow::Borrowed(found.name.as_str()), Node::json(&found.value)))
                .collect())),
        }
    }
}
