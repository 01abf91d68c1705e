//! The few lines of a file that a diagnostic shows.
//!
//! A renderer that is given a whole file works through all of it for each diagnostic. It gets a window instead: the lines at
//! the marks as they are shown, and empty lines between them, so that line numbers stay right.

use super::mask::masked;
use super::places::Lines;
use super::trim::{Room, show};
use std::collections::BTreeSet;
use std::ops::Range;

/// Marks further apart than this many lines get windows of their own.
const FAR: usize = 2_000;
/// Of a mark of many lines, the first and the last ones are seen.
const HEAD: usize = 4;
const TAIL: usize = 2;

/// Some lines of a file, with marks in them.
pub(super) struct Window {
    /// The number of the first line, from 1.
    pub first: usize,
    /// The lines as they are shown.
    pub text: String,
    /// Which marks lie in the window, and where in its text.
    pub marks: Vec<(usize, Range<usize>)>,
}

/// The windows that show `marks`, in the order of the file.
pub(super) fn windows(lines: &Lines<'_>, marks: &[Range<usize>], room: Room) -> Vec<Window> {
    let marks: Vec<Mark> = marks.iter().map(|mark| Mark::new(lines, without_tail(lines, mark))).collect();
    let seen: BTreeSet<usize> = marks.iter().flat_map(Mark::seen).collect();
    groups(&seen).into_iter().map(|group| window(lines, &marks, &seen, group, room)).collect()
}

/// The window that shows every line of `mark`, ends included as they are.
pub(super) fn whole(lines: &Lines<'_>, mark: &Range<usize>, room: Room) -> Window {
    let mark = Mark { first: lines.at(mark.start), last: lines.at(mark.end), range: mark.clone() };
    let group = mark.first..=mark.last;
    window(lines, &[mark], &group.clone().collect(), group, room)
}

type Group = std::ops::RangeInclusive<usize>;

struct Mark {
    range: Range<usize>,
    first: usize,
    last: usize,
}

impl Mark {
    fn new(lines: &Lines<'_>, range: Range<usize>) -> Self {
        let (first, last) = (lines.at(range.start), lines.at(range.end));
        if last - first <= FAR {
            return Mark { range, first, last };
        }
        // Its first line stands for a mark that no window could hold.
        let end = lines.start(first) + lines.line(first).len();
        Mark { range: range.start..end.max(range.start), first, last: first }
    }

    fn seen(&self) -> impl Iterator<Item = usize> + use<> {
        let head = self.first..=self.last.min(self.first + HEAD);
        let tail = self.first.max(self.last.saturating_sub(TAIL))..=self.last;
        head.chain(tail)
    }

    /// The part of the mark whose ends lie in `line`, as bytes of its text.
    fn within(&self, line: usize, start: usize, len: usize) -> Option<Range<usize>> {
        let at = |offset: usize| (offset - start).min(len);
        match (self.first == line, self.last == line) {
            (true, true) => Some(at(self.range.start)..at(self.range.end)),
            (true, false) => Some(at(self.range.start)..at(self.range.start)),
            (false, true) => Some(at(self.range.end)..at(self.range.end)),
            (false, false) => None,
        }
    }
}

/// A block's range runs on over line breaks to the next key; what is marked ends where its text does.
fn without_tail(lines: &Lines<'_>, mark: &Range<usize>) -> Range<usize> {
    let marked = &lines.file()[mark.clone()];
    let kept = marked.trim_end();
    let end = if marked[kept.len()..].contains('\n') { mark.start + kept.len() } else { mark.end };
    mark.start..end
}

fn groups(seen: &BTreeSet<usize>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for &line in seen {
        match groups.last_mut() {
            Some(group) if line - group.end() <= FAR => *group = *group.start()..=line,
            _ => groups.push(line..=line),
        }
    }
    groups
}

fn window(lines: &Lines<'_>, marks: &[Mark], seen: &BTreeSet<usize>, group: Group, room: Room) -> Window {
    let first = *group.start();
    let mut text = String::new();
    let mut placed: Vec<(usize, Range<usize>)> = Vec::new();
    for line in group {
        if line > first {
            text.push('\n');
        }
        // A single line between two seen ones is shown too.
        if seen.contains(&line) || (seen.contains(&(line + 1)) && line > first && seen.contains(&(line - 1))) {
            place(lines, marks, line, room, &mut text, &mut placed);
        }
    }
    Window { first: first + 1, text, marks: placed }
}

/// Appends one line, and notes which marks begin or end in it.
fn place(lines: &Lines<'_>, marks: &[Mark], line: usize, room: Room, text: &mut String, placed: &mut Vec<(usize, Range<usize>)>) {
    let source = &*masked(lines, line);
    let here: Vec<(usize, Range<usize>)> =
        marks.iter().enumerate().filter_map(|(index, mark)| Some((index, mark.within(line, lines.start(line), source.len())?))).collect();
    let ranges: Vec<_> = here.iter().map(|(_, range)| range.clone()).collect();
    let shown = show(source, &ranges, room);
    for ((index, _), range) in here.into_iter().zip(shown.marks) {
        let end = text.len() + range.end;
        match placed.iter_mut().find(|(other, _)| *other == index) {
            Some((_, begun)) => begun.end = end,
            None => placed.push((index, text.len() + range.start..end)),
        }
    }
    text.push_str(&shown.text);
}
