//! Which characters samples can have, and what there is to look at in a sample.

use super::{Part, parts};
use std::ops::Range;

/// What may stand in a sample outside of braces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Class {
    /// A letter, a mark on one, a space, or one of `.`, `_`, `'` and `-`.
    Allowed,
    /// A digit, or another sign for a number.
    Digit,
    /// Anything else.
    Forbidden,
}

/// What kind of character it is.
pub(crate) fn class(letter: char) -> Class {
    match letter {
        'a'..='z' | 'A'..='Z' | ' ' | '.' | '_' | '\'' | '-' => Class::Allowed,
        '0'..='9' => Class::Digit,
        '\0'..='\x7f' => Class::Forbidden,
        _ if letter.is_alphabetic() => Class::Allowed,
        _ if letter.is_numeric() => Class::Digit,
        _ if is_mark(letter) => Class::Allowed,
        _ => Class::Forbidden,
    }
}

/// Whether it belongs to the letter before it, or joins two of them: what continues a name in Unicode, without the signs among that.
fn is_mark(letter: char) -> bool {
    let sign = matches!(letter, '·' | '\u{387}' | '・' | '･' | '＿' | '\u{203f}'..='\u{2054}' | '\u{fe33}'..='\u{fe4f}');
    matches!(letter, '\u{200c}' | '\u{200d}') || (unicode_ident::is_xid_continue(letter) && !sign)
}

/// Whether the name of a slot is written as all names are.
pub(super) fn is_plain_name(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.'))
}

/// What there is to look at in a sample. It is found out once, so that the rules pass over the many samples that are in order.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(crate) struct Marks(u8);

impl Marks {
    /// A character that samples cannot have.
    pub const SIGN: Marks = Marks(1);
    /// A digit.
    pub const DIGIT: Marks = Marks(2);
    /// A brace that belongs to no slot.
    pub const STRAY: Marks = Marks(4);
    /// A slot.
    pub const SLOT: Marks = Marks(8);
    /// More than one slot.
    pub const SLOTS: Marks = Marks(16);
    /// A slot whose braces hold more than a name.
    pub const ODD_SLOT: Marks = Marks(32);
    /// A slot that has something else than a space beside it.
    pub const TOUCHED: Marks = Marks(64);

    /// What there is in `text`.
    pub fn of(text: &str) -> Marks {
        let mut marks = Marks::default();
        for part in parts(text) {
            match part {
                Part::Words(range) => marks.add_words(&text[range]),
                Part::Stray(..) => marks.add(Marks::STRAY),
                Part::Slot { name, range } => marks.add_slot(text, name, range),
            }
        }
        marks
    }

    /// Whether all of `other` are among them.
    pub fn has(self, other: Marks) -> bool {
        self.0 & other.0 == other.0
    }

    fn add(&mut self, other: Marks) {
        self.0 |= other.0;
    }

    fn add_words(&mut self, words: &str) {
        // Most samples are nothing but this.
        if words.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' ') {
            return;
        }
        for letter in words.chars() {
            match class(letter) {
                Class::Allowed => {}
                Class::Digit => self.add(Marks::DIGIT),
                Class::Forbidden => self.add(Marks::SIGN),
            }
        }
    }

    fn add_slot(&mut self, text: &str, name: &str, range: Range<usize>) {
        self.add(if self.has(Marks::SLOT) { Marks::SLOTS } else { Marks::SLOT });
        if !is_plain_name(name) {
            self.add(Marks::ODD_SLOT);
        }
        let beside = [range.start.checked_sub(1), Some(range.end)];
        if beside.iter().flatten().filter_map(|at| text.as_bytes().get(*at)).any(|byte| *byte != b' ') {
            self.add(Marks::TOUCHED);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_any_script_are_letters() {
        for text in ["café", "cafe\u{301}", "नमस्ते", "क़लम", "مَرحبًا", "が\u{3099}ー々", "l'été", "n. b. a.", "สวัสดีน้ำ"]
        {
            assert!(text.chars().all(|letter| class(letter) == Class::Allowed), "{text}");
        }
        for sign in ['?', ',', '’', '“', '。', '？', '،', '؟', '।', '\t', '\u{a0}', '\u{3000}', '&', '😀', '・', '¿'] {
            assert_eq!(class(sign), Class::Forbidden, "{sign}");
        }
        for digit in ['4', '４', '٤', '४', '½', '²'] {
            assert_eq!(class(digit), Class::Digit, "{digit}");
        }
    }

    #[test]
    fn a_sample_in_order_has_no_marks() {
        assert_eq!(Marks::of("what's the n. b. a. score"), Marks::default());
        assert_eq!(Marks::of("from {a}"), Marks::SLOT);
    }

    #[test]
    fn each_mark_is_found() {
        for (text, mark) in [
            ("say, hello", Marks::SIGN),
            ("曲？", Marks::SIGN),
            ("channel 5", Marks::DIGIT),
            ("{a", Marks::STRAY),
            ("a}", Marks::STRAY),
            ("{}", Marks::STRAY),
            ("from {a} to {b}", Marks::SLOTS),
            ("{ a}", Marks::ODD_SLOT),
            ("{a|b}", Marks::ODD_SLOT),
            ("x{a}", Marks::TOUCHED),
            ("{a}の", Marks::TOUCHED),
            ("{a}{b}", Marks::TOUCHED),
        ] {
            assert!(Marks::of(text).has(mark), "{text}");
        }
        assert!(!Marks::of("{a,1}").has(Marks::SIGN));
    }
}
