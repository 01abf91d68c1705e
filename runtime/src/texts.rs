//! Many short texts in one piece of memory.

use std::ops::Range;

/// The texts of a request that a turn keeps: one piece of memory for all, since each piece of its own takes longer to get than to fill.
pub(crate) struct Texts(String);

/// Where a text is among others.
#[derive(Clone)]
pub(crate) struct Place(Range<usize>);

/// What a request of a device without a screen fills.
const ROOM: usize = 1000;

impl Texts {
    pub(crate) fn new() -> Self {
        Self(String::with_capacity(ROOM))
    }

    pub(crate) fn add(&mut self, text: &str) -> Place {
        let start = self.0.len();
        self.0.push_str(text);
        Place(start..self.0.len())
    }

    pub(crate) fn get(&self, place: &Place) -> &str {
        &self.0[place.0.clone()]
    }
}
