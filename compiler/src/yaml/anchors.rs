//! Anchors, and what following their aliases costs.

use super::limits::MAX_REACHED;
use super::quote;
use crate::diagnostic::Diagnostic;
use crate::nearest::nearest;
use crate::rules::syntax::{sy005_too_many_aliases as too_many_aliases, sy013_unknown_alias as unknown_alias};
use crate::source::Span;
use std::ops::Range;

/// The anchored nodes by the parser's numbers, which begin at 1.
#[derive(Default)]
pub(super) struct Anchors {
    known: Vec<Anchor>,
    reached: u64,
}

#[derive(Clone, Default)]
struct Anchor {
    node: u32,
    /// How many nodes it holds when aliases are followed; 0 as long as it is open.
    size: u64,
    /// Where its name is written, with the `&`.
    name: Range<usize>,
    /// Whether it begins an item, where a text may have been meant.
    doubtful: bool,
    used: bool,
}

/// How many anchors an unknown name is compared with.
const MAX_COMPARED: usize = 100;

/// An alias that names no anchor.
pub(super) struct Unknown<'a> {
    pub name: &'a str,
    pub source: &'a str,
    pub range: Range<usize>,
}

/// Why an alias cannot be followed.
pub(super) enum Refusal {
    /// It lies in the node that it stands for.
    Within,
    /// Too much is reached through aliases.
    TooMuch,
}

impl Anchors {
    /// Notes that `node` carries an anchor; the number 0 is none.
    pub fn define(&mut self, anchor: usize, node: u32) {
        if anchor > 0 {
            self.known.resize(self.known.len().max(anchor + 1), Anchor::default());
            self.known[anchor] = Anchor { node, ..Anchor::default() };
        }
    }

    /// Notes that the node is complete.
    pub fn finish(&mut self, anchor: usize, size: u64) {
        if anchor > 0 {
            self.known[anchor].size = size;
        }
    }

    /// Notes where the name of an anchor is written.
    pub fn name(&mut self, anchor: usize, range: Range<usize>, doubtful: bool) {
        if let Some(known) = self.known.get_mut(anchor) {
            (known.name, known.doubtful) = (range, doubtful);
        }
    }

    /// The node that an alias stands for, and how many nodes that is.
    pub fn follow(&mut self, anchor: usize) -> Result<(u32, u64), Refusal> {
        let Some(known) = self.known.get_mut(anchor).filter(|known| known.size > 0) else { return Err(Refusal::Within) };
        known.used = true;
        if self.reached.saturating_add(known.size) > MAX_REACHED {
            return Err(Refusal::TooMuch);
        }
        self.reached += known.size;
        Ok((known.node, known.size))
    }

    /// The names that begin an item and that no alias uses.
    pub fn unused(&self) -> Vec<Range<usize>> {
        self.known.iter().filter(|known| known.doubtful && !known.used).map(|known| known.name.clone()).collect()
    }

    /// What to say of an alias that names none of them. Where there is no anchor at all, a text was meant.
    pub fn unknown(&self, alias: &Unknown<'_>, span: Span) -> Diagnostic {
        if self.known.is_empty() {
            return quote::needed(span.file, alias.source, alias.range.clone());
        }
        let names = self.known.iter().take(MAX_COMPARED).filter_map(|known| alias.source.get(known.name.clone())?.strip_prefix('&'));
        let problem = unknown_alias::RULE.at(span, format!("no anchor `&{}` stands before this alias", alias.name));
        match nearest(alias.name, names) {
            Some(near) => problem.fix(format!("a similar anchor exists: `&{near}`"), span, format!("*{near}")),
            None => problem.help("set the anchor above this line, where the value stands"),
        }
        .help("put a text that begins with `*` in quotes")
    }
}

impl Refusal {
    /// What to say of the alias at `span`.
    pub fn problem(&self, span: Span) -> Diagnostic {
        match self {
            Refusal::Within => too_many_aliases::RULE
                .at(span, "this alias lies inside the value that it stands for, which would never end")
                .help("write the value out, or move the anchor to a part that does not hold this alias"),
            Refusal::TooMuch => too_many_aliases::RULE
                .at(span, format!("the file reaches more than {MAX_REACHED} values through aliases"))
                .note("aliases of values that hold aliases multiply: a small file can stand for an endless one")
                .help("write the values out, or use fewer aliases"),
        }
    }
}
