use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Auth;

rule! {
    /// Something lists scopes, but its `auth` is `none`.
    ///
    /// Scopes are what a handler may do with the linked account. With `auth: none`, which also holds where nothing is said, the handler
    /// never sees an account, and the scopes would do nothing.
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
    ///   scopes: [friends]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, scopes: [friends], samples: [say hello] }
    ///   Friends: { scopes: [friends], samples: [who are my friends] }
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
    ///   scopes: [friends]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, scopes: [friends], samples: [say hello] }
    ///   Friends: { auth: required, scopes: [friends], samples: [who are my friends] }
    /// ```
    AL036 "scopes-without-auth" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for (subject, need) in skill.needs().filter(|(_, need)| need.auth.value == Auth::None && !need.unread) {
        let Some(scope) = need.scopes.first() else { continue };
        let problem = RULE.at(scope.span, format!("{subject} lists scopes, but its `auth` is `none`"));
        let problem = match need.declared {
            true => problem.also(need.auth.span, "said here"),
            false => problem.note("without `auth`, nothing needs an account unless `defaults` says so"),
        };
        report.push(problem.help("set `auth: required` or `auth: optional`, or remove the scopes"));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_need_that_cannot_be_read_is_not_none() {
        let told = |auth: &str| {
            crate::told::told("AL036", &format!("intents: {{ Hello: {{ auth: {auth}, scopes: [a], samples: [hello] }} }}"), "")
        };
        assert_eq!((told("none").len(), told("yes").len(), told("[]").len()), (1, 0, 0));
    }

    #[test]
    fn neither_is_that_of_the_launch_nor_that_of_the_defaults() {
        for keys in [
            "launch: { auth: requierd, scopes: [a] }",
            "launch: { scopes: [a] }\ndefaults: { auth: requierd }",
            "defualts: { auth: required }",
        ] {
            let told = crate::told::told("AL036", &format!("{keys}\nintents: {{ Hello: {{ samples: [hello] }} }}"), "");
            assert_eq!(told, [""; 0], "{keys}");
        }
    }
}
