//! Amazon's intents.
//!
//! Source: the page "Standard Built-in Intents".

/// What an intent of Amazon's belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Group {
    /// Every skill has it.
    Basic,
    /// It answers a question of the skill, or goes on from where the skill was.
    Conversation,
    /// It belongs to audio.
    Audio,
    /// It belongs to screens.
    Screen,
}

/// One of Amazon's intents.
#[derive(PartialEq, Eq, Debug)]
pub struct Intent {
    /// Its name, with `AMAZON.`.
    pub name: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// Whether it is in every skill unless it says `omit`.
    pub unasked: bool,
    /// Whether a skill without it fails certification.
    pub needed: bool,
}

const fn intent(name: &'static str, group: Group, unasked: bool, needed: bool) -> Intent {
    Intent { name, group, unasked, needed }
}

/// The intents that are known, those that are there unasked first and in the order in which they are emitted.
pub const INTENTS: &[Intent] = &[
    intent("AMAZON.CancelIntent", Group::Basic, true, true),
    intent("AMAZON.HelpIntent", Group::Basic, true, true),
    intent("AMAZON.StopIntent", Group::Basic, true, true),
    intent("AMAZON.FallbackIntent", Group::Basic, true, false),
    intent("AMAZON.NavigateHomeIntent", Group::Screen, true, false),
    intent("AMAZON.YesIntent", Group::Conversation, false, false),
    intent("AMAZON.NoIntent", Group::Conversation, false, false),
    intent("AMAZON.RepeatIntent", Group::Conversation, false, false),
    intent("AMAZON.StartOverIntent", Group::Conversation, false, false),
    intent("AMAZON.PauseIntent", Group::Audio, false, false),
    intent("AMAZON.ResumeIntent", Group::Audio, false, false),
    intent("AMAZON.NextIntent", Group::Audio, false, false),
    intent("AMAZON.PreviousIntent", Group::Audio, false, false),
    intent("AMAZON.LoopOnIntent", Group::Audio, false, false),
    intent("AMAZON.LoopOffIntent", Group::Audio, false, false),
    intent("AMAZON.ShuffleOnIntent", Group::Audio, false, false),
    intent("AMAZON.ShuffleOffIntent", Group::Audio, false, false),
    intent("AMAZON.MoreIntent", Group::Screen, false, false),
    intent("AMAZON.NavigateSettingsIntent", Group::Screen, false, false),
    intent("AMAZON.PageUpIntent", Group::Screen, false, false),
    intent("AMAZON.PageDownIntent", Group::Screen, false, false),
    intent("AMAZON.ScrollUpIntent", Group::Screen, false, false),
    intent("AMAZON.ScrollDownIntent", Group::Screen, false, false),
    intent("AMAZON.ScrollLeftIntent", Group::Screen, false, false),
    intent("AMAZON.ScrollRightIntent", Group::Screen, false, false),
    intent("AMAZON.SelectIntent", Group::Screen, false, false),
];

/// The intent of that name, with `AMAZON.`.
pub fn intent_named(name: &str) -> Option<&'static Intent> {
    INTENTS.iter().find(|known| known.name == name)
}

/// Whether the name is one of the old library of actions on objects, such as `AMAZON.SearchAction<object@WeatherForecast>`.
pub fn is_library_intent(name: &str) -> bool {
    name.starts_with("AMAZON.") && name.contains('<') && name.ends_with('>')
}
