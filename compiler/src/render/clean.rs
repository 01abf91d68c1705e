//! Makes text from outside fit to print: what a terminal would obey, or a reader not see, is written as an escape.

use std::borrow::Cow;

/// Whether `c` could move the cursor, change colours, break a line, or reorder what is read.
pub fn is_harmful(c: char) -> bool {
    // Marks, separators, embeddings and overrides, isolates; joiners stay, since Indian scripts need them.
    c.is_control() || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `text` on one line: harmful characters, line breaks and tabs among them, appear as `\n` or `\u{1b}`.
pub fn line(text: &str) -> Cow<'_, str> {
    escape(text, is_harmful)
}

/// Like [`line()`], but line breaks stay.
pub fn lines(text: &str) -> Cow<'_, str> {
    escape(text, |c| c != '\n' && is_harmful(c))
}

/// Appends `c` to `out`, as an escape where it is harmful.
pub(super) fn push(out: &mut String, c: char) {
    if is_harmful(c) { out.extend(c.escape_default()) } else { out.push(c) }
}

fn escape(text: &str, harmful: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&harmful) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if harmful(c) { push(&mut out, c) } else { out.push(c) }
    }
    Cow::Owned(out)
}

/// JSON in which harmful characters stand as `\u001b`: a reader gets the very text, a terminal never does.
#[cfg(feature = "render")]
pub fn json(text: String) -> String {
    use std::fmt::Write;
    let harmful = |c: char| c != '\n' && is_harmful(c);
    if !text.contains(harmful) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if !harmful(c) {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            write!(out, "\\u{unit:04x}").expect("a string takes all that is written");
        }
    }
    out
}
