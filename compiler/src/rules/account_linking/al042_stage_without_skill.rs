use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, Stage};
use crate::source::Text;

rule! {
    /// A stage has account linking of its own, but no skill of its own.
    ///
    /// Amazon's service writes account linking to a skill's development stage alone. The live stage keeps what it was certified with. So
    /// two configurations cannot stand beside each other in one skill: the stage that was pushed last would win. Linking that differs
    /// needs a second skill, whose id the stage names.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// stages:
    ///   live:
    ///     account_linking: { token_url: https://live.friend.dev/token }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// stages:
    ///   live:
    ///     skill_id: amzn1.ask.skill.87654321-4321-4321-4321-210987654321
    ///     account_linking: { token_url: https://live.friend.dev/token }
    /// ```
    AL042 "stage-without-skill" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for stage in &skill.stages {
        let Some(linking) = stage.linking else { continue };
        let name = stage.name.value;
        let problem = match stage.skill_id {
            None => RULE
                .at(linking, format!("stage `{name}` has its own account linking, but no `skill_id`"))
                .for_want_of(stage.name.span, "skill_id"),
            Some(id) => match other_place(skill, stage, id) {
                Some(other) => RULE
                    .at(id.span, format!("stage `{name}` has its own account linking, but shares its skill"))
                    .also(linking, "the account linking of the stage")
                    .also(other.span, "the same skill"),
                None => continue,
            },
        };
        report.push(
            problem
                .note("account linking is written to a skill's development stage only, so the stage that is pushed last would win")
                .help("give the stage a `skill_id` of its own"),
        );
    }
}

/// Where else the file names the id.
fn other_place<'s>(skill: &Skill<'s>, stage: &Stage<'s>, id: Text<'s>) -> Option<Text<'s>> {
    let staged = skill.stages.iter().filter(|other| other.name != stage.name).filter_map(|other| other.skill_id);
    skill.ids.iter().copied().filter(|known| known.span != id.span).chain(staged).find(|known| known.value == id.value)
}
