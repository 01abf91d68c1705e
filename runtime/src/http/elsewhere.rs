//! A request for a path at which nothing is. A POST may be Alexa's own, sent to where an `endpoint` says that the skill is: the log tells both paths.

use http::Method;

/// The most characters of a stranger's path that are worth a line of the log.
const SHOWN: usize = 64;

/// Tells of a POST. What else is looked for, strangers look for, and it is not worth a line.
pub(super) fn tell(method: &Method, asked: &str, path: &str) {
    if method == Method::POST {
        let asked = shown(asked);
        tracing::warn!("a POST to `{asked}` is not answered: the skill answers at `{path}`; SAYSO_PATH or `Server::path` says where");
    }
}

/// Anyone can choose the path, so the log gets the beginning of it, in plain signs.
fn shown(asked: &str) -> String {
    let mut start: String = asked.chars().take(SHOWN).flat_map(char::escape_default).collect();
    if asked.chars().nth(SHOWN).is_some() {
        start.push_str("...");
    }
    start
}

#[cfg(test)]
mod tests {
    use super::{SHOWN, shown};

    #[test]
    fn a_path_is_shown_in_plain_signs() {
        assert_eq!(shown("/alexa"), "/alexa");
        assert_eq!(shown("/\n\u{1b}[31m\u{202e}é"), r"/\n\u{1b}[31m\u{202e}\u{e9}");
    }

    #[test]
    fn a_long_path_is_cut() {
        assert_eq!(shown(&"é".repeat(SHOWN)), r"\u{e9}".repeat(SHOWN));
        assert_eq!(shown(&"é".repeat(SHOWN + 1)), format!("{}...", r"\u{e9}".repeat(SHOWN)));
    }
}
