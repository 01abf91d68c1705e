use crate::diagnostic::{Diagnostic, Report};
use crate::rules::rule;
use crate::sample::{self, Class, Marks, Part};
use crate::skill::{Model, Sample, Skill};
use crate::syntax::listed;

rule! {
    /// A sample has a character that samples cannot have.
    ///
    /// A sample is what a recogniser hears, so it has words and no punctuation: letters of any script with their marks, spaces, apostrophes
    /// as in `driver's`, hyphens, underscores, periods for letters that are spoken one by one (`n. b. a.`), and slots in braces. Alexa answers
    /// everything else with `InvalidCharInSamples` when it builds the model: question marks and commas, curly quotes, symbols, and the
    /// punctuation of other scripts. Of 15,442 samples in public models a single one has such a character.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: ["could you say hello?"] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [could you say hello] }
    /// ```
    UT003 "forbidden-character" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, sample) in sample::marked(model, Marks::SIGN) {
        report.push(problem(sample, &forbidden(&sample.text)));
    }
}

/// The characters, each once, and where they first stand.
fn forbidden(text: &str) -> Vec<(usize, char)> {
    let mut found: Vec<(usize, char)> = Vec::new();
    for part in sample::parts(text) {
        let Part::Words(range) = part else { continue };
        for (at, letter) in text[range.clone()].char_indices() {
            if sample::class(letter) == Class::Forbidden && found.iter().all(|(_, known)| *known != letter) {
                found.push((range.start + at, letter));
            }
        }
    }
    found
}

fn problem(sample: &Sample<'_>, found: &[(usize, char)]) -> Diagnostic {
    let names: Vec<String> = found.iter().map(|(_, letter)| name(*letter)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let first = found.first().map_or(0..0, |(at, letter)| *at..at + letter.len_utf8());
    let mut problem = RULE
        .at(sample::place(sample, first), format!("a sample cannot have {}", listed(&names)))
        .note("samples have letters, spaces, apostrophes, hyphens, underscores, periods between spoken letters, and slots in braces");
    for (at, letter) in found.iter().take(3) {
        problem = with_advice(problem, sample, *at, *letter);
    }
    problem
}

/// The character, or its number where nothing would be seen.
fn name(letter: char) -> String {
    let unseen =
        letter.is_control() || letter.is_whitespace() || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}');
    if unseen { format!("U+{:04X}", u32::from(letter)) } else { letter.to_string() }
}

fn with_advice(problem: Diagnostic, sample: &Sample<'_>, at: usize, letter: char) -> Diagnostic {
    let shown = name(letter);
    let (instead, text) = match advice(letter) {
        Advice::Write(" ") => (" ", format!("write a space instead of `{shown}`")),
        Advice::Write(instead) => (instead, format!("write `{instead}` instead of `{shown}`")),
        Advice::Say(words) => return problem.help(format!("write what people say for `{shown}`, such as `{words}`")),
        Advice::LeaveOut => ("", format!("leave `{shown}` out")),
    };
    match sample::exact(sample, at..at + letter.len_utf8()) {
        Some(span) => problem.fix(text, span, instead),
        None => problem.help(text),
    }
}

enum Advice {
    /// This character does the same.
    Write(&'static str),
    /// It has a name that people say.
    Say(&'static str),
    /// Nobody hears it.
    LeaveOut,
}

fn advice(letter: char) -> Advice {
    match letter {
        '’' | '‘' | '‛' | '´' | '`' | 'ʼ' | '＇' => Advice::Write("'"),
        '–' | '—' | '‐' | '‑' | '−' => Advice::Write("-"),
        _ if letter.is_whitespace() => Advice::Write(" "),
        '&' | '＆' => Advice::Say("and"),
        '+' => Advice::Say("plus"),
        '/' => Advice::Say("or"),
        '%' => Advice::Say("percent"),
        '@' => Advice::Say("at"),
        '#' => Advice::Say("number"),
        '=' => Advice::Say("equals"),
        '*' => Advice::Say("times"),
        '<' => Advice::Say("less than"),
        '>' => Advice::Say("more than"),
        '°' => Advice::Say("degrees"),
        '$' => Advice::Say("dollars"),
        '€' => Advice::Say("euros"),
        '£' => Advice::Say("pounds"),
        '¥' => Advice::Say("yen"),
        '₹' => Advice::Say("rupees"),
        _ => Advice::LeaveOut,
    }
}

#[cfg(test)]
mod tests {
    use crate::told::{fixed, told};

    #[test]
    fn each_character_is_named_and_mended() {
        let keys = "intents:\n  Hello:\n    slots: { city: AMAZON.City, friend: AMAZON.FirstName, query: AMAZON.SearchQuery }\n    samples:\n      - what’s in {city}?\n      - you & me\n      - 曲　の {city}\n";
        assert_eq!(
            told("UT003", keys, ""),
            ["a sample cannot have `’` and `?`", "a sample cannot have `&`", "a sample cannot have `U+3000`"]
        );
        let mended = ["- what's in {city}?", "- what’s in {city}", "- 曲 の {city}"];
        assert_eq!(fixed("UT003", keys), mended);
    }

    #[test]
    fn what_stands_in_braces_is_left_to_other_rules() {
        assert!(told("UT003", "intents:\n  Hello:\n    slots: { city: AMAZON.City, friend: AMAZON.FirstName, query: AMAZON.SearchQuery }\n    samples:\n      - go to {city?}\n", "").is_empty());
    }
}
