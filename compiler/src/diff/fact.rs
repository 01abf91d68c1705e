//! What a side says, as a tree by name: the form in which two sides are compared.

use super::Shown;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is said under a name. There is no `Debug`: some of it must not be seen.
#[derive(PartialEq)]
pub(super) enum Fact<'a> {
    /// A text, a word or a number.
    Said(Said<'a>),
    /// Texts whose order says nothing.
    Set(BTreeSet<Cow<'a, str>>),
    /// Texts whose order counts.
    List(Vec<Cow<'a, str>>),
    /// The order of things that are said elsewhere.
    Order(Vec<&'a str>),
    /// What has names of its own.
    Parts(Parts<'a>),
    /// Compared, and never shown: it may be a secret.
    Hidden(String),
    /// There may be something that Amazon does not tell.
    Unknown,
}

/// A single value.
#[derive(Clone, PartialEq)]
pub(super) enum Said<'a> {
    Text(Cow<'a, str>),
    Plain(Cow<'a, str>),
}

/// What parts make up, and so how they are told when they come or go.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Kind {
    /// Nothing with a meaning of its own: each part is told.
    Keys,
    Manifest,
    Locale,
    Listing,
    Model,
    Linking,
    Intent,
    Slot,
    Type,
    TypeValue,
    Handler,
}

/// Facts by name.
#[derive(PartialEq)]
pub(super) struct Parts<'a> {
    pub kind: Kind,
    pub by_name: BTreeMap<Cow<'a, str>, Fact<'a>>,
    /// How often names were added that were there already.
    again: HashMap<&'a str, usize>,
}

impl<'a> Parts<'a> {
    pub fn new(kind: Kind) -> Self {
        Parts { kind, by_name: BTreeMap::new(), again: HashMap::new() }
    }

    /// Says something at `path`, in keys that are made where they are missing.
    pub fn put(&mut self, path: &[&'a str], fact: impl Into<Option<Fact<'a>>>) {
        let (Some(fact), Some((last, keys))) = (fact.into(), path.split_last()) else { return };
        let mut parts = self;
        for key in keys {
            parts = parts.within(key, Kind::Keys);
        }
        parts.by_name.insert(Cow::Borrowed(last), fact);
    }

    /// The parts under `name`, which are made where they are missing.
    pub fn within(&mut self, name: &'a str, kind: Kind) -> &mut Parts<'a> {
        let fact = self.by_name.entry(Cow::Borrowed(name)).or_insert_with(|| Fact::Parts(Parts::new(kind)));
        if !matches!(fact, Fact::Parts(_)) {
            *fact = Fact::Parts(Parts::new(kind));
        }
        match fact {
            Fact::Parts(parts) => parts,
            _ => unreachable!("it was just made parts"),
        }
    }

    /// Adds something under `name`; a second thing of the same name is told from the first.
    pub fn add(&mut self, name: &'a str, fact: Fact<'a>) {
        let mut key = Cow::Borrowed(name);
        while self.by_name.contains_key(&key) {
            let again = self.again.entry(name).or_insert(1);
            *again += 1;
            key = Cow::Owned(format!("{name} ({again})"));
        }
        self.by_name.insert(key, fact);
    }

    pub fn get(&self, name: &str) -> Option<&Fact<'a>> {
        self.by_name.get(name)
    }

    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }

    /// As a fact, unless there is nothing.
    pub fn unless_empty(self) -> Option<Fact<'a>> {
        (!self.is_empty()).then_some(Fact::Parts(self))
    }
}

impl<'a> Fact<'a> {
    pub fn plain(said: impl Into<Cow<'a, str>>) -> Self {
        Fact::Said(Said::Plain(said.into()))
    }

    pub fn text(said: impl Into<Cow<'a, str>>) -> Self {
        Fact::Said(Said::Text(said.into()))
    }

    /// Texts as a set; nothing where there are none.
    pub fn set(texts: impl IntoIterator<Item = Cow<'a, str>>) -> Option<Self> {
        let set: BTreeSet<Cow<'a, str>> = texts.into_iter().collect();
        (!set.is_empty()).then_some(Fact::Set(set))
    }

    /// How many things are under it: the parts, the texts.
    pub fn count(&self) -> usize {
        match self {
            Fact::Parts(parts) => parts.by_name.len(),
            Fact::Set(set) => set.len(),
            Fact::List(list) => list.len(),
            _ => 1,
        }
    }

    /// All of it in a line.
    pub fn shown(&self) -> Shown {
        let list = |texts: Vec<&str>| Shown::Plain(texts.join(", "));
        match self {
            Fact::Said(said) => said.shown(),
            Fact::Set(set) if set.len() == 1 => Shown::Text(set.iter().map(|text| &**text).collect()),
            Fact::Set(set) => list(set.iter().map(|text| &**text).collect()),
            Fact::List(texts) => list(texts.iter().map(|text| &**text).collect()),
            Fact::Order(names) => list(names.clone()),
            Fact::Hidden(_) => Shown::Plain("not shown".to_owned()),
            Fact::Unknown => Shown::Plain("unknown remotely".to_owned()),
            Fact::Parts(parts) => Shown::Plain(super::summary::of(parts)),
        }
    }
}

impl Said<'_> {
    pub fn shown(&self) -> Shown {
        match self {
            Said::Text(text) => Shown::Text(text.to_string()),
            Said::Plain(text) => Shown::Plain(text.to_string()),
        }
    }
}
