use super::{Heard, Known, Spoken, Value, Words};

/// The type of a field that may have nothing in it, read from what was said for its slot.
pub trait Read: Sized {
    /// Reads the slot; nothing said is an empty slice.
    fn read(spoken: &[Spoken<'_>]) -> Self;
}

impl Read for Option<Words> {
    fn read(spoken: &[Spoken<'_>]) -> Self {
        spoken.first().map(Words::new)
    }
}

impl Read for Vec<Words> {
    fn read(spoken: &[Spoken<'_>]) -> Self {
        spoken.iter().map(Words::new).collect()
    }
}

impl<T: Value> Read for Option<Heard<T>> {
    fn read(spoken: &[Spoken<'_>]) -> Self {
        spoken.first().map(Heard::new)
    }
}

impl<T: Value> Read for Vec<Heard<T>> {
    fn read(spoken: &[Spoken<'_>]) -> Self {
        spoken.iter().map(Heard::new).collect()
    }
}

/// The type of a field that the handler can count on. `None` asks the user again.
pub trait Require: Sized {
    /// Reads the slot; an empty slice never comes.
    fn require(spoken: &[Spoken<'_>]) -> Option<Self>;
}

impl Require for Words {
    fn require(spoken: &[Spoken<'_>]) -> Option<Self> {
        spoken.first().map(Words::new)
    }
}

impl Require for Vec<Words> {
    fn require(spoken: &[Spoken<'_>]) -> Option<Self> {
        Some(Self::read(spoken))
    }
}

impl<T: Value> Require for Known<T> {
    fn require(spoken: &[Spoken<'_>]) -> Option<Self> {
        spoken.first().and_then(known)
    }
}

impl<T: Value> Require for Vec<Known<T>> {
    fn require(spoken: &[Spoken<'_>]) -> Option<Self> {
        spoken.iter().map(known).collect()
    }
}

fn known<T: Value>(spoken: &Spoken<'_>) -> Option<Known<T>> {
    T::understand(spoken).map(|value| Known::new(value, spoken.said()))
}
