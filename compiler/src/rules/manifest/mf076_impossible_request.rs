use crate::builtin::{self, Cause, ConnectionKind};
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
        let (key, way) = way(known.cause);
        if skill.unread.contains(&key) || skill.requests.iter().any(|request| request.known.kind == known.kind) {
            continue;
        }
        let problem = RULE.at(said.name.span, format!("the skill never gets the request `{}`", known.kind));
        report.push(problem.help(format!("add {way}, or remove this")));
    }
}

/// What would make the request possible: the key, and in words.
fn way(cause: Cause) -> (&'static str, String) {
    match cause {
        Cause::Interface(kind) => ("interfaces", format!("`{}` to `interfaces`", kind.word())),
        Cause::Event(name) => ("events", format!("`{name}` to `events.subscriptions`")),
        Cause::Permission(name) => ("permissions", format!("`{name}` to `permissions`")),
        Cause::Connection(ConnectionKind::Request) => ("connections", "`Buy`, `Upsell`, `Cancel` or `AskFor` to `connections`".to_owned()),
        Cause::Connection(ConnectionKind::Skill) => ("connections", "a connection such as `AMAZON.PrintPDF/1` to `connections`".to_owned()),
        Cause::DialogManagement => ("dialog_management", "`dialog_management`".to_owned()),
    }
}
