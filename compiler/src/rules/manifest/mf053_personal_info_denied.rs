use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Answer;

rule! {
    /// The skill links accounts, but says that it collects no personal information.
    ///
    /// An account at your service is personal information: the skill acts for a person whom the service knows. Published skills with
    /// account linking answer `personal_info: true`, which is also what holds when nothing is said.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking: { authorization_url: "https://login.friend.dev/authorize", token_url: "https://login.friend.dev/token", client_id: alexa, client_secret: "env:SECRET", client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// intents: { Hello: { auth: required, samples: [say hello] } }
    /// compliance: { personal_info: false }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking: { authorization_url: "https://login.friend.dev/authorize", token_url: "https://login.friend.dev/token", client_id: alexa, client_secret: "env:SECRET", client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// intents: { Hello: { auth: required, samples: [say hello] } }
    /// compliance: { personal_info: true }
    /// ```
    MF053 "personal-info-denied" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let (Some(linking), Some(answers)) = (&skill.linking, &skill.store.compliance) else { return };
    if let Some(said) = answers.personal_info.said.filter(|_| answers.personal_info.answer == Answer::No) {
        let problem = RULE
            .at(said, "the skill says that it collects no personal information, but links accounts")
            .also(linking.key, "accounts are linked here");
        report.push(problem.help("write `personal_info: true`, or leave the answer out"));
    }
}
