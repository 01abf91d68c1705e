//! Comments: what stands behind a `#` between the nodes. Nothing needs them while a skill is compiled, so they are found when
//! somebody asks.

use super::tree::{Tag, Tree};
use crate::source::Span;

impl Tree<'_> {
    /// The comments, each from its `#` to the end of the line.
    pub fn comments(&self) -> &[Span] {
        self.comments.get_or_init(|| self.find_comments())
    }

    fn find_comments(&self) -> Vec<Span> {
        let mut found = Vec::new();
        let mut from = 0;
        for node in &self.nodes {
            if !matches!(node.tag, Tag::Sequence | Tag::Mapping | Tag::Merged) {
                self.comments_between(from, node.start as usize, &mut found);
                from = from.max(node.end as usize);
            }
        }
        self.comments_between(from, self.source.len(), &mut found);
        found
    }

    /// The comments of a part of the text in which no scalar lies.
    fn comments_between(&self, from: usize, to: usize, found: &mut Vec<Span>) {
        let mut at = from;
        while let Some(offset) = self.source.get(at..to).and_then(|gap| gap.find('#')) {
            let start = at + offset;
            let line = self.source[start..].lines().next().unwrap_or_default();
            if self.source[..start].ends_with([' ', '\t', '\n']) || start == 0 {
                found.push(Span::new(self.file, start, start + line.len()));
            }
            at = start + line.len().max(1);
        }
    }
}
