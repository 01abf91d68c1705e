use super::number::digits;
use super::{Spoken, Value};

/// `AMAZON.TIME`: a time of the clock, or a part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Time {
    /// A time of the clock.
    Clock {
        /// The hour, 0 to 23.
        hour: u32,
        /// The minute, 0 to 59.
        minute: u32,
        /// The second, 0 to 59.
        second: u32,
    },
    /// A part of the day.
    Part(DayPart),
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// `MO`.
    Morning,
    /// `AF`.
    Afternoon,
    /// `EV`.
    Evening,
    /// `NI`.
    Night,
}

impl Value for Time {
    fn understand(spoken: &Spoken<'_>) -> Option<Self> {
        parse(spoken.said())
    }
}

fn parse(text: &str) -> Option<Time> {
    let part = match text {
        "MO" => DayPart::Morning,
        "AF" => DayPart::Afternoon,
        "EV" => DayPart::Evening,
        "NI" => DayPart::Night,
        _ => return clock(text),
    };
    Some(Time::Part(part))
}

fn clock(text: &str) -> Option<Time> {
    let mut parts = text.split(':').map(digits);
    let hour = parts.next()??;
    let minute = parts.next().unwrap_or(Some(0))?;
    let second = parts.next().unwrap_or(Some(0))?;
    let fits = parts.next().is_none() && hour < 24 && minute < 60 && second < 60;
    fits.then_some(Time::Clock { hour, minute, second })
}

#[cfg(test)]
mod tests {
    use super::{DayPart, Time, parse};

    #[test]
    fn clock_and_parts_of_the_day() {
        let clock = |hour, minute, second| Some(Time::Clock { hour, minute, second });
        assert_eq!(parse("07:30"), clock(7, 30, 0));
        assert_eq!(parse("23"), clock(23, 0, 0));
        assert_eq!(parse("00:00:01"), clock(0, 0, 1));
        assert_eq!(parse("EV"), Some(Time::Part(DayPart::Evening)));
        for text in ["", "?", "24:00", "7:60", "7:", "7:30:00:00", "-1:00", "ev"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
