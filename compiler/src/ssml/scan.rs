//! The reading of SSML, up to the first flaw.

use super::{Flaw, name_at};
use std::collections::HashSet;
use std::ops::Range;

/// A text, as far as it has been read.
pub(super) struct Scan<'t> {
    text: &'t str,
    at: usize,
    /// The tags that are open, and where they were opened.
    open: Vec<(&'t str, Range<usize>)>,
    root_closed: bool,
}

fn flawed<T>(range: Range<usize>, problem: impl Into<String>, help: impl Into<String>) -> Result<T, Flaw> {
    Err(Flaw { range, problem: problem.into(), help: help.into(), instead: None })
}

impl<'t> Scan<'t> {
    /// A text of which nothing has been read.
    pub fn new(text: &'t str) -> Self {
        Scan { text, at: text.len() - text.trim_start().len(), open: Vec::new(), root_closed: false }
    }

    /// Reads all of it.
    pub fn document(&mut self) -> Result<(), Flaw> {
        while self.at < self.text.len() {
            let words = self.at..self.text[self.at..].find(['<', '&']).map_or(self.text.len(), |offset| self.at + offset);
            if self.root_closed && !self.text[words.clone()].trim().is_empty() {
                return flawed(words, "there is text after `</speak>`", "write it before `</speak>`");
            }
            self.at = words.end;
            match self.text.as_bytes().get(self.at) {
                Some(b'<') => self.markup()?,
                Some(_) => self.at = self.entity(self.at)?,
                None => {}
            }
        }
        match self.open.pop() {
            Some((name, range)) => flawed(range, format!("`<{name}>` is never closed"), format!("write `</{name}>` where it ends")),
            None => Ok(()),
        }
    }

    /// Reads what begins with `<`.
    fn markup(&mut self) -> Result<(), Flaw> {
        let rest = &self.text[self.at..];
        for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>")] {
            if rest.starts_with(opening) {
                let Some(end) = rest.find(closing) else {
                    return flawed(
                        self.at..self.at + opening.len(),
                        format!("`{opening}` is never closed"),
                        format!("write `{closing}` where it ends"),
                    );
                };
                self.at += end + closing.len();
                return Ok(());
            }
        }
        if rest.starts_with("</") { self.closing_tag() } else { self.opening_tag() }
    }

    fn closing_tag(&mut self) -> Result<(), Flaw> {
        let start = self.at;
        let name = name_at(self.text, start + 2).unwrap_or_default();
        self.at = start + 2 + name.len();
        self.skip_spaces();
        if name.is_empty() || !self.take('>') {
            return flawed(start..self.at, "a closing tag is broken off", "write it as `</name>`");
        }
        match self.open.pop() {
            Some((opened, _)) if opened == name => {}
            Some((opened, _)) => {
                return flawed(
                    start..self.at,
                    format!("`</{name}>` stands where `</{opened}>` is expected"),
                    "close the tags in the opposite order of their opening",
                );
            }
            None => return flawed(start..self.at, format!("`</{name}>` closes nothing"), "remove it, or write its opening tag"),
        }
        self.root_closed = self.open.is_empty();
        Ok(())
    }

    fn opening_tag(&mut self) -> Result<(), Flaw> {
        let start = self.at;
        let Some(name) = name_at(self.text, start + 1) else {
            return Err(Flaw {
                range: start..start + 1,
                problem: "a `<` begins no tag".to_owned(),
                help: "write `&lt;` for the sign itself".to_owned(),
                instead: Some("&lt;"),
            });
        };
        if self.root_closed {
            return flawed(start..start + 1 + name.len(), format!("`<{name}>` stands after `</speak>`"), "write it before `</speak>`");
        }
        self.at = start + 1 + name.len();
        let mut names = HashSet::new();
        loop {
            let spaced = self.skip_spaces();
            if self.take('>') {
                self.open.push((name, start..self.at));
                return Ok(());
            }
            if self.text[self.at..].starts_with("/>") {
                self.at += 2;
                return Ok(());
            }
            self.attribute(name, spaced, start, &mut names)?;
        }
    }

    /// Reads `name="value"`.
    fn attribute(&mut self, tag: &str, spaced: bool, tag_start: usize, names: &mut HashSet<&'t str>) -> Result<(), Flaw> {
        let start = self.at;
        let Some(name) = name_at(self.text, start) else { return self.no_attribute(tag, tag_start) };
        self.at += name.len();
        self.skip_spaces();
        let equals = self.take('=');
        self.skip_spaces();
        let quote = self.text[self.at..].chars().next().filter(|quote| equals && matches!(quote, '"' | '\''));
        let Some(quote) = quote else {
            return flawed(
                start..self.at,
                format!("the attribute `{name}` of `<{tag}>` has no value in quotes"),
                format!("write `{name}=\"…\"`"),
            );
        };
        if !spaced || !names.insert(name) {
            let problem = if spaced { "stands there twice" } else { "touches the attribute before it" };
            return flawed(
                start..start + name.len(),
                format!("the attribute `{name}` of `<{tag}>` {problem}"),
                "write each attribute once, with spaces between",
            );
        }
        self.value(name, quote)
    }

    fn no_attribute(&self, tag: &str, tag_start: usize) -> Result<(), Flaw> {
        match self.text[self.at..].chars().next() {
            None => flawed(tag_start..self.text.len(), format!("the tag `<{tag}` is never finished"), "write its `>`"),
            Some('{') => flawed(
                self.at..self.at + 1,
                format!("an argument stands in the tag `<{tag}>` itself"),
                "arguments can stand in the text and in the values of attributes",
            ),
            Some(found) => {
                let range = self.at..self.at + found.len_utf8();
                flawed(
                    range,
                    format!("a `{found}` in the tag `<{tag}>` where an attribute is expected"),
                    "write attributes as `name=\"value\"`",
                )
            }
        }
    }

    /// Reads the value of an attribute up to its closing quote.
    fn value(&mut self, name: &str, quote: char) -> Result<(), Flaw> {
        let start = self.at;
        self.at += 1;
        while let Some(offset) = self.text[self.at..].find([quote, '<', '&']) {
            self.at += offset;
            match self.text.as_bytes()[self.at] {
                b'&' => self.at = self.entity(self.at)?,
                b'<' => break,
                _ => {
                    self.at += 1;
                    return Ok(());
                }
            }
        }
        flawed(start..start + 1, format!("the value of the attribute `{name}` is never closed"), format!("write `{quote}` where it ends"))
    }

    /// The end of the entity that begins at `at`.
    fn entity(&self, at: usize) -> Result<usize, Flaw> {
        let rest = &self.text[at + 1..];
        let name = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '#').map(|end| &rest[..end]);
        let closed = name.filter(|name| !name.is_empty() && rest[name.len()..].starts_with(';'));
        match closed {
            Some("amp" | "lt" | "gt" | "quot" | "apos") => Ok(at + 1 + closed.map_or(0, str::len) + 1),
            Some(name) if is_number(name) => Ok(at + 1 + name.len() + 1),
            Some(name) => flawed(
                at..at + name.len() + 2,
                format!("SSML knows no entity `&{name};`"),
                "write the character itself; the entities are `&amp;`, `&lt;`, `&gt;`, `&quot;` and `&apos;`",
            ),
            None => Err(Flaw {
                range: at..at + 1,
                problem: "a `&` begins no entity".to_owned(),
                help: "write `&amp;` for the sign itself".to_owned(),
                instead: Some("&amp;"),
            }),
        }
    }

    /// Whether there were any.
    fn skip_spaces(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let spaces = rest.len() - rest.trim_start().len();
        self.at += spaces;
        spaces > 0
    }

    fn take(&mut self, expected: char) -> bool {
        let found = self.text[self.at..].starts_with(expected);
        self.at += if found { expected.len_utf8() } else { 0 };
        found
    }
}

/// Whether the name of an entity is the number of a character, such as `#38` or `#x26`.
fn is_number(name: &str) -> bool {
    let Some(digits) = name.strip_prefix('#') else { return false };
    let code = match digits.strip_prefix('x') {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    };
    code.is_ok_and(|code| char::from_u32(code).is_some_and(|letter| !letter.is_control() || letter.is_whitespace()))
}
