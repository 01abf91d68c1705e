use super::number::digits;
use super::{Spoken, Value};

/// `AMAZON.DURATION`, in the parts that were said: a month has no fixed length, so nothing is added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Duration {
    /// Years.
    pub years: u32,
    /// Months.
    pub months: u32,
    /// Weeks.
    pub weeks: u32,
    /// Days.
    pub days: u32,
    /// Hours.
    pub hours: u32,
    /// Minutes.
    pub minutes: u32,
    /// Seconds.
    pub seconds: u32,
}

impl Duration {
    /// The exact length, if no years or months are in it.
    #[must_use]
    pub fn exact(&self) -> Option<std::time::Duration> {
        if self.years > 0 || self.months > 0 {
            return None;
        }
        let days = u64::from(self.weeks) * 7 + u64::from(self.days);
        let minutes = (days * 24 + u64::from(self.hours)) * 60 + u64::from(self.minutes);
        Some(std::time::Duration::from_secs(minutes * 60 + u64::from(self.seconds)))
    }

    #[cfg(feature = "services")]
    pub(crate) fn from_iso(text: &str) -> Option<Self> {
        parse(text)
    }

    fn part(&mut self, unit: char, in_time: bool) -> Option<&mut u32> {
        Some(match (unit, in_time) {
            ('Y', false) => &mut self.years,
            ('M', false) => &mut self.months,
            ('W', false) => &mut self.weeks,
            ('D', false) => &mut self.days,
            ('H', true) => &mut self.hours,
            ('M', true) => &mut self.minutes,
            ('S', true) => &mut self.seconds,
            _ => return None,
        })
    }
}

impl Value for Duration {
    fn understand(spoken: &Spoken<'_>) -> Option<Self> {
        parse(spoken.said())
    }
}

/// Reads ISO 8601's `P1Y2M3W4DT5H6M7S`; at least one part has to be there.
fn parse(text: &str) -> Option<Duration> {
    let text = text.strip_prefix('P')?;
    let (date, time) = match text.split_once('T') {
        Some((_, "")) => return None,
        Some((date, time)) => (date, time),
        None => (text, ""),
    };
    let mut duration = Duration::default();
    fill(&mut duration, date, false)?;
    fill(&mut duration, time, true)?;
    (!text.is_empty()).then_some(duration)
}

fn fill(duration: &mut Duration, mut text: &str, in_time: bool) -> Option<()> {
    while !text.is_empty() {
        let at = text.find(|c: char| !c.is_ascii_digit())?;
        let amount = digits(&text[..at])?;
        let unit = text[at..].chars().next()?;
        *duration.part(unit, in_time)? = amount;
        text = &text[at + unit.len_utf8()..];
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{Duration, parse};

    #[test]
    fn parts_are_kept_apart() {
        let all = Duration { years: 1, months: 2, weeks: 3, days: 4, hours: 5, minutes: 6, seconds: 7 };
        assert_eq!(parse("P1Y2M3W4DT5H6M7S"), Some(all));
        assert_eq!(all.exact(), None);
        let short = parse("PT10M").and_then(|duration| duration.exact());
        assert_eq!(short, Some(std::time::Duration::from_secs(600)));
        for text in ["", "P", "PT", "P1", "10M", "PT1Y", "P-1D", "P1é", "P99999999999D"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
