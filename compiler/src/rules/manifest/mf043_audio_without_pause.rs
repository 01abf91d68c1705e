use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::{InterfaceKind, listed};

rule! {
    /// The skill plays audio, but cannot be paused.
    ///
    /// With `audio_player` Alexa keeps playing after the skill's session has ended, and sends "pause" and "resume" to the skill that
    /// plays. The page "Standard Built-in Intents" requires both intents of such a skill.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [audio_player]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [audio_player]
    /// intents: { Hello: { samples: [say hello] }, AMAZON.PauseIntent: , AMAZON.ResumeIntent: }
    /// ```
    MF043 "audio-without-pause" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.damaged || !skill.parts.interaction_models {
        return;
    }
    let Some(audio) = skill.interfaces.iter().find(|declared| declared.kind.value == InterfaceKind::AudioPlayer) else { return };
    let missing: Vec<&str> =
        ["AMAZON.PauseIntent", "AMAZON.ResumeIntent"].into_iter().filter(|name| skill.intent(name).is_none()).collect();
    if !missing.is_empty() {
        let problem = RULE.at(audio.kind.span, format!("the skill plays audio, but has no {}", listed(&missing)));
        report.push(problem.here("the interface that needs them").help("add them under `intents`; they need no samples"));
    }
}
