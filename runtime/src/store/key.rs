//! Under what a record is kept: a user, and a part within the user.

use std::fmt;

/// The longest id, in bytes. Alexa's have at most 255 characters; DynamoDB takes 1,024 bytes, and the kind of the id is
/// written before it.
const LONGEST: usize = 1_000;

/// Alexa's id of a user, `context.System.user.userId`. It is personal, so `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserId(Box<str>);

/// The name of one record.
///
/// A skill keeps attributes by user, by person or by device. All of them are kept below the user, because events such as
/// `AlexaSkillEvent.SkillDisabled` name nobody but the user, whose data has to be found by that alone.
///
/// A store needs two texts of it, [`Key::user`] and [`Key::part`]. Different keys differ in one of them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    user: UserId,
    part: Box<str>,
}

/// An id that is empty or too long. The text does not show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidId {
    /// It is empty. All users without an id would share one record.
    Empty,
    /// It is longer than 1,000 bytes.
    TooLong,
}

impl UserId {
    /// The id of a request's user.
    ///
    /// # Errors
    /// If the id is empty or longer than 1,000 bytes.
    pub fn new(id: &str) -> Result<Self, InvalidId> {
        Ok(Self(checked(id)?.into()))
    }

    /// The id as Alexa sent it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Key {
    /// The record of a user, whoever speaks on whichever device.
    #[must_use]
    pub fn of_user(user: UserId) -> Self {
        Self { user, part: "user".into() }
    }

    /// The record of a recognised speaker, `context.System.person.personId`.
    ///
    /// # Errors
    /// If the id is empty or longer than 1,000 bytes.
    pub fn of_person(user: UserId, person: &str) -> Result<Self, InvalidId> {
        Ok(Self { user, part: format!("person:{}", checked(person)?).into() })
    }

    /// The record of a device, `context.System.device.deviceId`.
    ///
    /// # Errors
    /// If the id is empty or longer than 1,000 bytes.
    pub fn of_device(user: UserId, device: &str) -> Result<Self, InvalidId> {
        Ok(Self { user, part: format!("device:{}", checked(device)?).into() })
    }

    /// Whose record it is.
    #[must_use]
    pub fn user(&self) -> &UserId {
        &self.user
    }

    /// Which of the user's records: `user`, `person:` with the person's id, or `device:` with the device's.
    #[must_use]
    pub fn part(&self) -> &str {
        &self.part
    }
}

fn checked(id: &str) -> Result<&str, InvalidId> {
    match id.len() {
        0 => Err(InvalidId::Empty),
        1..=LONGEST => Ok(id),
        _ => Err(InvalidId::TooLong),
    }
}

impl fmt::Debug for UserId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserId(…)")
    }
}

impl fmt::Debug for Key {
    /// Only of what kind the key is.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.part.split(':').next().unwrap_or_default();
        write!(f, "Key({kind} …)")
    }
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "the id is empty",
            Self::TooLong => "the id is longer than 1,000 bytes",
        })
    }
}

impl std::error::Error for InvalidId {}
