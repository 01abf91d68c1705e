use super::sl020_validation_type::{fitting, key};
use crate::builtin::Gives;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Condition, Model, Skill};
use crate::source::Text;

rule! {
    /// A validation compares with a value that a slot of this type can never have, or with none at all.
    ///
    /// Slots of numbers give digits, so `ten` would never be met; a set needs at least one value (type `IsInSet` of the interaction model).
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       count: { type: AMAZON.NUMBER, validate: [{ is_less_than: ten, prompt: Less than ten please. }] }
    ///     samples: ["say hello {count} times"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       count: { type: AMAZON.NUMBER, validate: [{ is_less_than: 10, prompt: Less than ten please. }] }
    ///     samples: ["say hello {count} times"]
    /// ```
    SL021 "validation-value" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (gives, validation) in fitting(skill, model) {
        match &validation.condition {
            Condition::IsInSet(values) | Condition::IsNotInSet(values) if values.is_empty() => {
                let problem = RULE.at(validation.span, format!("the set of `{}` is empty", key(&validation.condition)));
                report.push(problem.help("list the values, or remove the validation"));
            }
            Condition::IsInSet(values) | Condition::IsNotInSet(values) => {
                values.iter().for_each(|value| check_member(*value, gives, report))
            }
            Condition::IsGreaterThan(bound)
            | Condition::IsGreaterThanOrEqualTo(bound)
            | Condition::IsLessThan(bound)
            | Condition::IsLessThanOrEqualTo(bound) => check_bound(*bound, report),
            Condition::HasEntityResolutionMatch | Condition::IsInDuration(..) | Condition::IsNotInDuration(..) => {}
        }
    }
}

fn check_member(value: Text<'_>, gives: Gives, report: &mut Report) {
    let text = value.value;
    let expected = match gives {
        _ if text.trim().is_empty() => "a value",
        Gives::FourDigits if text.len() != 4 || !is_digits(text) => "four digits",
        Gives::Number | Gives::Ordinal if !is_digits(text.strip_prefix('-').unwrap_or(text)) => "a whole number in digits",
        _ => return,
    };
    report.push(RULE.at(value.span, format!("expected {expected}, found `{text}`")).note("a slot of this type never has another value"));
}

fn check_bound(bound: Text<'_>, report: &mut Report) {
    let digits = bound.value.strip_prefix('-').unwrap_or(bound.value);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        let problem = RULE.at(bound.span, format!("expected a number in digits, found `{}`", bound.value));
        report.push(problem.note("the slot's value is compared with it as a number"));
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
