use super::number::digits;
use super::{Spoken, Value};

/// `AMAZON.DATE`: people name days, and also weeks, months and seasons.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Date {
    /// Now.
    Present,
    /// A day of the calendar.
    Day {
        /// The year.
        year: u32,
        /// The month, 1 to 12.
        month: u32,
        /// The day of the month.
        day: u32,
    },
    /// An ISO week.
    Week {
        /// The week's year.
        year: u32,
        /// The week, 1 to 53.
        week: u32,
    },
    /// The weekend of an ISO week.
    Weekend {
        /// The week's year.
        year: u32,
        /// The week, 1 to 53.
        week: u32,
    },
    /// A month.
    Month {
        /// The year.
        year: u32,
        /// The month, 1 to 12.
        month: u32,
    },
    /// A quarter of a year.
    Quarter {
        /// The year.
        year: u32,
        /// The quarter, 1 to 4.
        quarter: u32,
    },
    /// A season; a winter is named by the year that it begins in.
    Season {
        /// The year.
        year: u32,
        /// The season.
        season: Season,
    },
    /// A year.
    Year(u32),
    /// A decade, by its first year.
    Decade(u32),
    /// A century, by its first year.
    Century(u32),
}

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// December to February.
    Winter,
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Fall,
}

impl Value for Date {
    fn understand(spoken: &Spoken<'_>) -> Option<Self> {
        parse(spoken.said())
    }
}

fn parse(text: &str) -> Option<Date> {
    if text == "PRESENT_REF" {
        return Some(Date::Present);
    }
    let parts: Vec<&str> = text.split('-').collect();
    match *parts.as_slice() {
        [year] => span(year),
        [year, part] => year_part(year_of(year)?, part),
        [year, week, "WE"] => Some(Date::Weekend { year: year_of(year)?, week: week_of(week)? }),
        [year, month, day] => day_of(year_of(year)?, month_of(month)?, digits(day)?),
        _ => None,
    }
}

/// A year, or a decade or century, whose last digits are `X`.
fn span(text: &str) -> Option<Date> {
    if text.len() != 4 {
        return None;
    }
    if let Some(century) = text.strip_suffix("XX") {
        return digits(century).map(|century| Date::Century(century * 100));
    }
    if let Some(decade) = text.strip_suffix('X') {
        return digits(decade).map(|decade| Date::Decade(decade * 10));
    }
    digits(text).map(Date::Year)
}

fn year_part(year: u32, part: &str) -> Option<Date> {
    let season = match part {
        "WI" => Season::Winter,
        "SP" => Season::Spring,
        "SU" => Season::Summer,
        "FA" => Season::Fall,
        _ if part.starts_with('W') => return Some(Date::Week { year, week: week_of(part)? }),
        _ if part.starts_with('Q') => return quarter_of(part).map(|quarter| Date::Quarter { year, quarter }),
        _ => return Some(Date::Month { year, month: month_of(part)? }),
    };
    Some(Date::Season { year, season })
}

fn year_of(text: &str) -> Option<u32> {
    digits(text).filter(|_| text.len() == 4)
}

fn month_of(text: &str) -> Option<u32> {
    digits(text).filter(|month| (1..=12).contains(month))
}

fn week_of(text: &str) -> Option<u32> {
    digits(text.strip_prefix('W')?).filter(|week| (1..=53).contains(week))
}

fn quarter_of(text: &str) -> Option<u32> {
    digits(text.strip_prefix('Q')?).filter(|quarter| (1..=4).contains(quarter))
}

fn day_of(year: u32, month: u32, day: u32) -> Option<Date> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    };
    (1..=last).contains(&day).then_some(Date::Day { year, month, day })
}

#[cfg(test)]
mod tests {
    use super::{Date, Season, parse};

    #[test]
    fn every_form_parses() {
        for (text, date) in [
            ("PRESENT_REF", Date::Present),
            ("2026-11-22", Date::Day { year: 2026, month: 11, day: 22 }),
            ("2024-02-29", Date::Day { year: 2024, month: 2, day: 29 }),
            ("2026-W48", Date::Week { year: 2026, week: 48 }),
            ("2026-W48-WE", Date::Weekend { year: 2026, week: 48 }),
            ("2026-11", Date::Month { year: 2026, month: 11 }),
            ("2026-Q4", Date::Quarter { year: 2026, quarter: 4 }),
            ("2026-WI", Date::Season { year: 2026, season: Season::Winter }),
            ("2026", Date::Year(2026)),
            ("202X", Date::Decade(2020)),
            ("20XX", Date::Century(2000)),
        ] {
            assert_eq!(parse(text), Some(date), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_understood() {
        for text in [
            "",
            "?",
            "-",
            "2026-13",
            "2025-02-29",
            "2100-02-29",
            "2026-00-10",
            "2026-W54",
            "2026-W48-XX",
            "+026",
            "2026-+1",
            "XXXX",
            "99999999999-01-01",
            "2026-11-22-01",
            "٢٠٢٦",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
