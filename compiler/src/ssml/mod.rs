//! Whether a text in SSML is well-formed: tags in pairs, attributes in quotes, known entities. Placeholders may stand in the text and in the
//! values of attributes.

mod scan;

use std::ops::Range;

/// Why a text is not well-formed; ranges count the bytes of the text.
#[derive(PartialEq, Eq, Debug)]
pub(crate) struct Flaw {
    /// Where.
    pub range: Range<usize>,
    /// What is true.
    pub problem: String,
    /// What to do about it.
    pub help: String,
    /// What takes the place of the range, where that is certain.
    pub instead: Option<&'static str>,
}

/// The tags that Alexa knows (the page "Speech Synthesis Markup Language (SSML) Reference").
#[rustfmt::skip]
pub(crate) const TAGS: &[&str] = &[
    "alexa:name", "amazon:domain", "amazon:effect", "amazon:emotion", "audio", "break", "emphasis", "lang", "p", "phoneme", "prosody", "s",
    "say-as", "speak", "sub", "voice", "w",
];

/// The first flaw of a text that begins with `<speak>`.
pub(crate) fn flaw(text: &str) -> Option<Flaw> {
    scan::Scan::new(text).document().err()
}

/// The opening tags in a text that may not be SSML at all: names, and where they stand with their `<`.
pub(crate) fn opening_tags(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    text.match_indices('<').filter_map(|(at, _)| {
        let name = name_at(text, at + 1)?;
        let end = at + 1 + name.len();
        text[end..].starts_with(|next: char| next.is_whitespace() || next == '>' || next == '/').then_some((name, at..end))
    })
}

/// The name of a tag or attribute that begins at `at`.
fn name_at(text: &str, at: usize) -> Option<&str> {
    let rest = &text[at..];
    let end = rest.find(|letter: char| !(letter.is_alphanumeric() || matches!(letter, ':' | '_' | '-' | '.'))).unwrap_or(rest.len());
    rest.starts_with(|first: char| first.is_alphabetic() || first == '_').then(|| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn well_formed_texts_have_no_flaw() {
        for text in [
            "<speak></speak>",
            " <speak>Welcome, {name}.</speak>\n",
            "<speak>Tom &amp; Jerry &#38; &#x26; <break time=\"1s\"/> <break time='{pause}' /></speak >",
            "<speak><audio src=\"https://a.dev/?a=1&amp;b=2\"/><prosody rate = \"slow\">{n: number} > 3</prosody></speak>",
            "<speak><!-- a & b --><amazon:effect name=\"whispered\">so</amazon:effect><![CDATA[1 < 2]]></speak>",
        ] {
            assert_eq!(flaw(text), None, "{text}");
        }
    }

    #[test]
    fn flaws_are_told_where_they_are() {
        for (text, at, problem) in [
            ("<speak>a & b</speak>", 9..10, "a `&` begins no entity"),
            ("<speak>a &nbsp; b</speak>", 9..15, "SSML knows no entity `&nbsp;`"),
            ("<speak>a &#0; b</speak>", 9..13, "SSML knows no entity `&#0;`"),
            ("<speak>1 < 2</speak>", 9..10, "a `<` begins no tag"),
            ("<speak>a", 0..7, "`<speak>` is never closed"),
            ("<speak><p>a</speak>", 11..19, "`</speak>` stands where `</p>` is expected"),
            ("<speak>a</speak> b", 16..18, "there is text after `</speak>`"),
            ("<speak>a</speak></p>", 16..20, "`</p>` closes nothing"),
            ("<speak>a</speak><p/>", 16..18, "`<p>` stands after `</speak>`"),
            ("<speak><break time=1s/></speak>", 14..19, "the attribute `time` of `<break>` has no value in quotes"),
            ("<speak><break time/></speak>", 14..18, "the attribute `time` of `<break>` has no value in quotes"),
            ("<speak><break {time}/></speak>", 14..15, "an argument stands in the tag `<break>` itself"),
            ("<speak><break =/></speak>", 14..15, "a `=` in the tag `<break>` where an attribute is expected"),
            ("<speak><break time=\"1s/></speak>", 19..20, "the value of the attribute `time` is never closed"),
            ("<speak><break a=\"1\" a=\"2\"/></speak>", 20..21, "the attribute `a` of `<break>` stands there twice"),
            ("<speak><break a=\"1\"b=\"2\"/></speak>", 19..20, "the attribute `b` of `<break>` touches the attribute before it"),
            ("<speak>a</speak", 8..15, "a closing tag is broken off"),
            ("<speak>a<break", 8..14, "the tag `<break` is never finished"),
            ("<speak><!-- a</speak>", 7..11, "`<!--` is never closed"),
        ] {
            let found = flaw(text).map(|flaw| (flaw.range, flaw.problem));
            assert_eq!(found, Some((at, problem.to_owned())), "{text}");
        }
    }
}
