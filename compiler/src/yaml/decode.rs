//! From the bytes of a file to its text.

use crate::source::Position;

/// Why bytes are no text, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Undecodable {
    /// What is wrong, in one line without a full stop.
    pub message: String,
    /// The first wrong byte, counted from 0.
    pub byte: usize,
    /// Its line and column.
    pub position: Position,
}

/// The text of a file, which is UTF-8.
pub(crate) fn decode(bytes: Vec<u8>) -> Result<String, Undecodable> {
    if let Some(encoding) = other_encoding(&bytes) {
        let message = format!("the file is written in {encoding}; save it as UTF-8");
        return Err(Undecodable { message, byte: 0, position: Position { line: 1, column: 1 } });
    }
    String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let (valid, rest) = error.as_bytes().split_at(byte);
        let wrong = rest.first().copied().unwrap_or_default();
        let message = format!("the byte 0x{wrong:02X} is not UTF-8; save the file as UTF-8");
        Undecodable { message, byte, position: position(&String::from_utf8_lossy(valid)) }
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

/// The place behind `before`.
fn position(before: &str) -> Position {
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
}
