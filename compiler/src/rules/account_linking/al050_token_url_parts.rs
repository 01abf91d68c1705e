use crate::diagnostic::Report;
use crate::placeholder::placeholder;
use crate::rules::account_linking::al016_secret_elsewhere::is_secret;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// The URL that tokens are checked with carries credentials or a fragment.
    ///
    /// It is written into the generated Rust, and from there into the program: a user name, a password or a secret in it would be read by
    /// everyone who has either. What follows `#` is never sent. For an introspection endpoint, `client_id` and `client_secret` are the
    /// skill's credentials.
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
    ///     introspection:
    ///       url: https://hello:wonderland@login.friend.dev/introspect
    ///       client_id: hello-friend
    ///       client_secret: env:HELLO_SECRET
    ///       audience: hello-friend
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
    ///     introspection:
    ///       url: https://login.friend.dev/introspect
    ///       client_id: hello-friend
    ///       client_secret: env:HELLO_SECRET
    ///       audience: hello-friend
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL050 "token-url-parts" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let urls = skill.tokens.iter().filter_map(|tokens| tokens.token.as_ref()?.url());
    for (key, text) in urls.filter(|(_, text)| placeholder(text.value).is_none()) {
        let Some(url) = Url::parse(text.value) else { continue };
        let found = if url.user.is_some() {
            "credentials before its host"
        } else if url.parameters().any(|(name, _)| is_secret(name)) {
            "a secret in its query"
        } else if url.fragment().is_some() {
            "a fragment"
        } else {
            continue;
        };
        report.push(RULE.at(text.span, format!("`{key}` has {found}")).help("remove it from the URL"));
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn no_part_but_the_address_stands_in_it() {
        for (url, expected) in [
            ("https://a.friend.dev/introspect?tenant=1", None),
            ("https://me@a.friend.dev/introspect", Some("`url` has credentials before its host")),
            ("https://a.friend.dev/introspect?client_secret=x", Some("`url` has a secret in its query")),
            ("https://a.friend.dev/introspect#x", Some("`url` has a fragment")),
        ] {
            let found = told("AL050", &format!("account_linking: {{ token: {{ introspection: {{ url: '{url}' }} }} }}\n"), "");
            assert_eq!(found, Vec::from_iter(expected), "{url}");
        }
    }
}
