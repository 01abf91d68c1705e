//! Is SSML well-formed? Alexa answers a fault with a failed turn and no word in the skill's log.

use std::fmt;

const OPEN: &str = "<speak>";
const CLOSE: &str = "</speak>";

/// Where SSML is broken, and how.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    at: usize,
    what: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SSML is not well-formed at byte {}: {}", self.at, self.what)
    }
}

/// Checks SSML and takes an outer `<speak>` off, so that pieces can be put together.
pub(crate) fn check(ssml: &str) -> Result<&str, Fault> {
    let (inner, before) = strip_root(ssml)?;
    well_formed(inner).map_err(|fault| Fault { at: before + fault.at, ..fault })?;
    Ok(inner)
}

/// What is in the outer `<speak>`, and how many bytes are before it. A root of which a half is missing is told as what it is.
fn strip_root(ssml: &str) -> Result<(&str, usize), Fault> {
    let text = ssml.trim();
    let before = ssml.len() - ssml.trim_start().len();
    let root = (text.strip_prefix(OPEN), text.strip_suffix(CLOSE));
    let fault = |at, what| Err(Fault { at: before + at, what });
    match root {
        (Some(rest), Some(_)) => Ok((rest.strip_suffix(CLOSE).unwrap_or(rest), before + OPEN.len())),
        (Some(_), None) => match text.rfind(CLOSE) {
            Some(at) => fault(at + CLOSE.len(), "something stands after `</speak>`"),
            None => fault(text.len(), "`</speak>` is missing"),
        },
        (None, Some(_)) if !text.contains("<speak") => fault(0, "`<speak>` is missing"),
        (None, _) => Ok((text, before)),
    }
}

fn well_formed(inner: &str) -> Result<(), Fault> {
    let mut reader = Reader { text: inner, at: 0 };
    let mut open: Vec<&str> = Vec::new();
    while let Some(c) = reader.peek() {
        match c {
            '<' => reader.tag(&mut open)?,
            '&' => reader.reference()?,
            c if c.is_control() && !matches!(c, '\t' | '\n' | '\r') => return Err(reader.fault("a control character")),
            c => reader.at += c.len_utf8(),
        }
    }
    if open.is_empty() { Ok(()) } else { Err(reader.fault("a tag is not closed")) }
}

/// How many audio clips SSML plays.
pub(crate) fn audio_tags(ssml: &str) -> usize {
    ssml.match_indices("<audio").count()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn fault(&self, what: &'static str) -> Fault {
        Fault { at: self.at, what }
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn name(&mut self) -> Result<&'a str, Fault> {
        let rest = self.rest();
        let part = |c: char| c.is_alphanumeric() || matches!(c, ':' | '-' | '_' | '.');
        let end = rest.find(|c| !part(c)).unwrap_or(rest.len());
        if !rest.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return Err(self.fault("a name is missing"));
        }
        self.at += end;
        Ok(&rest[..end])
    }

    fn blanks(&mut self) -> bool {
        let rest = self.rest();
        let trimmed = rest.trim_start_matches([' ', '\t', '\n', '\r']);
        self.at += rest.len() - trimmed.len();
        trimmed.len() < rest.len()
    }

    fn tag(&mut self, open: &mut Vec<&'a str>) -> Result<(), Fault> {
        if self.take("<!--") {
            return self.comment();
        }
        if self.take("</") {
            return self.close(open);
        }
        self.at += 1;
        let name = self.name()?;
        if name == "speak" {
            return Err(self.fault("<speak> stands inside"));
        }
        self.attributes()?;
        if self.take("/>") {
            return Ok(());
        }
        if !self.take(">") {
            return Err(self.fault("a tag does not end"));
        }
        open.push(name);
        Ok(())
    }

    fn close(&mut self, open: &mut Vec<&'a str>) -> Result<(), Fault> {
        let name = self.name()?;
        self.blanks();
        if !self.take(">") {
            return Err(self.fault("a tag does not end"));
        }
        if open.pop() != Some(name) {
            return Err(self.fault("a closing tag does not fit the open one"));
        }
        Ok(())
    }

    fn comment(&mut self) -> Result<(), Fault> {
        let end = self.rest().find("-->").ok_or_else(|| self.fault("a comment does not end"))?;
        self.at += end + "-->".len();
        Ok(())
    }

    fn attributes(&mut self) -> Result<(), Fault> {
        let mut seen: Vec<&str> = Vec::new();
        while self.blanks() && !matches!(self.peek(), Some('/' | '>')) {
            let name = self.name()?;
            if seen.contains(&name) {
                return Err(self.fault("an attribute stands twice"));
            }
            seen.push(name);
            self.blanks();
            if !self.take("=") {
                return Err(self.fault("an attribute has no value"));
            }
            self.blanks();
            self.quoted()?;
        }
        Ok(())
    }

    fn quoted(&mut self) -> Result<(), Fault> {
        let quote = self.peek().filter(|c| matches!(c, '"' | '\'')).ok_or_else(|| self.fault("a value has no quotes"))?;
        self.at += 1;
        while let Some(c) = self.peek() {
            match c {
                c if c == quote => {
                    self.at += 1;
                    return Ok(());
                }
                '<' => return Err(self.fault("`<` stands in a value")),
                '&' => self.reference()?,
                c => self.at += c.len_utf8(),
            }
        }
        Err(self.fault("a value does not end"))
    }

    fn reference(&mut self) -> Result<(), Fault> {
        let rest = &self.rest()[1..];
        let end = rest.find(';').filter(|end| *end <= 10).ok_or_else(|| self.fault("`&` has to be written `&amp;`"))?;
        if !is_reference(&rest[..end]) {
            return Err(self.fault("`&` has to be written `&amp;`"));
        }
        self.at += end + 2;
        Ok(())
    }
}

fn is_reference(name: &str) -> bool {
    let code = match name.strip_prefix('#') {
        None => return matches!(name, "amp" | "lt" | "gt" | "quot" | "apos"),
        Some(code) => code,
    };
    if code.contains('+') {
        return false;
    }
    let code = match code.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => code.parse(),
    };
    code.ok().and_then(char::from_u32).is_some_and(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn well_formed_ssml_passes() {
        for ssml in [
            "",
            "plain &amp; simple &#xe9;",
            "<speak>in a root</speak>",
            "<p>one<break time='1s'/>two</p>",
            r#"<amazon:effect name="whispered">psst</amazon:effect>"#,
            "<audio src = \"https://a.example/x.mp3?a=1&amp;b=2\" />",
            "<!-- aside -->said",
        ] {
            assert!(check(ssml).is_ok(), "{ssml}");
        }
    }

    #[test]
    fn a_root_that_does_not_end_is_told() {
        for (ssml, told) in [
            ("<speak>hello <b> there", "at byte 22: `</speak>` is missing"),
            (" <speak>hello there ", "at byte 19: `</speak>` is missing"),
            ("hello there</speak>", "at byte 0: `<speak>` is missing"),
            ("<speak>one</speak> two", "at byte 18: something stands after `</speak>`"),
            ("one <speak>two</speak>", "at byte 10: <speak> stands inside"),
            ("<speak>fish & chips</speak>", "at byte 12: `&` has to be written `&amp;`"),
        ] {
            assert_eq!(check(ssml).expect_err(ssml).to_string(), format!("SSML is not well-formed {told}"));
        }
    }

    #[test]
    fn what_alexa_would_refuse_does_not() {
        for ssml in [
            "fish & chips",
            "1 < 2",
            "<p>open",
            "</p>",
            "<p><s></p></s>",
            "<break time=1s/>",
            "<break time/>",
            "<a b='1' b='2'/>",
            "<audio src='x<y'/>",
            "<audio src='a&b'/>",
            "<speak>two</speak><speak>roots</speak>",
            "&nbsp;",
            "&#0;",
            "<",
            "<p",
            "<!-- x",
            "a\u{7}b",
            "&é;",
        ] {
            assert!(check(ssml).is_err(), "{ssml}");
        }
    }
}
