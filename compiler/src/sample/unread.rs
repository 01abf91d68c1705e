//! Which intents could not be read in full.

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::skill::{Intent, Skill};
use crate::source::{FileId, Span};

/// The places of what could not be read, which has been reported: what seems to be missing there may have been written.
pub(crate) struct Unread {
    /// Where the intents of skill.yaml begin, in order.
    intents: Vec<u32>,
    /// The places, in order.
    places: Vec<(FileId, u32)>,
}

impl Unread {
    /// Looks through what has been reported so far.
    pub fn of(skill: &Skill<'_>, report: &Report) -> Self {
        let mut intents: Vec<u32> = skill.intents.iter().map(|intent| intent.name.span.start).collect();
        intents.sort_unstable();
        let place = |found: &Diagnostic| (found.span().file, found.span().start);
        let mut places: Vec<_> = report.iter().filter(|found| is_reading(found)).map(place).collect();
        places.sort_unstable();
        Unread { intents, places }
    }

    /// Whether some of the intent is among them. What is unread in another file may belong to any intent.
    pub fn has(&self, intent: &Intent<'_>) -> bool {
        let Span { file, start, .. } = intent.name.span;
        let next = self.intents.get(self.intents.partition_point(|other| *other <= start)).copied().unwrap_or(u32::MAX);
        let before = |place: (FileId, u32)| self.places.partition_point(|other| *other < place);
        let elsewhere = before((file, 0)) > 0 || self.places.last().is_some_and(|last| last.0 > file);
        elsewhere || before((file, start)) < before((file, next))
    }
}

fn is_reading(found: &Diagnostic) -> bool {
    let code = found.code();
    found.severity == Severity::Error && (code.starts_with("SY") || matches!(code, "UT001" | "UT002"))
}
