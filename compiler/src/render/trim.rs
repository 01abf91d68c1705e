//! One line of source as it is shown: escaped, and cut down to what lies around the marked places.

use super::clean;
use std::ops::Range;

/// How few characters are kept on either side of a mark, however many marks the line has.
const LEAST_REACH: usize = 10;

/// The room that a line has.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// How many characters fit.
    pub columns: usize,
    /// What stands for the characters left out.
    pub ellipsis: &'static str,
}

/// A line as it is shown, and where the marks are in it.
pub(super) struct Shown {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// Shows `line` with `marks`, which are byte ranges within it.
pub(super) fn show(line: &str, marks: &[Range<usize>], room: Room) -> Shown {
    let mut points: Vec<usize> = marks.iter().flat_map(|mark| [mark.start, mark.end]).collect();
    points.sort_unstable();
    points.dedup();
    let (text, shown) = write(line, &kept(line, marks, room), &points, room.ellipsis);
    let at = |offset: &usize| points.binary_search(offset).map_or(text.len(), |index| shown[index]);
    let marks = marks.iter().map(|mark| at(&mark.start)..at(&mark.end)).collect();
    Shown { text, marks }
}

/// The parts of the line that are kept, in order.
fn kept(line: &str, marks: &[Range<usize>], room: Room) -> Vec<Range<usize>> {
    if count(line, room.columns + 1) <= room.columns {
        return std::iter::once(0..line.len()).collect();
    }
    if marks.is_empty() {
        let end = forward(line, 0, room.columns);
        return std::iter::once(0..end).collect();
    }
    let cores = cores(line, marks, room.columns / 2);
    let taken: usize = cores.iter().map(|core| count(&line[core.clone()], room.columns)).sum();
    let reach = (room.columns.saturating_sub(taken) / (2 * cores.len())).max(LEAST_REACH);
    let wide = cores.into_iter().map(|core| backward(line, core.start, reach)..forward(line, core.end, reach));
    merge(wide, line.len(), room.ellipsis.len())
}

/// What must be seen of the marks: all of a short one, both ends of a long one.
fn cores(line: &str, marks: &[Range<usize>], short: usize) -> Vec<Range<usize>> {
    let mut cores: Vec<_> = marks
        .iter()
        .flat_map(|mark| match count(&line[mark.clone()], short + 1) <= short {
            true => vec![mark.clone()],
            false => vec![mark.start..mark.start, mark.end..mark.end],
        })
        .collect();
    cores.sort_unstable_by_key(|core| (core.start, core.end));
    cores.dedup();
    cores
}

/// Joins parts that touch, or that less lies between than the ellipsis would take.
fn merge(parts: impl Iterator<Item = Range<usize>>, len: usize, least: usize) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match merged.last_mut() {
            Some(last) if part.start <= last.end + least => last.end = last.end.max(part.end),
            _ => merged.push(part),
        }
    }
    if let Some(first) = merged.first_mut().filter(|first| first.start <= least) {
        first.start = 0;
    }
    if let Some(last) = merged.last_mut().filter(|last| last.end + least >= len) {
        last.end = len;
    }
    merged
}

/// The kept parts as text, and where the points (sorted, and within the parts) are in it.
fn write(line: &str, parts: &[Range<usize>], points: &[usize], ellipsis: &str) -> (String, Vec<usize>) {
    let mut text = String::new();
    let mut shown = Vec::with_capacity(points.len());
    let reach = |offset: usize, text: &String, shown: &mut Vec<usize>| {
        while points.get(shown.len()).is_some_and(|point| *point <= offset) {
            shown.push(text.len());
        }
    };
    for part in parts {
        if part.start > 0 {
            text.push_str(ellipsis);
        }
        for (at, c) in line[part.clone()].char_indices() {
            reach(part.start + at, &text, &mut shown);
            // The renderer of the snippet widens tabs, and knows their width when it underlines.
            if c == '\t' { text.push(c) } else { clean::push(&mut text, c) }
        }
        reach(part.end, &text, &mut shown);
    }
    if parts.last().is_some_and(|part| part.end < line.len()) {
        text.push_str(ellipsis);
    }
    (text, shown)
}

/// The number of characters, or `most` if there are more.
fn count(text: &str, most: usize) -> usize {
    text.chars().take(most).count()
}

fn forward(line: &str, from: usize, chars: usize) -> usize {
    line[from..].char_indices().nth(chars).map_or(line.len(), |(at, _)| from + at)
}

fn backward(line: &str, from: usize, chars: usize) -> usize {
    line[..from].char_indices().rev().take(chars).last().map_or(from, |(at, _)| at)
}
