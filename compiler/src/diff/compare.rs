//! The comparison of two trees of facts.

use super::fact::{Fact, Kind, Parts};
use super::{Change, Shown, Sign};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Compares, and collects what differs.
#[derive(Default)]
pub(super) struct Comparison {
    path: Vec<String>,
    pub changes: Vec<Change>,
    /// What one side cannot tell.
    pub unknown: Vec<Vec<String>>,
}

impl Comparison {
    fn under(&mut self, key: &str, a: Option<&Fact<'_>>, b: Option<&Fact<'_>>) {
        self.path.push(key.to_owned());
        self.facts(a, b);
        self.path.pop();
    }

    /// Compares all that has a name on either side.
    pub fn parts(&mut self, a: &Parts<'_>, b: &Parts<'_>) {
        let mut names: Vec<&str> = a.by_name.keys().chain(b.by_name.keys()).map(|name| &**name).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            self.under(name, a.get(name), b.get(name));
        }
    }

    /// Tells of something that only one side has as a whole.
    pub fn whole(&mut self, key: &str, sign: Sign, parts: &Parts<'_>) {
        self.path.push(key.to_owned());
        self.side(sign, Shown::Plain(super::summary::of(parts)));
        self.path.pop();
    }

    fn facts(&mut self, a: Option<&Fact<'_>>, b: Option<&Fact<'_>>) {
        match (a, b) {
            (None, None) | (Some(Fact::Unknown), None) | (None, Some(Fact::Unknown)) => {}
            (Some(Fact::Unknown), _) | (_, Some(Fact::Unknown)) => self.unknown.push(self.path.clone()),
            (Some(fact), None) => self.one(Sign::Removed, fact),
            (None, Some(fact)) => self.one(Sign::Added, fact),
            (Some(Fact::Parts(a)), Some(Fact::Parts(b))) => self.parts(a, b),
            (Some(Fact::Set(a)), Some(Fact::Set(b))) => {
                a.difference(b).for_each(|text| self.text(Sign::Removed, text));
                b.difference(a).for_each(|text| self.text(Sign::Added, text));
            }
            (Some(Fact::List(a)), Some(Fact::List(b))) => self.lists(a, b),
            (Some(Fact::Order(a)), Some(Fact::Order(b))) => self.order(a, b),
            (Some(a), Some(b)) if a != b => self.push(Sign::Changed, Some(a.shown()), Some(b.shown())),
            (Some(_), Some(_)) => {}
        }
    }

    /// Something that only one side has.
    fn one(&mut self, sign: Sign, fact: &Fact<'_>) {
        match fact {
            Fact::Parts(parts) if parts.kind == Kind::Keys => {
                for (name, fact) in &parts.by_name {
                    self.path.push(name.to_string());
                    self.one(sign, fact);
                    self.path.pop();
                }
            }
            Fact::Set(set) => set.iter().for_each(|text| self.text(sign, text)),
            Fact::List(texts) => texts.iter().for_each(|text| self.text(sign, text)),
            // What is in an order comes and goes by itself.
            Fact::Order(_) | Fact::Unknown => {}
            fact => self.side(sign, fact.shown()),
        }
    }

    fn text(&mut self, sign: Sign, text: &str) {
        self.side(sign, Shown::Text(text.to_owned()));
    }

    fn side(&mut self, sign: Sign, shown: Shown) {
        match sign {
            Sign::Removed => self.push(sign, Some(shown), None),
            _ => self.push(sign, None, Some(shown)),
        }
    }

    /// What comes and goes, and whether what stays is in another order.
    fn lists(&mut self, a: &[Cow<'_, str>], b: &[Cow<'_, str>]) {
        let (gone, stays_in_a) = apart(a, b);
        let (new, stays_in_b) = apart(b, a);
        gone.into_iter().for_each(|text| self.text(Sign::Removed, text));
        new.into_iter().for_each(|text| self.text(Sign::Added, text));
        self.reordered(&stays_in_a, &stays_in_b);
    }

    fn order(&mut self, a: &[&str], b: &[&str]) {
        let names = |of: &[&str]| of.iter().map(|name| (*name).to_owned()).collect::<HashSet<String>>();
        let (in_a, in_b) = (names(a), names(b));
        let a: Vec<&str> = a.iter().copied().filter(|name| in_b.contains(*name)).collect();
        let b: Vec<&str> = b.iter().copied().filter(|name| in_a.contains(*name)).collect();
        self.reordered(&a, &b);
    }

    fn reordered(&mut self, a: &[&str], b: &[&str]) {
        if a != b {
            self.push(Sign::Changed, Some(Shown::Plain(a.join(", "))), Some(Shown::Plain(b.join(", "))));
        }
    }

    fn push(&mut self, sign: Sign, from: Option<Shown>, to: Option<Shown>) {
        self.changes.push(Change { sign, path: self.path.clone(), from, to, consequence: None });
    }
}

/// The texts of `list` that `other` has not, and those that it has, each as often as it has them.
fn apart<'l>(list: &'l [Cow<'_, str>], other: &[Cow<'_, str>]) -> (Vec<&'l str>, Vec<&'l str>) {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for text in other {
        *left.entry(text).or_default() += 1;
    }
    list.iter().map(|text| &**text).partition(|text| match left.get_mut(text) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    })
}
