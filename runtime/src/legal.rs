//! What may be answered to what.

use crate::declare;

/// The kinds of request that take the same answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A turn of a conversation: everything may be answered.
    Turn,
    /// The audio player and its buttons: audio directives only.
    Audio,
    /// The audio player, where it cannot be given anything to play.
    Stopping,
    /// Whether the skill could do something, and nothing else.
    CanFulfill,
    /// Nothing may be answered.
    Silent,
}

impl Kind {
    pub(crate) fn of(request: &str, in_session: bool) -> Self {
        match request {
            "LaunchRequest" | "IntentRequest" => Self::Turn,
            "CanFulfillIntentRequest" => Self::CanFulfill,
            "SessionEndedRequest" | "AudioPlayer.PlaybackStopped" => Self::Silent,
            "AudioPlayer.PlaybackStarted" | "AudioPlayer.PlaybackFinished" => Self::Stopping,
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
            Self::Stopping => matches!(directive, "AudioPlayer.Stop" | "AudioPlayer.ClearQueue"),
            Self::CanFulfill | Self::Silent => false,
        }
    }
}

const AUDIO: &[&str] = &["AudioPlayer.", "PlaybackController.", "Alexa.Advertisement."];
const EVENTS: &[&str] =
    &["Alexa.Authorization.", "Alexa.DataStore.", "AlexaHouseholdListEvent.", "AlexaSkillEvent.", "Messaging.", "Reminders.", "System."];

fn has_family(request: &str, families: &[&str]) -> bool {
    families.iter().any(|family| request.starts_with(family))
}

/// The directives of device interfaces, with the interface that has to be in the manifest.
const INTERFACES: &[(&str, &str)] = &[
    ("AudioPlayer.", "AUDIO_PLAYER"),
    ("VideoApp.", "VIDEO_APP"),
    ("Alexa.Presentation.APL", "ALEXA_PRESENTATION_APL"),
    ("Alexa.Presentation.HTML.", "ALEXA_PRESENTATION_HTML"),
    ("Display.", "RENDER_TEMPLATE"),
    ("Hint", "RENDER_TEMPLATE"),
    ("GameEngine.", "GAME_ENGINE"),
    ("GadgetController.", "GADGET_CONTROLLER"),
    ("CustomInterfaceController.", "CUSTOM_INTERFACE"),
];

/// The interface that a directive needs, where the skill does not declare it.
pub(crate) fn undeclared(skill: &declare::Skill, directive: &str) -> Option<&'static str> {
    let (_, interface) = INTERFACES.iter().find(|(prefix, _)| directive.starts_with(prefix))?;
    (!skill.interfaces.contains(interface)).then_some(interface)
}
