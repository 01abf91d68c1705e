use super::sl020_validation_type::fitting;
use crate::builtin::Gives;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Condition, Model, Skill};
use crate::source::Text;

rule! {
    /// The start or the end of a duration is not written as Alexa reads it.
    ///
    /// For `AMAZON.DATE` it is a date such as `2026-12-31`, or a time from now in years, months and days such as `P3D` or `P-1M`. For `AMAZON.TIME`
    /// it is a time of day such as `18:30`, or a time from now in hours and minutes such as `PT2H` (type `IsInDuration` of the interaction model).
    /// One of the two may be left out, and is then open.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       day: { type: AMAZON.DATE, validate: [{ is_in_duration: { start: tomorrow }, prompt: A day to come please. }] }
    ///     samples: ["say hello on {day}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       day: { type: AMAZON.DATE, validate: [{ is_in_duration: { start: P1D }, prompt: A day to come please. }] }
    ///     samples: ["say hello on {day}"]
    /// ```
    SL022 "validation-duration" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (gives, validation) in fitting(skill, model) {
        let (Condition::IsInDuration(start, end) | Condition::IsNotInDuration(start, end)) = &validation.condition else { continue };
        let bounds: Vec<Text<'_>> = [start, end].into_iter().flatten().copied().filter(|bound| !bound.value.is_empty()).collect();
        if bounds.is_empty() {
            let problem = RULE
                .at(validation.span, "the duration is open at both ends")
                .for_want_of(validation.span, "start")
                .for_want_of(validation.span, "end");
            report.push(problem.help("write `start`, `end` or both"));
        }
        for bound in bounds {
            check_bound(bound, gives, report);
        }
    }
}

fn check_bound(bound: Text<'_>, gives: Gives, report: &mut Report) {
    let text = bound.value;
    let (fits, expected) = match gives {
        Gives::Date => (is_date(text) || is_span(text, "P", "YMD"), "a date such as `2026-12-31`, or a time from now such as `P3D`"),
        Gives::Time => (is_time(text) || is_span(text, "PT", "HM"), "a time of day such as `18:30`, or a time from now such as `PT2H`"),
        _ => return,
    };
    if !fits {
        report.push(RULE.at(bound.span, format!("expected {expected}, found `{text}`")));
    }
}

/// `YYYY-MM-DD`, with a month and a day that exist.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let (Some(year), Some(month), Some(day), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else { return false };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=days).contains(&day)
}

/// `hh:mm` with 24 hours.
fn is_time(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(':') else { return false };
    number(hours, 2).is_some_and(|hours| hours < 24) && number(minutes, 2).is_some_and(|minutes| minutes < 60)
}

/// The number that exactly so many digits make.
fn number(text: &str, digits: usize) -> Option<u32> {
    let fits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

/// An ISO 8601 duration of these units in their order, each with a number that may be negative.
fn is_span(text: &str, prefix: &str, units: &str) -> bool {
    let Some(mut rest) = text.strip_prefix(prefix).filter(|rest| !rest.is_empty()) else { return false };
    let mut units = units.chars();
    while !rest.is_empty() {
        let unsigned = rest.strip_prefix('-').unwrap_or(rest);
        let after = unsigned.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let Some(unit) = after.chars().next().filter(|_| after.len() < unsigned.len()) else { return false };
        if !units.any(|known| known == unit) {
            return false;
        }
        rest = &after[unit.len_utf8()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_span, is_time};

    #[test]
    fn bounds_are_read_as_alexa_reads_them() {
        assert!(["2024-02-29", "2026-12-31"].into_iter().all(is_date));
        assert!(!["2025-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-01-01", "now"].into_iter().any(is_date));
        assert!(["00:00", "23:59"].into_iter().all(is_time));
        assert!(!["24:00", "9:00", "12:60", "12"].into_iter().any(is_time));
        assert!(["P1D", "P-3D", "P1Y2M3D"].into_iter().all(|text| is_span(text, "P", "YMD")));
        assert!(!["P", "P1", "PD", "PT1H", "P1D2M", "P1W", "1D", "P-D"].into_iter().any(|text| is_span(text, "P", "YMD")));
        assert!(is_span("PT2H30M", "PT", "HM") && !is_span("PT2S", "PT", "HM"));
    }
}
