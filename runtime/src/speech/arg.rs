//! The arguments of a text. Each kind takes what reads naturally as it, and is escaped.

use std::fmt::Write;

use super::escape;
use crate::slot::{Date, FourDigits, Heard, Known, Time, Words};

/// An argument of any kind.
#[derive(Clone, Debug)]
pub(crate) enum Arg {
    Text(String),
    Number(i64),
    Date(Date),
    Time(Time),
}

impl Arg {
    pub(crate) fn push(&self, out: &mut String) {
        match self {
            Self::Text(text) => escape::push(out, text),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Date(date) => push_date(out, *date),
            Self::Time(time) => push_time(out, *time),
        }
    }
}

// Writing to a String cannot fail.
fn push_date(out: &mut String, date: Date) {
    let _ = match date {
        Date::Day { year, month, day } => {
            write!(out, r#"<say-as interpret-as="date">{year:04}{month:02}{day:02}</say-as>"#)
        }
        Date::Month { year, month } => write!(out, r#"<say-as interpret-as="date" format="ym">{year:04}-{month:02}</say-as>"#),
        Date::Year(year) | Date::Decade(year) | Date::Century(year) | Date::Season { year, .. } => write!(out, "{year}"),
        Date::Week { year, week } | Date::Weekend { year, week } => write!(out, "{week}, {year}"),
        Date::Quarter { year, quarter } => write!(out, "{quarter}, {year}"),
        Date::Present => Ok(()),
    };
}

fn push_time(out: &mut String, time: Time) {
    if let Time::Clock { hour, minute, .. } = time {
        let _ = write!(out, "{hour:02}:{minute:02}");
    }
}

/// An argument that is text.
#[derive(Clone, Debug)]
pub struct TextArg(String);

/// An argument that is a number.
#[derive(Clone, Debug)]
pub struct NumberArg(i64);

/// An argument that is a date.
#[derive(Clone, Debug)]
pub struct DateArg(Date);

/// An argument that is a time.
#[derive(Clone, Debug)]
pub struct TimeArg(Time);

/// Any argument, as generated code hands it on.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct AnyArg(pub(crate) Arg);

macro_rules! arg {
    ($kind:ident, $variant:ident, $make:ident: $($from:ty => $value:expr),+ $(,)?) => {
        impl AnyArg {
            /// Takes whatever reads as this kind.
            pub fn $make(arg: impl Into<$kind>) -> Self {
                Self(Arg::$variant(arg.into().0))
            }
        }
        $(impl From<$from> for $kind {
            fn from(from: $from) -> Self {
                let value: fn($from) -> _ = $value;
                Self(value(from))
            }
        })+
    };
}

arg!(TextArg, Text, text:
    &str => str::to_owned,
    String => |text| text,
    &String => String::clone,
    std::borrow::Cow<'_, str> => |text| text.into_owned(),
    Words => |words| words.to_string(),
    &Words => Words::to_string,
    FourDigits => |digits| digits.to_string(),
);
arg!(NumberArg, Number, number:
    i64 => |number| number,
    i32 => i64::from,
    u32 => i64::from,
    u16 => i64::from,
    u8 => i64::from,
    &Known<i64> => |known| **known,
    Known<i64> => |known| *known,
);
arg!(DateArg, Date, date: Date => |date| date, &Known<Date> => |known| **known, Known<Date> => |known| *known);
arg!(TimeArg, Time, time: Time => |time| time, &Known<Time> => |known| **known, Known<Time> => |known| *known);

/// A custom type's value is said in the user's own words for it.
impl<T: crate::slot::Custom> From<&Known<T>> for TextArg {
    fn from(known: &Known<T>) -> Self {
        Self(known.raw().to_owned())
    }
}

/// What was heard is said back, understood or not.
impl<T> From<&Heard<T>> for TextArg {
    fn from(heard: &Heard<T>) -> Self {
        Self(heard.raw().to_owned())
    }
}
