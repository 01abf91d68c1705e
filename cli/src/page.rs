//! The pages of rules: the little Markdown that doc comments use.

use crate::terminal::Look;

/// The page as Markdown: doc comments have a blank before each line.
pub fn markdown(page: &str) -> String {
    let lines: Vec<&str> = page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
    lines.join("\n").trim().to_owned() + "\n"
}

/// The page for a terminal: paragraphs wrapped, code indented, headings bold.
pub fn text(page: &str, look: Look) -> String {
    let page = markdown(page);
    let mut out = String::new();
    let mut paragraph = String::new();
    let mut in_code = false;
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            end_paragraph(&mut out, &mut paragraph, look);
            in_code = !in_code;
        } else if in_code {
            code_line(&mut out, line, look);
        } else if let Some(heading) = line.strip_prefix('#') {
            end_paragraph(&mut out, &mut paragraph, look);
            let bold = look.paint(look.bold());
            out.push_str(&format!("{bold}{}:{bold:#}\n", heading.trim_start_matches('#').trim()));
        } else if line.trim().is_empty() {
            end_paragraph(&mut out, &mut paragraph, look);
            out.push('\n');
        } else {
            if begins_item(line) {
                end_paragraph(&mut out, &mut paragraph, look);
            }
            paragraph.push_str(if paragraph.is_empty() { "" } else { " " });
            paragraph.push_str(line.trim());
        }
    }
    end_paragraph(&mut out, &mut paragraph, look);
    out
}

/// Whether the line begins a paragraph of its own: an entry of a list, or a row of a table.
fn begins_item(line: &str) -> bool {
    let after_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['-', '*', '|']) || (after_number.len() < line.len() && after_number.starts_with(". "))
}

fn code_line(out: &mut String, line: &str, look: Look) {
    if line.is_empty() {
        out.push('\n');
        return;
    }
    let code = look.paint(look.code());
    out.push_str(&format!("    {code}{line}{code:#}\n"));
}

/// Wraps what was collected. Code in backticks keeps them, and gets its colour, word by word.
fn end_paragraph(out: &mut String, paragraph: &mut String, look: Look) {
    let indent = if begins_item(paragraph) { "  " } else { "" };
    let width = look.width.min(100);
    let mut column = 0;
    let mut in_code = false;
    for word in paragraph.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > width {
            out.push('\n');
            out.push_str(indent);
            column = indent.len();
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        push_word(out, word, &mut in_code, look);
        column += length;
    }
    if column > 0 {
        out.push('\n');
    }
    paragraph.clear();
}

fn push_word(out: &mut String, word: &str, in_code: &mut bool, look: Look) {
    let code = look.paint(look.code());
    for (index, part) in word.split('`').enumerate() {
        if index > 0 {
            *in_code = !*in_code;
            out.push('`');
        }
        if *in_code && !part.is_empty() {
            out.push_str(&format!("{code}{part}{code:#}"));
        } else {
            out.push_str(part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::terminal::Look;

    const PAGE: &str = " A key that `this block` lacks.\n\n Nothing is dropped silently: a misspelt key would\n look as if it did something.\n\n ## Fails\n\n ```yaml\n a:\n   b: [1]\n ```\n";

    #[test]
    fn paragraphs_are_wrapped_and_code_is_not() {
        let look = Look { color: false, width: 40 };
        let expected = "A key that `this block` lacks.\n\nNothing is dropped silently: a misspelt\nkey would look as if it did something.\n\nFails:\n\n    a:\n      b: [1]\n";
        assert_eq!(text(PAGE, look), expected);
    }

    #[test]
    fn code_is_coloured_between_its_backticks() {
        let look = Look { color: true, width: 100 };
        let out = text(PAGE, look);
        assert!(out.starts_with("A key that `\u{1b}[36mthis\u{1b}[0m \u{1b}[36mblock\u{1b}[0m` lacks.\n"), "{out:?}");
        assert!(out.contains("\u{1b}[1mFails:\u{1b}[0m\n"), "{out:?}");
    }
}
