//! Secrets that stand in the source, where none should: a snippet shows stars in their place.
//!
//! What gives a secret away is the key before it, and any diagnostic may come to show its line, one about broken syntax too. So this works
//! on the lines that are about to be shown, and not on what was read from them.

use super::places::Lines;
use std::borrow::Cow;
use std::ops::Range;

/// How the names of secrets end, in small letters and without `_` and `-`.
const SECRETS: &[&str] = &["clientsecret"];
/// How they end as keys in JSON, where nothing of a skill has such a name.
const SECRETS_IN_JSON: &[&str] = &["secret", "password", "accesstoken", "refreshtoken", "idtoken", "apikey"];
/// The names are not longer than this, with their `_` and `-`.
const LONGEST: usize = 16;
/// What stands before a reference to a secret, which may be seen.
const REFERENCES: &[&str] = &["env:", "file:"];
/// A line of so many bytes is looked through once, however many diagnostics show a part of it.
const LONG: usize = 4_096;
/// How many lines above a line may hold the key that it belongs to.
const REACH: usize = 64;

/// The line with stars for every byte of a secret, so that places in it stay where they are.
pub(super) fn masked<'s>(lines: &Lines<'s>, number: usize) -> Cow<'s, str> {
    let line = lines.line(number);
    let mut secrets = if line.len() < LONG { secrets(line) } else { lines.secrets_of(number, || secrets(line)) };
    if secrets.is_empty() && (continues_secret(lines, number) || continues_quote(lines, number)) {
        secrets.push(indentation(line)..line.trim_end().len());
    }
    if secrets.is_empty() {
        return Cow::Borrowed(line);
    }
    let mut out = line.to_owned();
    for secret in secrets.into_iter().filter(|secret| secret.start < secret.end) {
        out.replace_range(secret.clone(), &"*".repeat(secret.len()));
    }
    Cow::Owned(out)
}

/// Whether an edit would write a secret anew: the text that it replaces has one.
pub(super) fn repeats_secret(lines: &Lines<'_>, edited: &Range<usize>, replacement: &str) -> bool {
    !replacement.is_empty()
        && (lines.at(edited.start)..=lines.at(edited.end)).any(|number| {
            let (start, shown) = (lines.start(number), masked(lines, number));
            let part = edited.start.saturating_sub(start)..shown.len().min(edited.end - start.min(edited.end));
            matches!(&shown, Cow::Owned(shown) if shown.as_bytes().get(part.clone()) != lines.line(number).as_bytes().get(part))
        })
}

/// The secrets of a line: values after a telling key, and passwords in URLs.
fn secrets(line: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, separator) in line.char_indices().filter(|(_, c)| matches!(c, ':' | '=')) {
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        if names_secret(&line[..at]) {
            found.extend(value_after(line, at + 1, separator));
        } else if line[at..].starts_with("://") {
            found.extend(password_after(line, at + "://".len()));
        }
    }
    found
}

/// Whether a key that is a secret's name ends here.
fn names_secret(before: &str) -> bool {
    let key = before.trim_end().trim_end_matches(['"', '\'']);
    let tail = key.char_indices().rev().take(LONGEST).last().map_or(key, |(at, _)| &key[at..]);
    let name: String = tail.chars().filter(|c| !matches!(c, '_' | '-')).flat_map(char::to_lowercase).collect();
    let is_json = before.trim_end().ends_with('"');
    let in_json = SECRETS_IN_JSON.iter().filter(|_| is_json);
    SECRETS.iter().chain(in_json).any(|secret| name.ends_with(secret))
}

/// The value that begins after `from`, unless it is a reference or a block's sign.
fn value_after(line: &str, from: usize, separator: char) -> Option<Range<usize>> {
    let rest = &line[from..];
    let start = from + (rest.len() - rest.trim_start().len());
    let value = &line[start..];
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let inner = value.trim_start_matches(['"', '\'']);
    if REFERENCES.iter().any(|reference| inner.starts_with(reference)) || is_block_sign(value) {
        return None;
    }
    let ends = |c: char| if separator == '=' { "&#\"' ,".contains(c) || c.is_whitespace() } else { ",}]#".contains(c) };
    let end = match quote {
        Some(quote) => match start + 1 + closing(&value[1..], quote) {
            // What goes on behind the quotes was meant to be in them.
            end if line.get(end + 1..).is_some_and(|rest| separator == ':' && goes_on(rest)) => line.len(),
            end => end,
        },
        // Outside of brackets a value goes on to the end of its line.
        None if separator == ':' && !line[..from].contains(['{', '[', '"', '\'']) => line.len(),
        None => start + value.find(ends).unwrap_or(value.len()),
    };
    let start = start + quote.map_or(0, char::len_utf8);
    let end = start + line[start..end.max(start)].trim_end().len();
    (start < end).then_some(start..end)
}

/// Whether something follows a text in quotes that cannot follow it.
fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    !rest.is_empty() && !rest.starts_with([',', '}', ']', '#'])
}

/// Where the text in quotes ends; the line's end when its last quote is missing.
fn closing(text: &str, quote: char) -> usize {
    let mut escaped = false;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let doubled = c == '\'' && quote == '\'' && letters.peek().is_some_and(|(_, next)| *next == '\'');
        if c == quote && !escaped && !doubled {
            return at;
        }
        escaped = doubled || (quote == '"' && c == '\\' && !escaped);
    }
    text.len()
}

/// The password of a URL whose authority begins at `from`.
fn password_after(line: &str, from: usize) -> Option<Range<usize>> {
    let authority = &line[from..];
    let authority = &authority[..authority.find(|c: char| "/?#\"'".contains(c) || c.is_whitespace()).unwrap_or(authority.len())];
    let (user, _) = authority.rsplit_once('@')?;
    let password = user.find(':').map_or(0, |colon| colon + 1);
    Some(from + password..from + user.len())
}

/// Whether the line goes on with a value whose key, a secret's name, stands in a line above.
fn continues_secret(lines: &Lines<'_>, number: usize) -> bool {
    let own = indentation(lines.line(number));
    let above = (number.saturating_sub(REACH)..number).rev().map(|above| lines.line(above));
    let key = above.filter(|line| !line.trim().is_empty()).find(|line| indentation(line) < own);
    let opens = |line: &str| {
        line.split_once(':').is_some_and(|(key, rest)| names_secret(key) && (rest.trim().is_empty() || is_block_sign(rest.trim())))
    };
    key.is_some_and(opens)
}

/// Whether the line goes on with a secret in quotes that the line above does not close.
fn continues_quote(lines: &Lines<'_>, number: usize) -> bool {
    let Some(above) = number.checked_sub(1).map(|above| lines.line(above)) else { return false };
    let is_open = |secret: &Range<usize>| secret.end == above.trim_end().len() && above[..secret.start].ends_with(['"', '\'']);
    secrets(above).last().is_some_and(is_open)
}

fn is_block_sign(value: &str) -> bool {
    value.starts_with(['|', '>']) && value[1..].trim_end().chars().all(|c| "+-".contains(c) || c.is_ascii_digit())
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let lines = Lines::of(text);
        (0..lines.count()).map(|number| masked(&lines, number).into_owned()).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn other_secrets_show_in_json_alone() {
        assert_eq!(shown(r#"{"refreshToken": "abc", "apiKey":"de"}"#), r#"{"refreshToken": "***", "apiKey":"**"}"#);
        assert_eq!(shown("reset password: [abc]"), "reset password: [abc]");
    }

    #[test]
    fn secrets_become_stars() {
        for (text, expected) in [
            ("client_secret: hunter2", "client_secret: *******"),
            ("  \"clientSecret\": \"hun,ter2\",", "  \"clientSecret\": \"********\","),
            ("{ client_secret: 'hunter2', client_id: me }", "{ client_secret: '*******', client_id: me }"),
            (r#"{ client_secret: "hun\"ter2", client_id: "me" }"#, r#"{ client_secret: "*********", client_id: "me" }"#),
            ("{ client_secret: 'hun''ter2', client_id: 'me' }", "{ client_secret: '*********', client_id: 'me' }"),
            ("- client_secret: [hun] ter2, x", "- client_secret: *************"),
            ("client_secret: \"hun\" ter2 # x", "client_secret: \"*************"),
            ("{ client_id: me, client-secret: hunter2 }", "{ client_id: me, client-secret: ******* }"),
            ("CLIENT_SECRET = hünter2", "CLIENT_SECRET = ********"),
            ("my_client_secret: a:b", "my_client_secret: ***"),
            ("url: https://rides.dev/token?client_secret=hunter2&x=1", "url: https://rides.dev/token?client_secret=*******&x=1"),
            ("url: https://ada:hunter2@rides.dev/token", "url: https://ada:*******@rides.dev/token"),
            ("url: https://hunter2@rides.dev/token", "url: https://*******@rides.dev/token"),
            ("client_secret: >-\n  hunter2\n  hunter3\nclient_id: me", "client_secret: >-\n  *******\n  *******\nclient_id: me"),
            ("client_secret:\n  hunter2", "client_secret:\n  *******"),
            ("client_secret: \"hunter2", "client_secret: \"*******"),
            ("{ client_secret: \"hunter2\n  hunter3\", grant: x }", "{ client_secret: \"*******\n  ********************"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn everything_else_stays() {
        for text in [
            "client_secret: env:RIDE_SECRET",
            "client_secret: \"file:secrets/alexa\" # not here",
            "client_secret:",
            "client_id: me",
            "prompt: \"the client secret is safe\"",
            "authorization_url: https://rides.dev/authorize?x=a@b",
            "intents:\n  Secret:\n    samples: [tell me a secret]",
        ] {
            assert_eq!(shown(text), text);
        }
    }
}
