use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Class, Marks, Part};
use crate::skill::{Model, Skill};
use std::ops::Range;

rule! {
    /// A sample has a number in digits.
    ///
    /// Alexa compares samples with what it hears, and nobody speaks in digits: `channel 5` is heard as `channel five`. Amazon's page on sample
    /// utterances asks for numbers in words, and none of 15,442 samples in public models has a digit. A number that can vary is a slot of the
    /// type `AMAZON.NUMBER`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello 3 times] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello three times] }
    /// ```
    UT004 "digit" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, sample) in sample::marked(model, Marks::DIGIT) {
        let Some(range) = first_number(&sample.text) else { continue };
        let number = &sample.text[range.clone()];
        let problem = RULE
            .at(sample::place(sample, range.clone()), format!("a sample cannot have digits, and this one has `{number}`"))
            .help("write the number in words, as people say it, or use a slot of the type `AMAZON.NUMBER`");
        report.push(problem);
    }
}

/// The first run of digits outside of braces.
fn first_number(text: &str) -> Option<Range<usize>> {
    sample::parts(text).find_map(|part| {
        let Part::Words(range) = part else { return None };
        let words = &text[range.clone()];
        let is_digit = |letter: char| sample::class(letter) == Class::Digit;
        let start = words.find(is_digit)?;
        let length = words[start..].find(|letter| !is_digit(letter)).unwrap_or(words.len() - start);
        Some(range.start + start..range.start + start + length)
    })
}
