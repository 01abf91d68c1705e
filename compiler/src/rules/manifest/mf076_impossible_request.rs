use crate::builtin::{self, Cause};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `requests` names a request that the skill never gets.
    ///
    /// A request comes only when something makes it possible: an interface, an event that is subscribed to, a permission or a connection.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// requests:
    ///   AudioPlayer.PlaybackNearlyFinished: {}
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [audio_player]
    /// requests:
    ///   AudioPlayer.PlaybackNearlyFinished: {}
    /// intents: { Hello: { samples: [say hello] }, AMAZON.PauseIntent: , AMAZON.ResumeIntent: }
    /// ```
    MF076 "impossible-request" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for said in &skill.said_requests {
        let Some(known) = builtin::request(said.name.value) else { continue };
        if skill.unread.contains(&key(known.cause)) || skill.requests.iter().any(|request| request.known.kind == known.kind) {
            continue;
        }
        let problem = RULE.at(said.name.span, format!("the skill never gets the request `{}`", known.kind));
        report.push(problem.help(format!("it comes with {}: add that, or remove this", known.comes_with())));
    }
}

/// The key that would make the request possible.
fn key(cause: Cause) -> &'static str {
    match cause {
        Cause::Interface(_) => "interfaces",
        Cause::Event(_) => "events",
        Cause::Permission(_) => "permissions",
        Cause::Connection(_) => "connections",
        Cause::DialogManagement => "dialog_management",
    }
}
