use super::{Spoken, Value};

/// `AMAZON.NUMBER` and `AMAZON.Ordinal`. Alexa sends `?` for a number that it did not catch.
impl Value for i64 {
    fn understand(spoken: &Spoken<'_>) -> Option<Self> {
        spoken.said().parse().ok()
    }
}

/// Parses a part of a value that is made of digits only; `parse` alone would take a sign.
pub(super) fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}
