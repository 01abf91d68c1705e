use crate::builtin::REQUESTS;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `requests` names a request that has no handler of its own.
    ///
    /// The names are Alexa's request types, such as `AudioPlayer.PlaybackNearlyFinished`. What intents, the launch and tasks need is said
    /// under `intents`, `launch` and `tasks`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// events: { subscriptions: [SKILL_ENABLED] }
    /// requests:
    ///   AlexaSkillEvent.SkillEnable: {}
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// events: { subscriptions: [SKILL_ENABLED] }
    /// requests:
    ///   AlexaSkillEvent.SkillEnabled: {}
    /// ```
    MF075 "unknown-request" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for said in &skill.said_requests {
        let name = said.name.value;
        if crate::builtin::request(name).is_some() {
            continue;
        }
        let problem = RULE.at(said.name.span, format!("no request `{name}` has a handler of its own"));
        let elsewhere = match name {
            "LaunchRequest" => Some("what the launch needs is said under `launch`"),
            "IntentRequest" => Some("what an intent needs is said at the intent, under `intents`"),
            "SessionEndedRequest" => Some("the end of a session needs no account: its handler is always there"),
            _ => None,
        };
        report.push(match (elsewhere, nearest(name, REQUESTS.iter().map(|request| request.kind))) {
            (Some(where_else), _) => problem.help(where_else),
            (None, Some(near)) => problem.fix(format!("a similar one is: `{near}`"), said.name.span, near),
            (None, None) => problem.note(format!("{} are known, such as `AudioPlayer.PlaybackNearlyFinished`", REQUESTS.len())),
        });
    }
}
