//! What stands in a text or URL until somebody fills it in: `YOUR_…`, `REPLACE_ME`, texts of templates, hosts reserved for examples.

use std::ops::Range;

/// Words that templates leave in capitals; each is followed by what is to be filled in, or stands alone.
const CAPITALS: &[&str] =
    &["YOUR_", "YOUR-", "REPLACE_", "REPLACE-", "REPLACEME", "CHANGE_ME", "CHANGE-ME", "CHANGEME", "INSERT_", "FIXME", "TBD", "XXXX"];

/// Phrases of the templates of Amazon's tools, and the usual filler, in lower case.
const PHRASES: &[&str] =
    &["sample short description", "sample full description", "sample testing instructions", "sample custom skill", "lorem ipsum", "todo:"];

/// Top-level domains that nobody can own.
const RESERVED_ENDS: &[&str] = &[".example", ".test", ".invalid", ".localhost"];

/// Domains that are kept for examples, and those that templates make up.
const RESERVED_HOSTS: &[&str] = &[
    "example.com",
    "example.net",
    "example.org",
    "yourdomain.com",
    "your-domain.com",
    "yoursite.com",
    "your-site.com",
    "yourcompany.com",
    "your-company.com",
    "mydomain.com",
];

/// Where the first placeholder of `text` stands.
pub(crate) fn placeholder(text: &str) -> Option<Range<usize>> {
    let capitals = CAPITALS.iter().filter_map(|word| capitals_at(text, word));
    let phrases = PHRASES.iter().filter_map(|phrase| ignoring_case(text, phrase));
    let marks = [("<", ">"), ("{{", "}}"), ("${", "}")].into_iter().filter_map(|(open, close)| marked(text, open, close));
    capitals.chain(phrases).chain(marks).min_by_key(|found| found.start)
}

/// The word at its own, that is, not inside a longer one; with the letters, digits and signs that belong to it.
fn capitals_at(text: &str, word: &str) -> Option<Range<usize>> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_';
    let found = text.match_indices(word).find(|(at, _)| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let goes_on = word.ends_with(['_', '-']);
        !before.is_some_and(is_part) && (goes_on == after.is_some_and(is_part))
    });
    let start = found?.0;
    let length = text[start..].find(|letter: char| !is_part(letter) && letter != '-').unwrap_or(text.len() - start);
    Some(start..start + length)
}

/// Where `phrase`, ASCII in lower case, stands in the text in any case.
fn ignoring_case(text: &str, phrase: &str) -> Option<Range<usize>> {
    let found = text.as_bytes().windows(phrase.len()).position(|window| window.eq_ignore_ascii_case(phrase.as_bytes()))?;
    Some(found..found + phrase.len())
}

/// A name between marks, such as `<your name>`, `{{name}}` or `${NAME}`.
fn marked(text: &str, open: &str, close: &str) -> Option<Range<usize>> {
    let is_name = |inner: &str| {
        let is_tag = open == "<" && !inner.contains([' ', '_', '-']) && inner.chars().any(char::is_lowercase);
        let starts = inner.trim_start().starts_with(|first: char| first.is_alphabetic());
        !is_tag && starts && inner.len() <= 60 && inner.chars().all(|letter| letter.is_alphanumeric() || " _-.".contains(letter))
    };
    text.match_indices(open).find_map(|(start, _)| {
        let after = &text[start + open.len()..];
        let inner = after.split_once(close)?.0;
        is_name(inner).then(|| start..start + open.len() + inner.len() + close.len())
    })
}

/// Where the first host stands that is reserved for examples: in a URL, an address of mail, or alone.
pub(crate) fn reserved_host(text: &str) -> Option<Range<usize>> {
    let mut offset = 0;
    for word in text.split_inclusive(|letter: char| letter.is_whitespace() || "<>()[]{}\"',;".contains(letter)) {
        let host = host_of(word);
        if is_reserved(&word[host.clone()]) {
            return Some(offset + host.start..offset + host.end);
        }
        offset += word.len();
    }
    None
}

/// The part of a word that would be a host.
fn host_of(word: &str) -> Range<usize> {
    let mut start = word.find("://").map_or(0, |at| at + 3);
    let mut end = word[start..].find(['/', '?', '#', '\\']).map_or(word.len(), |at| start + at);
    if let Some(at) = word[start..end].rfind('@') {
        start += at + 1;
    }
    if let Some(at) = word[start..end].find(':') {
        end = start + at;
    }
    let kept = word[start..end].trim_end_matches(|letter: char| !letter.is_alphanumeric());
    start..start + kept.len()
}

fn is_reserved(host: &str) -> bool {
    let ends_with = |end: &str| host.len() > end.len() && host.as_bytes()[host.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes());
    let is_or_under =
        |domain: &str| host.eq_ignore_ascii_case(domain) || (ends_with(domain) && host.as_bytes()[host.len() - domain.len() - 1] == b'.');
    let is_name = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-');
    is_name && (RESERVED_ENDS.iter().any(|end| ends_with(end)) || RESERVED_HOSTS.iter().any(|domain| is_or_under(domain)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, find: fn(&str) -> Option<Range<usize>>) -> Option<&str> {
        find(text).map(|range| &text[range])
    }

    #[test]
    fn placeholders_are_found() {
        for (text, expected) in [
            ("arn:aws:lambda:us-east-1:YOUR_ID:function:x", "YOUR_ID"),
            ("Log in as YOUR-USER, please", "YOUR-USER"),
            ("REPLACE_ME", "REPLACE_ME"),
            ("TODO: say more", "TODO:"),
            ("Sample Short Description", "Sample Short Description"),
            ("Hello <your name>!", "<your name>"),
            ("See <URL>", "<URL>"),
            ("Hello {{ name }}", "{{ name }}"),
            ("https://${HOST}/privacy", "${HOST}"),
        ] {
            assert_eq!(found(text, placeholder), Some(expected), "{text}");
        }
        for clean in
            ["Manage your to-do list. It is YOURS. TODO lo que quieras.", "1 < 2 and 3 > 2", "Say <break>", "It is your_own", "AUTODO"]
        {
            assert_eq!(found(clean, placeholder), None, "{clean}");
        }
    }

    #[test]
    fn reserved_hosts_are_found() {
        for (text, expected) in [
            ("https://ridehailer.example/privacy", "ridehailer.example"),
            ("https://me@www.Example.com:443?x", "www.Example.com"),
            ("Write to help@example.org.", "example.org"),
            ("(see https://x.test)", "x.test"),
            ("größe https://yourdomain.com", "yourdomain.com"),
        ] {
            assert_eq!(found(text, reserved_host), Some(expected), "{text}");
        }
        for clean in ["For example. This is a test", "https://example.friend.dev/a.example", "https://myexample.com", "e.g. example", ""] {
            assert_eq!(found(clean, reserved_host), None, "{clean}");
        }
    }
}
