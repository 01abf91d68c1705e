use super::{Heard, Known, Spoken, Value, Words};

/// A field's type, read from what was said for its slot. `None` asks the user again, so only a required field says it.
pub trait Read: Sized {
    /// Reads the slot; nothing said is an empty slice, and never comes for a required slot.
    fn read(spoken: &[Spoken<'_>]) -> Option<Self>;
}

impl Read for Words {
    fn read(spoken: &[Spoken<'_>]) -> Option<Self> {
        spoken.first().map(Words::new)
    }
}

impl Read for Option<Words> {
    fn read(spoken: &[Spoken<'_>]) -> Option<Self> {
        Some(spoken.first().map(Words::new))
    }
}

impl Read for Vec<Words> {
    fn read(spoken: &[Spoken<'_>]) -> Option<Self> {
        Some(spoken.iter().map(Words::new).collect())
    }
}

impl<T: Value> Read for Known<T> {
    fn read(spoken: &[Spoken<'_>]) -> Option<Self> {
        spoken.first().and_then(known)
    }
}

impl<T: Value> Read for Option<Heard<T>> {
    fn read(spoken: &[Spoken<'_>]) -> Option<Self> {
        Some(spoken.first().map(Heard::new))
    }
}

impl<T: Value> Read for Vec<Known<T>> {
    fn read(spoken: &[Spoken<'_>]) -> Option<Self> {
        spoken.iter().map(known).collect()
    }
}

impl<T: Value> Read for Vec<Heard<T>> {
    fn read(spoken: &[Spoken<'_>]) -> Option<Self> {
        Some(spoken.iter().map(Heard::new).collect())
    }
}

fn known<T: Value>(spoken: &Spoken<'_>) -> Option<Known<T>> {
    T::understand(spoken).map(|value| Known::new(value, spoken.said()))
}
