use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Answer;

rule! {
    /// A skill for children asks users to link an account.
    ///
    /// Amazon holds skills that are directed to children to stricter rules about personal information, and an account is personal
    /// information. Certification is likely to refuse it.
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
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: CHILDRENS_GAMES
    ///   privacy_policy: https://hello.friend.dev/privacy
    /// compliance: { child_directed: true }
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
    /// ```
    AL046 "linking-for-children" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let Some(answers) = &skill.store.compliance else { return };
    if answers.child_directed.answer == Answer::Yes {
        let problem = RULE.at(linking.key, "the skill is directed to children, and asks users to link an account");
        let problem = match answers.child_directed.said {
            Some(said) => problem.also(said, "directed to children"),
            None => problem.also(answers.key, "the category is one for children"),
        };
        report.push(problem.help("offer what children use without an account, in a skill that declares no account linking"));
    }
}
