//! The invocation name of a new skill: made of its name where Alexa takes that, else the template's own.

use super::names::Names;
use super::templates::Project;
use crate::failure::Failure;
use sayso_compiler::{Input, Options, analyze};

/// Words that Alexa keeps for itself.
const KEPT: &[&str] = &["alexa", "amazon", "app", "computer", "echo", "skill", "ziggy"];

/// The first candidate with which the compiler finds nothing to say.
pub fn choose(project: &Project<'_>) -> Result<String, Failure> {
    let candidates = [said(&project.names.words), said(&own_words(project.names)), project.fallback_invocation().to_owned()];
    let mut last = String::new();
    for candidate in candidates {
        match first_problem(&project.skill(&candidate)?) {
            None => return Ok(candidate),
            Some(problem) => last = problem,
        }
    }
    Err(Failure::new(format!("no skill can be made with the name `{}`: {last}", project.names.name)).help("choose another name"))
}

/// Without the words that Alexa keeps, and more than one.
fn own_words(names: &Names) -> Vec<String> {
    let words: Vec<String> = names.words.iter().filter(|word| !KEPT.contains(&word.as_str())).cloned().collect();
    if words.len() == 1 { vec!["my".to_owned(), words[0].clone()] } else { words }
}

/// As it is said: digits are words.
fn said(words: &[String]) -> String {
    const DIGITS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let mut out = String::new();
    for c in words.join(" ").chars() {
        match c.to_digit(10) {
            Some(digit) => out.push_str(&format!(" {} ", DIGITS[digit as usize])),
            None => out.push(c),
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_problem(skill: &str) -> Option<String> {
    let input = Input::from_text("skill.yaml", skill);
    analyze(&input, &Options::default(), |analysis| analysis.diagnostics.first().map(|found| found.message.clone()))
}

#[cfg(test)]
mod tests {
    use super::{own_words, said};
    use crate::commands::new::names::Names;
    use std::path::Path;

    fn names(name: &str) -> Names {
        Names::of(Path::new(name)).expect("it is a name")
    }

    #[test]
    fn digits_are_said() {
        assert_eq!(said(&names("ride2go").words), "ride two go");
        assert_eq!(said(&names("bonus-points").words), "bonus points");
    }

    #[test]
    fn kept_words_are_left_out() {
        assert_eq!(own_words(&names("weather-skill")), ["my", "weather"]);
        assert_eq!(own_words(&names("weather")), ["my", "weather"]);
    }
}
