use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// An intent's name has something other than letters, `_` and `.`, or begins or ends with one of those two.
    ///
    /// Alexa refuses the model with `InvalidIntentName`. Digits, hyphens and spaces are what people try most; none of 384 public models has
    /// them in the name of an intent.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   say-hello: { samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   SayHello: { samples: [say hello] }
    /// ```
    IM001 "intent-name" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    for intent in skill.intents.iter().filter(|intent| !intent.is_builtin()) {
        let name = intent.name;
        let Some(fault) = fault(name.value) else { continue };
        let problem = RULE.at(name.span, format!("the intent name `{}` {fault}", name.value));
        let problem = problem.note("an intent's name has letters of the English alphabet, `_` and `.`, and begins and ends with a letter");
        let has_digits = name.value.bytes().any(|byte| byte.is_ascii_digit());
        report.push(match has_digits {
            true => problem.help("write the number as a word"),
            false => problem.help("join words like `OrderRide` or `order_ride`"),
        });
    }
}

fn fault(name: &str) -> Option<String> {
    let is_allowed = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '_' | '.');
    if let Some(stray) = name.chars().find(|letter| !is_allowed(*letter)) {
        return Some(format!("has a `{stray}`"));
    }
    match (name.chars().next(), name.chars().last()) {
        (Some(first), _) if !first.is_ascii_alphabetic() => Some(format!("begins with a `{first}`")),
        (_, Some(last)) if !last.is_ascii_alphabetic() => Some(format!("ends with a `{last}`")),
        (None, _) => Some("is empty".to_owned()),
        _ => None,
    }
}
