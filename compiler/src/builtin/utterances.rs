//! What users say to reach Amazon's intents without any samples: the common ones.
//!
//! Source: the column "Common Utterances" of the page "Standard Built-in Intents", in English and (Help and Cancel only) in German.

/// A few of the utterances of `intent`, in `language`, in lower case.
pub fn utterances_of(language: &str, intent: &str) -> &'static [&'static str] {
    match language {
        "en" => english(intent),
        "de" => german(intent),
        _ => &[],
    }
}

fn english(intent: &str) -> &'static [&'static str] {
    match intent {
        "AMAZON.CancelIntent" => &["cancel", "never mind", "forget it"],
        "AMAZON.HelpIntent" => &["help", "help me", "can you help me"],
        "AMAZON.LoopOffIntent" => &["loop off"],
        "AMAZON.LoopOnIntent" => &["loop", "loop on"],
        "AMAZON.MoreIntent" => &["more"],
        "AMAZON.NavigateHomeIntent" => &["home", "go home"],
        "AMAZON.NavigateSettingsIntent" => &["settings"],
        "AMAZON.NextIntent" => &["next", "skip", "skip forward"],
        "AMAZON.NoIntent" => &["no", "no thanks"],
        "AMAZON.PageDownIntent" => &["page down"],
        "AMAZON.PageUpIntent" => &["page up"],
        "AMAZON.PauseIntent" => &["pause", "pause that"],
        "AMAZON.PreviousIntent" => &["go back", "previous", "skip back", "back up"],
        "AMAZON.RepeatIntent" => &["repeat", "say that again", "repeat that"],
        "AMAZON.ResumeIntent" => &["resume", "continue", "keep going"],
        "AMAZON.ScrollDownIntent" => &["scroll down"],
        "AMAZON.ScrollLeftIntent" => &["scroll left"],
        "AMAZON.ScrollRightIntent" => &["scroll right"],
        "AMAZON.ScrollUpIntent" => &["scroll up"],
        "AMAZON.ShuffleOffIntent" => &["shuffle off", "stop shuffling", "turn off shuffle"],
        "AMAZON.ShuffleOnIntent" => &["shuffle", "shuffle on", "shuffle mode"],
        "AMAZON.StartOverIntent" => &["start over", "restart", "start again"],
        "AMAZON.StopIntent" => &["stop", "off", "shut up"],
        "AMAZON.YesIntent" => &["yes", "yes please", "sure"],
        _ => &[],
    }
}

fn german(intent: &str) -> &'static [&'static str] {
    match intent {
        "AMAZON.CancelIntent" => &["abbrechen", "abbreche", "vergiss es"],
        "AMAZON.HelpIntent" => &["hilfe", "hilf mir", "kannst du mir helfen"],
        _ => &[],
    }
}
