//! Samples taken apart: words, slots in braces, and braces that hold no slot. What the rules over samples share.

mod heard;
mod marks;
mod unread;

pub(crate) use heard::{ByFingerprint, fingerprint, heard};
pub(crate) use marks::{Class, Marks, class};
pub(crate) use unread::Unread;

use crate::builtin::{Gives, slot_type};
use crate::skill::{Model, ModelIntent, ModelSlot, Sample};
use crate::source::Span;
use std::borrow::Cow;
use std::ops::Range;

/// A piece of a sample; ranges count the bytes of its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Part<'t> {
    /// What stands outside of braces.
    Words(Range<usize>),
    /// What stands in braces, as it is written; the range holds the braces too.
    Slot { name: &'t str, range: Range<usize> },
    /// A brace that belongs to no slot.
    Stray(Brace, Range<usize>),
}

/// What is wrong with a brace.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Brace {
    /// A `{` that is never closed, or not before the next `{`.
    Unclosed,
    /// A `}` that nothing opens.
    Unopened,
    /// `{}`.
    Empty,
}

impl Part<'_> {
    /// Where it stands in the sample's text.
    pub fn range(&self) -> Range<usize> {
        match self {
            Part::Words(range) | Part::Slot { range, .. } | Part::Stray(_, range) => range.clone(),
        }
    }
}

/// The pieces of a sample's text, in their order.
pub(crate) fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let part = part(text, at)?;
        at = part.range().end;
        Some(part)
    })
}

fn part(text: &str, at: usize) -> Option<Part<'_>> {
    Some(match text.as_bytes().get(at)? {
        b'{' => match brace(text, at + 1) {
            end if text.as_bytes().get(end) == Some(&b'}') => slot(text, at..end + 1),
            end => Part::Stray(Brace::Unclosed, at..end),
        },
        b'}' => Part::Stray(Brace::Unopened, at..at + 1),
        _ => Part::Words(at..brace(text, at)),
    })
}

fn slot(text: &str, range: Range<usize>) -> Part<'_> {
    let name = &text[range.start + 1..range.end - 1];
    if name.trim().is_empty() { Part::Stray(Brace::Empty, range) } else { Part::Slot { name, range } }
}

/// The first brace from `at` on, or the end of the text.
fn brace(text: &str, at: usize) -> usize {
    let found = text.as_bytes()[at..].iter().position(|byte| matches!(byte, b'{' | b'}'));
    found.map_or(text.len(), |offset| at + offset)
}

/// The names of the slots in a sample, and where they stand; without those that are written wrongly, which other rules report.
pub(crate) fn slots(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    parts(text).filter_map(|part| match part {
        Part::Slot { name, range } => clean(name).map(|name| (name, range)),
        _ => None,
    })
}

/// The name of a slot without spaces around it, unless it is written in a way that no slot can have.
fn clean(name: &str) -> Option<&str> {
    if marks::is_plain_name(name) {
        return Some(name);
    }
    let bare = name.trim();
    (!bare.contains('|') && !bare.contains(char::is_whitespace)).then_some(bare)
}

/// Everything that users say in a locale, answers to questions included, with the intent that it belongs to.
pub(crate) fn all<'m, 's>(model: &'m Model<'s>) -> impl Iterator<Item = (&'m ModelIntent<'s>, &'m Sample<'s>)> {
    let of = |intent: &'m ModelIntent<'s>| intent.samples.iter().chain(intent.slots.iter().flat_map(|slot| &slot.samples));
    model.intents.iter().flat_map(move |intent| of(intent).map(move |sample| (intent, sample)))
}

/// Those of them that have something to look at.
pub(crate) fn marked<'m, 's>(model: &'m Model<'s>, marks: Marks) -> impl Iterator<Item = (&'m ModelIntent<'s>, &'m Sample<'s>)> {
    all(model).filter(move |(_, sample)| sample.marks.has(marks))
}

/// The place of a part of a sample: exact where it is written as it is, else the whole sample.
pub(crate) fn place(sample: &Sample<'_>, range: Range<usize>) -> Span {
    exact(sample, range).unwrap_or(sample.span)
}

/// The place of a part of a sample, where it is written as it is: only there it can be edited.
pub(crate) fn exact(sample: &Sample<'_>, range: Range<usize>) -> Option<Span> {
    match sample.text {
        Cow::Borrowed(text) if sample.span.range().len() == text.len() => Some(sample.span.slice(range)),
        _ => None,
    }
}

/// The type of a slot of the intent, for what counts by types; the name of a slot that has none.
pub(crate) fn type_of<'m>(intent: &'m ModelIntent<'_>, slot: &'m str) -> &'m str {
    intent.slot(slot).and_then(|slot| slot.kind).map_or(slot, |kind| kind.value)
}

/// Whether the slot is one for a free phrase. The deprecated types for phrases follow other rules.
pub(crate) fn is_phrase(slot: &ModelSlot<'_>) -> bool {
    let known = slot.kind.and_then(|kind| slot_type(kind.value));
    known.is_some_and(|known| known.gives == Gives::Phrase && known.instead.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_falls_into_words_slots_and_stray_braces() {
        let found: Vec<_> = parts("from {a} to {b").collect();
        let slot = Part::Slot { name: "a", range: 5..8 };
        assert_eq!(found, [Part::Words(0..5), slot, Part::Words(8..12), Part::Stray(Brace::Unclosed, 12..14)]);
        let found: Vec<_> = parts("{a{b}}{ }").collect();
        let unclosed = Part::Stray(Brace::Unclosed, 0..2);
        let slot = Part::Slot { name: "b", range: 2..5 };
        assert_eq!(found, [unclosed, slot, Part::Stray(Brace::Unopened, 5..6), Part::Stray(Brace::Empty, 6..9)]);
    }

    #[test]
    fn the_pieces_are_the_whole_text() {
        for text in ["", "{", "}", "{}", "}{", "ä{ö}ü", "{{{", "a}b}c", "{a|b} {c d}", "再生{曲}"] {
            let joined: String = parts(text).map(|part| &text[part.range()]).collect();
            assert_eq!(joined, text);
        }
    }
}
