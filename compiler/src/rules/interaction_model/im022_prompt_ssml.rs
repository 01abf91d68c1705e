use super::im019_empty_prompt::prompts;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// A prompt has SSML that is not wrapped in `<speak>…</speak>`, or is not well formed.
    ///
    /// A prompt is SSML when it begins with `<speak>`, and plain text otherwise: Alexa would read the markup aloud. Inside, every tag is closed,
    /// and `&` is written `&amp;`. 33 of 34 public prompts in SSML hold to this.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: "Shall I <break time='1s'/> say hello?" }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: "<speak>Shall I <break time='1s'/> say hello?</speak>" }
    /// ```
    IM022 "prompt-ssml" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for prompt in prompts(model) {
        for variation in &prompt.variations {
            if let Some(fault) = fault(variation.value.trim()) {
                let problem = RULE.at(variation.span, fault);
                report.push(problem.help("SSML stands in `<speak>…</speak>`, each tag is closed, and `&` is written `&amp;`"));
            }
        }
    }
}

/// What is wrong with the text, if it is or means to be SSML.
fn fault(text: &str) -> Option<String> {
    if text.starts_with("<speak>") {
        return malformed(text);
    }
    let mut tags = text.match_indices('<').map(|(at, _)| &text[at + 1..]);
    let looks_like_tag = |rest: &str| rest.starts_with(|next: char| next == '/' || next.is_ascii_alphabetic()) && rest.contains('>');
    tags.any(looks_like_tag).then(|| "a prompt has markup, but does not begin with `<speak>`".to_owned())
}

fn malformed(text: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        rest = &rest[at..];
        if rest.starts_with('&') {
            if !starts_with_entity(rest) {
                return Some("the SSML of a prompt has a bare `&`".to_owned());
            }
            rest = &rest[1..];
            continue;
        }
        let Some(end) = end_of_tag(rest) else { return Some("the SSML of a prompt has a `<` that no `>` closes".to_owned()) };
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        if let Some(closed) = tag.strip_prefix('/') {
            let closed = closed.trim_end();
            if open.pop() != Some(closed) {
                return Some(format!("the SSML of a prompt closes `<{closed}>`, which is not open there"));
            }
            if open.is_empty() && !rest.is_empty() {
                return Some("the SSML of a prompt goes on after `</speak>`".to_owned());
            }
        } else if !tag.ends_with('/') && !tag.starts_with("!--") {
            open.push(tag.split_whitespace().next().unwrap_or_default());
        }
    }
    open.last().map(|tag| format!("the SSML of a prompt does not close `<{tag}>`"))
}

/// Where the tag at the start ends: its `>`, outside of quotes; for a comment the one of its `-->`.
fn end_of_tag(text: &str) -> Option<usize> {
    if text.starts_with("<!--") {
        return text.find("-->").map(|at| at + 2);
    }
    let mut quote = None;
    for (at, letter) in text.char_indices().skip(1) {
        match (quote, letter) {
            (None, '>') => return Some(at),
            (None, '<') => return None,
            (None, '"' | '\'') => quote = Some(letter),
            (Some(opened), _) if opened == letter => quote = None,
            _ => {}
        }
    }
    None
}

fn starts_with_entity(text: &str) -> bool {
    let Some(end) = text.find(';') else { return false };
    let name = &text[1..end];
    let number = name.strip_prefix('#').map(|digits| digits.trim_start_matches('x'));
    matches!(name, "amp" | "lt" | "gt" | "quot" | "apos")
        || number.is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::fault;

    #[test]
    fn what_is_well_formed_passes() {
        for text in [
            "Where to?",
            "1 < 2 and 3 > 2",
            "Q & A",
            "<speak>Hi &amp; welcome, {name}.</speak>",
            "<speak>a <say-as interpret-as=\"x>y\">b</say-as><break/><!-- > --> &#8217;</speak>",
        ] {
            assert_eq!(fault(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_is_told() {
        for (text, part) in [
            ("Hi <break/>", "does not begin"),
            ("<speak>Hi", "does not close `<speak>`"),
            ("<speak>Hi & bye</speak>", "bare `&`"),
            ("<speak><p>Hi</speak>", "closes `<speak>`"),
            ("<speak>Hi</speak> there", "goes on"),
            ("<speak>Hi <break</speak>", "no `>`"),
        ] {
            assert!(fault(text).is_some_and(|found| found.contains(part)), "{text}: {:?}", fault(text));
        }
    }
}
