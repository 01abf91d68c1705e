//! Messages stay readable, however long the texts are that they quote.

/// How many characters of a quoted text are told; its place shows the rest.
const QUOTED: usize = 100;

/// How many characters a line may have in which a quoted text has backticks itself, so that its end is not found.
const LINE: usize = 1_000;

/// Cuts what stands between backticks, and lines that are longer than any message.
pub(crate) fn brief(text: String) -> String {
    if text.len() <= QUOTED {
        return text;
    }
    let lines: Vec<String> = text.split('\n').map(line).collect();
    lines.join("\n")
}

fn line(line: &str) -> String {
    if line.len() <= QUOTED {
        return line.to_owned();
    }
    let parts: Vec<String> =
        line.split('`').enumerate().map(|(at, part)| if at % 2 == 1 { cut(part, QUOTED) } else { part.to_owned() }).collect();
    cut(&parts.join("`"), LINE)
}

/// The first characters of a text that has more of them.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{LINE, QUOTED, brief};
    use crate::told::told;

    #[test]
    fn only_what_is_quoted_is_cut() {
        let long = "ä".repeat(QUOTED + 1);
        assert_eq!(brief(format!("a `{long}` b `c`")), format!("a `{}…` b `c`", "ä".repeat(QUOTED)));
        assert_eq!(brief(format!("{long}\n{long} `x`")), format!("{long}\n{long} `x`"));
        assert!(brief(format!("the sample `{}`", "a`b".repeat(1_000_000))).chars().count() <= LINE + 1);
    }

    #[test]
    fn no_rule_repeats_a_long_text() {
        let long = "long ".repeat(10_000);
        for (code, keys) in [
            ("UT001", format!("intents: {{ Hello: {{ samples: ['(say {long}'] }} }}")),
            ("SY016", format!("? '{long}'\n: a\n")),
            ("SP001", format!("speech: {{ a: 'b }} {long}' }}")),
            ("IM001", format!("intents: {{ ? '{long}'\n  : [hello] }}")),
        ] {
            let told = told(code, &keys, "");
            assert!(!told.is_empty(), "{code}");
            assert!(told.iter().all(|message| message.len() < 500), "{code}");
        }
    }
}
