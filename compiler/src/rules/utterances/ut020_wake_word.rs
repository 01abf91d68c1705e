use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample;
use crate::skill::{Model, Skill};
use std::ops::Range;

rule! {
    /// A sample has the wake word.
    ///
    /// Alexa hears the wake word, the launch word and the invocation name before it looks for an intent, and compares samples with the rest of
    /// the sentence. A sample that begins like `alexa ask …` never matches (the page "Best Practices for Sample Utterances").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello, alexa say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    UT020 "wake-word" Warning Daily
}

/// The wake words that are words of their own too: they count at the beginning, before a launch word.
const COMMON: &[&str] = &["amazon", "echo", "computer", "ziggy"];

/// What follows a wake word that is meant as one.
const LAUNCH: &[&str] = &["ask", "begin", "launch", "load", "open", "start", "tell", "use"];

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, sample) in sample::all(model) {
        let Some(range) = wake_word(&sample.text) else { continue };
        let word = &sample.text[range.clone()];
        let problem = RULE
            .at(sample::place(sample, range.clone()), format!("the sample has the wake word `{word}`"))
            .note("a sample is what follows the wake word and the invocation name")
            .help("leave it out");
        report.push(problem);
    }
}

fn wake_word(text: &str) -> Option<Range<usize>> {
    let first = word_at(text, 0);
    if is_one_of(first, COMMON) && is_one_of(word_at(text[first.len()..].trim_start(), 0), LAUNCH) {
        return Some(0..first.len());
    }
    let bytes = text.as_bytes();
    let begins = |at: usize| matches!(bytes[at], b'a' | b'A') && (at == 0 || bytes[at - 1] == b' ');
    let at = (0..bytes.len()).find(|at| begins(*at) && word_at(text, *at).eq_ignore_ascii_case("alexa"))?;
    Some(at..at + "alexa".len())
}

/// The word that begins at `at`.
fn word_at(text: &str, at: usize) -> &str {
    let rest = &text[at..];
    let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
    &rest[..end]
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| known.eq_ignore_ascii_case(word))
}
