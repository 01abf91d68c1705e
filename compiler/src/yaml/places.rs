//! Places of a draft as places of its source: a character of several bytes may be several blanks in the draft.

use crate::diagnostic::Diagnostic;
use crate::source::Span;
use std::ops::Range;

/// The characters of `source` that `range` touches.
pub(super) fn range(source: &str, range: &Range<usize>) -> Range<usize> {
    let start = source.floor_char_boundary(range.start);
    start..source.ceil_char_boundary(range.end).max(start)
}

/// Makes all places of a problem whole characters.
pub(super) fn problem(source: &str, problem: &mut Diagnostic) {
    let labels = problem.labels.iter_mut().map(|label| &mut label.span);
    let patches = problem.helps.iter_mut().filter_map(|help| help.patch.as_mut()).map(|patch| &mut patch.span);
    for span in labels.chain(patches) {
        let Range { start, end } = range(source, &span.range());
        *span = Span::new(span.file, start, end);
    }
}
