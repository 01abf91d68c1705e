//! Slot values as types. A required slot is a plain value, since a question is asked again until it is one; an optional
//! slot is an `Option`, and keeps the user's words where they were not understood.

mod custom;
mod date;
mod duration;
mod four_digits;
mod heard;
mod known;
mod number;
mod read;
mod spoken;
mod time;
mod words;

pub use custom::Custom;
pub use date::{Date, Season};
pub use duration::Duration;
pub use four_digits::FourDigits;
pub use heard::Heard;
pub use known::Known;
#[doc(hidden)]
pub use read::{Read, Require};
#[doc(hidden)]
pub use spoken::Spoken;
pub use time::{DayPart, Time};
pub use words::Words;

/// A type that slot values are understood as.
pub trait Value: Sized {
    /// Understands what the user said, or does not.
    #[doc(hidden)]
    fn understand(spoken: &Spoken<'_>) -> Option<Self>;
}

/// What the user said when asked to confirm an intent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confirmation {
    /// They were not asked, or have not answered.
    #[default]
    None,
    /// Yes.
    Confirmed,
    /// No.
    Denied,
}

impl Confirmation {
    pub(crate) fn from_wire(text: Option<&str>) -> Self {
        match text {
            Some("CONFIRMED") => Self::Confirmed,
            Some("DENIED") => Self::Denied,
            _ => Self::None,
        }
    }
}
