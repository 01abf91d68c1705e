//! What a turn came to, for logs and metrics.

use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::Duration;

/// What one turn came to: what [`App::observe`](crate::App::observe) is told. There is nothing personal in it.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct TurnReport<'a> {
    /// Alexa's type of the request, such as `IntentRequest`.
    pub request: &'a str,
    /// The intent, if it was one that the skill declares.
    pub intent: Option<&'static str>,
    /// The locale, as Alexa sent it.
    pub locale: Option<&'a str>,
    /// What was answered, and why.
    pub outcome: Outcome,
    /// From the first byte read to the last one written.
    pub time: Duration,
    /// The size of the answer in bytes.
    pub size: usize,
}

/// What was answered, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outcome {
    /// What the handler answered.
    Answered,
    /// The handler waits while Alexa leads the dialog.
    Delegated,
    /// A required slot was asked for again.
    AskedAgain,
    /// There was no account, or its token was not good, where one is needed: no handler ran, or it said so.
    NotLinked,
    /// A permission is not granted.
    ConsentMissing,
    /// The handler failed or panicked, or its answer could not be sent.
    Failed,
    /// The handler took longer than Alexa waits. It was cut off with an apology; or it blocked, so that it could not be, and whatever it answered came
    /// too late.
    TimedOut,
}

impl Outcome {
    /// A word for logs and labels, such as `answered`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Delegated => "delegated",
            Self::AskedAgain => "asked_again",
            Self::NotLinked => "not_linked",
            Self::ConsentMissing => "consent_missing",
            Self::Failed => "failed",
            Self::TimedOut => "timed_out",
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Who is told of each turn.
pub(crate) type Observer = dyn Fn(&TurnReport<'_>) + Send + Sync;

/// A user's id for the log: the same for all turns of the user, and no way back to the id.
///
/// Alexa's ids are long and random, so that none can be found by trying. The hash may change with the version of the program.
pub(crate) fn pseudonym(user_id: &str) -> String {
    let mut hasher = DefaultHasher::new();
    user_id.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
