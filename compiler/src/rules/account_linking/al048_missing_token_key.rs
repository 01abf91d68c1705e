use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Introspection, Jwt, Skill, Token, Tokens, filled};
use crate::syntax::listed;

rule! {
    /// `account_linking.token` lacks something without which no token can be checked.
    ///
    /// A signed token is good when the right service issued it (`issuer`), for this skill (`audience`), with one of the keys that it
    /// publishes (`keys_url`): RFC 7519 and RFC 9068. Without the audience, a token that the same service issued to any other app would
    /// open the account too. Services whose tokens have no audience, such as Cognito, tell the client that a token was issued to instead:
    /// then `issued_to` is Alexa's `client_id`. Some providers give `issuer` and `keys_url`, once `provider` names them.
    ///
    /// To ask the service about a token (`introspection`, RFC 7662), the skill needs the endpoint, and credentials of its own there.
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
    ///   token:
    ///     jwt:
    ///       issuer: https://login.friend.dev
    ///       keys_url: https://login.friend.dev/keys
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
    ///   token:
    ///     jwt:
    ///       issuer: https://login.friend.dev
    ///       audience: hello-friend
    ///       keys_url: https://login.friend.dev/keys
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL048 "missing-token-key" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let mut told = Vec::new();
    for tokens in &skill.tokens {
        let missing = missing(tokens);
        // A stage that takes over what is written for all lacks the same.
        if !missing.is_empty() && !told.contains(&(tokens.key, missing.clone())) {
            tell(tokens, &missing, report);
            told.push((tokens.key, missing));
        }
    }
}

fn missing(tokens: &Tokens<'_>) -> Vec<Missing> {
    let (unread, missing) = match &tokens.token {
        Some(Token::Jwt(jwt)) => (&jwt.unread, of_jwt(jwt)),
        Some(Token::Introspection(introspection)) => (&introspection.unread, of_introspection(introspection)),
        Some(Token::Opaque) | None => return Vec::new(),
    };
    missing.into_iter().filter(|(key, _)| !unread.contains(key)).collect()
}

/// A key, and what a file without it could write.
type Missing = (&'static str, &'static str);

fn of_jwt(jwt: &Jwt<'_>) -> Vec<Missing> {
    let issuer = jwt.issuer.as_ref().is_none_or(|issuer| filled(&issuer.value).is_none());
    let bound = !jwt.terms.is_empty() || jwt.unread.contains(&"issued_to");
    picked([
        (issuer, ("issuer", "https://…")),
        (!bound, ("audience", "…")),
        (jwt.keys_url.is_none(), ("keys_url", "https://…/.well-known/jwks.json")),
        (jwt.algorithms.is_empty(), ("algorithms", "[RS256]")),
    ])
}

fn of_introspection(introspection: &Introspection<'_>) -> Vec<Missing> {
    let is_empty = |said: Option<crate::source::Text<'_>>| said.is_none_or(|said| filled(said.value).is_none());
    picked([
        (introspection.url.is_none(), ("url", "https://…")),
        (is_empty(introspection.client_id), ("client_id", "…")),
        (is_empty(introspection.client_secret), ("client_secret", "env:NAME")),
    ])
}

fn picked<const N: usize>(keys: [(bool, Missing); N]) -> Vec<Missing> {
    keys.into_iter().filter_map(|(is_missing, key)| is_missing.then_some(key)).collect()
}

fn tell(tokens: &Tokens<'_>, missing: &[Missing], report: &mut Report) {
    let keys: Vec<&str> = missing.iter().map(|(key, _)| *key).collect();
    let lines: Vec<String> = missing.iter().map(|(key, value)| format!("`{key}: {value}`")).collect();
    let word = tokens.token.as_ref().map_or("token", Token::word);
    let mut problem = RULE.at(tokens.key, format!("`{word}` lacks {}", listed(&keys)));
    if let Some(stage) = tokens.stage {
        problem = problem.also(stage.span, "on this stage");
    }
    if keys.contains(&"audience") {
        problem = problem.note("without an audience, a token that was issued to any other app of the service would count");
    }
    let cognito = keys.contains(&"audience") && tokens.service.is_some_and(|service| service.value.name == "cognito");
    let problem =
        if cognito { problem.note("tokens of Cognito have no audience: `issued_to` is Alexa's `client_id` there") } else { problem };
    report.push(problem.help(format!("write {}", lines.join(", "))));
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    fn missing(linking: &str) -> Vec<String> {
        told("AL048", &format!("account_linking: {{ {linking} }}\n"), "")
    }

    #[test]
    fn what_is_missing_is_told_at_once() {
        assert_eq!(missing("token: jwt"), ["`jwt` lacks `issuer`, `audience` and `keys_url`"]);
        assert_eq!(missing("token: introspection"), ["`introspection` lacks `url`, `client_id` and `client_secret`"]);
        assert_eq!(missing("token: { jwt: { issuer: ' ', audience: [''], keys_url: 'https://a.dev', algorithms: [] } }").len(), 1);
        assert_eq!(missing("token: opaque"), [""; 0]);
    }

    #[test]
    fn a_provider_fills_in_what_it_knows() {
        assert_eq!(missing("provider: { auth0: { domain: a.auth0.com } }, token: { jwt: { audience: a } }"), [""; 0]);
        assert_eq!(
            missing("provider: { okta: { domain: a.okta.com } }, token: { introspection: { client_id: a, client_secret: 'env:A' } }"),
            [""; 0]
        );
        assert_eq!(
            missing("provider: { cognito: { domain: a.dev } }, token: { jwt: { issued_to: a } }"),
            ["`jwt` lacks `issuer` and `keys_url`"]
        );
        assert_eq!(missing("provider: microsoft, token: { jwt: { audience: a } }"), ["`jwt` lacks `issuer`"]);
    }

    #[test]
    fn what_a_wrong_provider_hides_is_not_missing() {
        assert_eq!(missing("provider: { auth0: {} }, token: { jwt: { audience: a } }"), [""; 0]);
        assert_eq!(missing("provider: auth00, token: { jwt: { audience: a } }"), [""; 0]);
        assert_eq!(missing("token: { jwt: { isuer: a, audienec: a, key_url: a } }"), [""; 0]);
    }

    #[test]
    fn a_stage_is_checked_whichever_is_selected() {
        let stage = "account_linking: { provider: { auth0: { domain: a.auth0.com } }, token: { jwt: { audience: a } } }
stages: { live: { skill_id: amzn1.ask.skill.87654321-4321-4321-4321-210987654321, account_linking: { provider: auth0 } } }\n";
        assert_eq!(told("AL048", stage, ""), ["`jwt` lacks `issuer` and `keys_url`"]);
    }
}
