//! What may be answered to what.

/// The kinds of request that take the same answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A turn of a conversation: everything may be answered.
    Turn,
    /// The audio player and its buttons: audio directives only.
    Audio,
    /// Nothing may be answered.
    Silent,
}

impl Kind {
    pub(crate) fn of(request: &str, in_session: bool) -> Self {
        match request {
            "LaunchRequest" | "IntentRequest" => Self::Turn,
            "SessionEndedRequest" | "CanFulfillIntentRequest" | "AudioPlayer.PlaybackStopped" => Self::Silent,
            _ if has_family(request, AUDIO) => Self::Audio,
            _ if has_family(request, EVENTS) || !in_session => Self::Silent,
            _ => Self::Turn,
        }
    }

    /// Whether words and cards may be answered, and dialogs and sessions kept.
    pub(crate) fn speaks(self) -> bool {
        self == Self::Turn
    }

    /// Whether a directive may be answered.
    pub(crate) fn takes(self, directive: &str) -> bool {
        match self {
            Self::Turn => true,
            Self::Audio => directive.starts_with("AudioPlayer."),
            Self::Silent => false,
        }
    }
}

const AUDIO: &[&str] = &["AudioPlayer.", "PlaybackController.", "Alexa.Advertisement."];
const EVENTS: &[&str] =
    &["Alexa.Authorization.", "Alexa.DataStore.", "AlexaHouseholdListEvent.", "AlexaSkillEvent.", "Messaging.", "Reminders.", "System."];

fn has_family(request: &str, families: &[&str]) -> bool {
    families.iter().any(|family| request.starts_with(family))
}
