use crate::diagnostic::{Diagnostic, Report};
use crate::placeholder::placeholder;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// The URL that tokens are checked with is not an https URL.
    ///
    /// Whoever can change the keys on their way to the skill can sign tokens that it takes, and whoever can read or change what is asked
    /// of the introspection endpoint has the tokens themselves. So the skill fetches over https alone, and follows no redirect.
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
    ///       audience: hello-friend
    ///       keys_url: http://login.friend.dev/keys
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
    AL049 "token-url-not-https" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for (key, url) in skill.tokens.iter().filter_map(|tokens| tokens.token.as_ref()?.url()) {
        if placeholder(url.value).is_some() {
            continue;
        }
        let problem = |message: String| -> Diagnostic { RULE.at(url.span, message) };
        match Url::parse(url.value).filter(Url::has_proper_host) {
            Some(parsed) if parsed.is_https() => {}
            Some(_) => report.push(problem(format!("`{key}` is fetched without https")).help("use https")),
            None => report
                .push(problem(format!("`{key}` is not a URL")).help("write an absolute URL, such as `https://login.ridehailer.com/keys`")),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn urls_are_absolute_and_https() {
        for (url, expected) in [
            ("https://login.friend.dev:8443/keys", None),
            ("https://keys.internal/keys", None),
            ("https://YOUR_TENANT.friend.dev/keys", None),
            ("http://login.friend.dev/keys", Some("`keys_url` is fetched without https")),
            ("file:///keys.json", Some("`keys_url` is not a URL")),
            ("login.friend.dev/keys", Some("`keys_url` is not a URL")),
            ("https://{tenant}/keys", Some("`keys_url` is not a URL")),
        ] {
            let found = told("AL049", &format!("account_linking: {{ token: {{ jwt: {{ keys_url: '{url}' }} }} }}\n"), "");
            assert_eq!(found, Vec::from_iter(expected), "{url}");
        }
    }
}
