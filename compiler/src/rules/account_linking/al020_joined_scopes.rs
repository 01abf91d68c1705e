use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use crate::syntax::listed;

rule! {
    /// Several scopes stand in one text.
    ///
    /// Alexa joins the scopes with spaces by itself. Written as one text, they are one scope to Sayso: one type in Rust, and no intent can
    /// use a part of it.
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
    ///   scopes: [friends email]
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
    ///   scopes: [friends, email]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL020 "joined-scopes" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let declared = skill.linking.iter().flat_map(|linking| &linking.scopes).map(|scope| scope.name);
    let used = skill.needs().flat_map(|(_, need)| &need.scopes).copied();
    declared.chain(used).for_each(|scope| check_one(scope, report));
}

fn check_one(scope: Text<'_>, report: &mut Report) {
    let separates = |c: char| c == ',' || c.is_whitespace();
    if !scope.value.is_empty() && !scope.value.contains(separates) {
        return;
    }
    let parts: Vec<&str> = scope.value.split(separates).filter(|part| !part.is_empty()).collect();
    report.push(match &parts[..] {
        [] => RULE.at(scope.span, "a scope is empty").help("write its name, or remove it"),
        [only] => {
            RULE.at(scope.span, format!("scope `{only}` has a space or comma beside it")).fix("write the name alone", scope.span, *only)
        }
        parts => RULE
            .at(scope.span, format!("{} scopes stand in one text", parts.len()))
            .help(format!("list them one by one: {}", listed(parts))),
    });
}
