//! From the bytes of a file to its text.

/// Why bytes are no text, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Undecodable {
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// The first wrong byte, counted from 0.
    pub byte: usize,
    /// What the bytes look like as text, for the message; the same as they are up to the wrong one.
    pub text: String,
}

/// The text of a file, which is UTF-8.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if let Some(encoding) = other_encoding(&bytes) {
        let message = format!("the file is written in {encoding}; save it as UTF-8");
        return Err(Undecodable { message, byte: 0, text: String::new() });
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let wrong = error.as_bytes().get(byte).copied().unwrap_or_default();
        let message = format!("the byte 0x{wrong:02X} is not UTF-8; save the file as UTF-8");
        Undecodable { message, byte, text: String::from_utf8_lossy(error.as_bytes()).into_owned() }
    })
}

/// The encoding that a byte-order mark or a zero byte gives away.
fn other_encoding(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some("UTF-32"),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some("UTF-16"),
        [0, 1..=0x7F, 0, ..] | [1..=0x7F, 0, 1..=0x7F, ..] => Some("UTF-16"),
        _ => None,
    }
}
