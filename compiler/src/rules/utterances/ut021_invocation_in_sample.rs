use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample;
use crate::skill::{Model, Skill};
use std::ops::Range;

rule! {
    /// A sample has the skill's invocation name.
    ///
    /// The invocation name is what users say to call the skill; Alexa hears it before it looks for an intent, and compares samples with the rest
    /// of the sentence (the page "Best Practices for Sample Utterances"). A name of a single word counts as such only after a launch word, as in
    /// `open jukebox`, and a sample that is the name and nothing else is left alone: `hello world` greets in many a first skill.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello, ask hello friend to say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    UT021 "invocation-in-sample" Warning Daily
}

/// What stands before an invocation name.
const LAUNCH: &[&str] = &["ask", "begin", "launch", "load", "open", "play", "resume", "run", "start", "tell", "use"];

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(invocation) = model.invocation.filter(|name| !name.value.trim().is_empty()) else { return };
    let name = invocation.value.trim();
    for intent in &model.intents {
        let mut found = intent.samples.iter().filter_map(|sample| Some((sample, named_in(&sample.text, name)?)));
        let Some((sample, range)) = found.next() else { continue };
        let mut problem = RULE
            .at(sample::place(sample, range), format!("a sample of `{}` has the invocation name `{name}`", intent.name.value))
            .also(invocation.span, "this name");
        let others = found.count();
        if others > 0 {
            problem = problem.note(format!("{others} more of its samples have it"));
        }
        problem = problem.note("Alexa compares samples with what follows the invocation name");
        report.push(problem.help("write only what users say after it"));
    }
}

/// Where the name stands in the text, in words of its own.
fn named_in(text: &str, name: &str) -> Option<Range<usize>> {
    let (bytes, wanted) = (text.as_bytes(), name.as_bytes());
    let last = bytes.len().checked_sub(wanted.len()).filter(|last| *last > 0)?;
    let begins = |at: usize| bytes[at].eq_ignore_ascii_case(&wanted[0]) && (at == 0 || bytes[at - 1] == b' ');
    let ends = |at: usize| bytes.get(at + wanted.len()).is_none_or(|next| *next == b' ');
    let is_name = |at: usize| begins(at) && ends(at) && bytes[at..at + wanted.len()].eq_ignore_ascii_case(wanted);
    let single = !wanted.contains(&b' ');
    let at = (0..=last).find(|at| is_name(*at) && (!single || is_launch(text[..*at].trim_end())))?;
    Some(at..at + wanted.len())
}

fn is_launch(word: &str) -> bool {
    LAUNCH.iter().any(|launch| launch.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    use super::named_in;

    #[test]
    fn a_name_counts_in_words_of_its_own() {
        assert_eq!(named_in("ask Hello Friend now", "hello friend"), Some(4..16));
        assert_eq!(named_in("ask hello friend", "hello friend"), Some(4..16));
        for text in ["hello friend", "say hello friends", "othello friend", "hello", "", "hello friendé a"] {
            assert_eq!(named_in(text, "hello friend"), None, "{text}");
        }
    }

    #[test]
    fn a_single_word_counts_after_a_launch_word() {
        assert_eq!(named_in("please open jukebox", "jukebox"), None);
        assert_eq!(named_in("open jukebox", "jukebox"), Some(5..12));
        assert_eq!(named_in("repair the jukebox", "jukebox"), None);
    }

    #[test]
    fn an_intent_is_told_once() {
        let keys = "intents: { Hello: [ask hello friend, tell hello friend something] }";
        assert_eq!(told("UT021", keys, ""), ["a sample of `Hello` has the invocation name `hello friend`"]);
    }
}
