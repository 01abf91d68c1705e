//! Text with indentation.

/// Collects lines.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
    depth: usize,
}

impl Writer {
    /// One line, indented.
    pub fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if !line.is_empty() {
            (0..self.depth).for_each(|_| self.text.push_str("    "));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// An empty line, unless a block has just begun.
    pub fn gap(&mut self) {
        if !self.text.ends_with("{\n") && !self.text.ends_with("[\n") && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A doc comment; `text` may hold anything.
    pub fn doc(&mut self, text: impl AsRef<str>) {
        self.line(format!("/// {}", plain(text.as_ref())));
    }

    /// `head { … }`.
    pub fn block(&mut self, head: impl AsRef<str>, write: impl FnOnce(&mut Writer)) {
        self.between(format!("{} {{", head.as_ref()), "}", write);
    }

    /// `open`, indented lines, `close`.
    pub fn between(&mut self, open: impl AsRef<str>, close: &str, write: impl FnOnce(&mut Writer)) {
        self.line(open);
        self.depth += 1;
        write(self);
        self.depth -= 1;
        self.line(close);
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// A string literal; the only way for a text of the skill into code.
pub(super) fn literal(text: &str) -> String {
    format!("{text:?}")
}

/// A text of the skill as part of a doc comment: on one line, and short.
fn plain(text: &str) -> String {
    const LONGEST: usize = 160;
    let mut plain: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).take(LONGEST).collect();
    if text.chars().count() > LONGEST {
        plain.push('…');
    }
    plain
}

/// A text of the skill in backticks, where Markdown leaves it alone.
pub(super) fn code(text: &str) -> String {
    format!("`{}`", text.replace('`', "'"))
}
