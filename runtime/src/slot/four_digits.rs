use std::fmt;

use super::{Spoken, Value};

/// `AMAZON.FOUR_DIGIT_NUMBER`: a code or a year, with its leading zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FourDigits(u16);

impl FourDigits {
    /// The digits as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for FourDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl Value for FourDigits {
    fn understand(spoken: &Spoken<'_>) -> Option<Self> {
        let text = spoken.said();
        let plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok().map(Self)).flatten()
    }
}
