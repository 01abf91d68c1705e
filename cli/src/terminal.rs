//! What the terminal can do, and what the user wants of it.

use crate::args::Color;
use anstyle::{AnsiColor, Style};
use std::env;
use std::io::{self, IsTerminal};

/// Where text goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Data.
    Stdout,
    /// Talk.
    Stderr,
}

impl Stream {
    /// Whether a person reads along.
    pub fn is_terminal(self) -> bool {
        match self {
            Stream::Stdout => io::stdout().is_terminal(),
            Stream::Stderr => io::stderr().is_terminal(),
        }
    }
}

/// Lines are this long where nobody says how wide the terminal is.
const WIDTH: usize = 100;

/// How text looks on a stream.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// Whether there are colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
}

impl Look {
    /// Without colours, as wide as the documentation.
    pub const PLAIN: Look = Look { color: false, width: WIDTH };

    /// What the stream can show.
    pub fn of(stream: Stream, choice: Color) -> Look {
        let terminal = stream.is_terminal();
        let color = match choice {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => wants_color(terminal, |name| env::var(name).ok()),
        };
        let width = if terminal { columns(stream) } else { WIDTH };
        Look { color, width }
    }

    /// The style, where there are colours.
    pub fn paint(self, style: Style) -> Style {
        if self.color { style } else { Style::new() }
    }

    /// Headings and names.
    pub fn bold(self) -> Style {
        Style::new().bold()
    }

    /// The word `error`.
    pub fn error(self) -> Style {
        AnsiColor::BrightRed.on_default().bold()
    }

    /// The word `warning`.
    pub fn warning(self) -> Style {
        AnsiColor::Yellow.on_default().bold()
    }

    /// What is new.
    pub fn good(self) -> Style {
        AnsiColor::Green.on_default()
    }

    /// What goes away.
    pub fn bad(self) -> Style {
        AnsiColor::Red.on_default()
    }

    /// Code and identifiers.
    pub fn code(self) -> Style {
        AnsiColor::Cyan.on_default()
    }
}

/// The conventions: `NO_COLOR` wins, then `CLICOLOR_FORCE`, then what the terminal is.
fn wants_color(terminal: bool, var: impl Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| var(name).is_some_and(|value| !value.is_empty());
    if is_set("NO_COLOR") {
        return false;
    }
    if var("CLICOLOR_FORCE").is_some_and(|value| !value.is_empty() && value != "0") {
        return true;
    }
    terminal && var("TERM").as_deref() != Some("dumb") && var("CLICOLOR").as_deref() != Some("0")
}

fn columns(stream: Stream) -> usize {
    let size = match stream {
        Stream::Stdout => terminal_size::terminal_size_of(io::stdout()),
        Stream::Stderr => terminal_size::terminal_size_of(io::stderr()),
    };
    size.map_or(WIDTH, |(width, _)| usize::from(width.0).max(40))
}

#[cfg(test)]
mod tests {
    use super::wants_color;

    #[track_caller]
    fn check(terminal: bool, vars: &[(&str, &str)], expected: bool) {
        let var = |name: &str| vars.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        assert_eq!(wants_color(terminal, var), expected, "{terminal} {vars:?}");
    }

    #[test]
    fn colours_follow_the_conventions() {
        check(true, &[], true);
        check(false, &[], false);
        check(true, &[("NO_COLOR", "1")], false);
        check(true, &[("NO_COLOR", "")], true);
        check(false, &[("CLICOLOR_FORCE", "1")], true);
        check(false, &[("CLICOLOR_FORCE", "0")], false);
        check(false, &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false);
        check(true, &[("TERM", "dumb")], false);
        check(true, &[("CLICOLOR", "0")], false);
    }
}
