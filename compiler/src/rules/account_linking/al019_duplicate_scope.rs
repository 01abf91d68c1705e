use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use std::collections::HashMap;

rule! {
    /// A scope is listed twice.
    ///
    /// Each scope becomes a type in Rust, and a second type of the same name cannot be. Alexa would send it twice, too.
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
    ///   scopes: [friends, friends]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
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
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL019 "duplicate-scope" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let declared = skill.linking.iter().map(|linking| linking.scopes.iter().map(|scope| scope.name).collect());
    let used = skill.needs().map(|(_, need)| need.scopes.clone());
    for list in declared.chain(used) {
        check_list(&list, report);
    }
}

fn check_list(list: &[Text<'_>], report: &mut Report) {
    let mut seen = HashMap::new();
    for scope in list {
        if let Some(first) = seen.insert(scope.value, scope.span) {
            let problem = RULE.at(scope.span, format!("scope `{}` is listed twice", scope.value));
            report.push(problem.also(first, "listed here before").help("remove one of them"));
        }
    }
}
