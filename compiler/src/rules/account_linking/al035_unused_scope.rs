use crate::diagnostic::Report;
use crate::rules::account_linking::al034_undeclared_scope as undeclared_scope;
use crate::rules::rule;
use crate::skill::Skill;
use std::collections::HashSet;

rule! {
    /// A scope is declared, and nothing uses it.
    ///
    /// Users see the scopes on the consent page when they link, and grant all of them. One that no intent uses asks for more than the
    /// skill needs. `openid` and `offline_access`, which change what the service hands out, need no user; and where no intent names scopes
    /// at all, this rule is silent.
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
    ///   scopes: [friends.read, friends.write]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, scopes: [friends.read], samples: [say hello] }
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
    ///   scopes: [friends.read]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, scopes: [friends.read], samples: [say hello] }
    /// ```
    AL035 "unused-scope" Warning Daily
}

/// Scopes that change what the service hands out, whoever uses it.
const FOR_THE_SERVICE: &[&str] = &["openid", "offline_access"];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|_| !skill.damaged) else { return };
    let used: HashSet<&str> = skill.needs().flat_map(|(_, need)| &need.scopes).map(|scope| scope.value).collect();
    // A scope that is used by a wrong name has been reported, and so have scopes that could not be read.
    if used.is_empty() || skill.needs().any(|(_, need)| need.unread) || !undeclared_scope::undeclared(skill, linking).is_empty() {
        return;
    }
    let is_one = |name: &str| !name.is_empty() && !name.contains([' ', ',']);
    for scope in linking.scopes.iter().map(|scope| scope.name).filter(|scope| is_one(scope.value)) {
        if !used.contains(scope.value) && !FOR_THE_SERVICE.contains(&scope.value) {
            let problem = RULE.at(scope.span, format!("scope `{}` is declared, and nothing uses it", scope.value));
            report.push(
                problem
                    .note("users are asked to grant it all the same")
                    .help("add it to the `scopes` of the intents that use it, or remove it"),
            );
        }
    }
}
