//! Anchors, and what following their aliases costs.

use super::limits::MAX_REACHED;
use crate::diagnostic::Diagnostic;
use crate::rules::syntax::sy005_too_many_aliases as too_many_aliases;
use crate::source::Span;

/// The anchored nodes by the parser's numbers, which begin at 1.
#[derive(Default)]
pub(super) struct Anchors {
    known: Vec<Anchor>,
    reached: u64,
}

#[derive(Clone, Copy, Default)]
struct Anchor {
    node: u32,
    /// How many nodes it holds when aliases are followed; 0 as long as it is open.
    size: u64,
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
            self.known[anchor] = Anchor { node, size: 0 };
        }
    }

    /// Notes that the node is complete.
    pub fn finish(&mut self, anchor: usize, size: u64) {
        if anchor > 0 {
            self.known[anchor].size = size;
        }
    }

    /// The node that an alias stands for, and how many nodes that is.
    pub fn reach(&mut self, anchor: usize) -> Result<(u32, u64), Refusal> {
        let Anchor { node, size } = self.known.get(anchor).copied().unwrap_or_default();
        if size == 0 {
            return Err(Refusal::Within);
        }
        if self.reached.saturating_add(size) > MAX_REACHED {
            return Err(Refusal::TooMuch);
        }
        self.reached += size;
        Ok((node, size))
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
