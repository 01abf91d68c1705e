//! Which samples sound alike.

use super::{Part, parts};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What Alexa hears of a sample, letter by letter: case and the number of spaces make no difference. A slot is told by what `slot` makes of
/// its name.
pub(crate) fn heard<'t>(text: &'t str, slot: impl Fn(&'t str) -> &'t str) -> impl Iterator<Item = char> {
    let letters = parts(text).flat_map(move |part| {
        let (opening, piece, keeps) = match part {
            Part::Slot { name, .. } => (Some('{'), slot(name.trim()), true),
            other => (None, &text[other.range()], false),
        };
        opening.into_iter().chain(piece.chars().map(move |letter| if keeps { letter } else { lower(letter) }))
    });
    let mut after_space = false;
    letters.filter(move |letter| {
        let doubled = after_space && *letter == ' ';
        after_space = *letter == ' ';
        !doubled
    })
}

fn lower(letter: char) -> char {
    if letter.is_ascii() { letter.to_ascii_lowercase() } else { letter.to_lowercase().next().unwrap_or(letter) }
}

/// A number that is equal for two samples that are heard alike, and hardly ever for others.
pub(crate) fn fingerprint<'t>(text: &'t str, slot: impl Fn(&'t str) -> &'t str) -> u64 {
    let mut print = Fingerprint { hash: 0xcbf2_9ce4_8422_2325, after_space: false };
    for part in parts(text) {
        match part {
            Part::Slot { name, .. } => {
                print.add('{');
                slot(name.trim()).chars().for_each(|letter| print.add(letter));
            }
            other => text[other.range()].chars().for_each(|letter| print.add(lower(letter))),
        }
    }
    print.hash
}

struct Fingerprint {
    hash: u64,
    after_space: bool,
}

impl Fingerprint {
    fn add(&mut self, letter: char) {
        if !(letter == ' ' && self.after_space) {
            self.hash = (self.hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3);
        }
        self.after_space = letter == ' ';
    }
}

/// A map by fingerprints, which need no hashing of their own.
pub(crate) type ByFingerprint<T> = HashMap<u64, T, BuildHasherDefault<Itself>>;

/// Takes a number for its own hash.
#[derive(Default)]
pub(crate) struct Itself(u64);

impl Hasher for Itself {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> (String, u64) {
        (heard(text, |name| name).collect(), fingerprint(text, |name| name))
    }

    #[test]
    fn case_and_spaces_are_not_heard() {
        for (one, other) in [("Order  a Ride to { City }", "order a ride to {City}"), ("ÄRGER {x}  Y", "ärger {x} y"), ("{a}", "{ a }")] {
            assert_eq!(both(one), both(other));
        }
    }

    #[test]
    fn words_and_slots_are() {
        for (one, other) in [("to {City}", "to {city}"), ("to {city}", "to city"), ("a b", "ab"), ("{a} {b}", "{b} {a}")] {
            assert_ne!(both(one).0, both(other).0);
            assert_ne!(both(one).1, both(other).1);
        }
    }

    #[test]
    fn a_slot_can_be_told_by_its_type() {
        let by_type = |_| "AMAZON.City";
        assert!(heard("to {from}", by_type).eq(heard("to {to}", by_type)));
        assert_eq!(fingerprint("to {from}", by_type), fingerprint("to {to}", by_type));
    }
}
