use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Linking, Skill};
use crate::source::Span;
use crate::syntax::{Grant, listed};

rule! {
    /// `account_linking` has keys that the implicit grant knows nothing of.
    ///
    /// With the implicit grant the login page itself hands the token to Alexa. There is no exchange of codes, so a token endpoint,
    /// credentials, PKCE, and an expiry that Alexa would act on have no place in it; linking that begins in your own app, reciprocal
    /// linking and linking by voice work with codes, too ("Configure an Implicit Grant", "Account Linking Schemas").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   grant: implicit
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
    ///   grant: authorization_code
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL005 "not-with-implicit" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let Some(grant) = linking.grant.filter(|grant| grant.value == Grant::Implicit) else { return };
    let found = found(linking);
    let Some(((_, first), others)) = found.split_first() else { return };
    let keys: Vec<&str> = found.iter().map(|(key, _)| *key).collect();
    let mut problem = RULE.at(*first, format!("the implicit grant has no {}", listed(&keys)));
    for (_, span) in others {
        problem = problem.also(*span, "");
    }
    report.push(
        problem
            .also(grant.span, "the grant")
            .note("with the implicit grant the login page hands the token to Alexa, and no code is exchanged")
            .help("write `grant: authorization_code`, which Amazon recommends for every skill, or remove what belongs to it"),
    );
}

/// What the file says and the implicit grant has no use for.
pub(crate) fn found(linking: &Linking<'_>) -> Vec<(&'static str, Span)> {
    let places = [
        ("token_url", linking.token_url.as_ref().map(|said| said.span)),
        ("client_secret", linking.client_secret.map(|said| said.span)),
        ("client_authentication", linking.client_authentication.map(|said| said.span)),
        ("token_expiration", linking.token_expiration.map(|said| said.span)),
        ("pkce", linking.pkce.filter(|said| said.value).map(|said| said.span)),
        ("voice_forward", linking.voice_forward.filter(|said| said.value).map(|said| said.span)),
        ("reciprocal_token_url", linking.reciprocal_token_url.map(|said| said.span)),
        ("redirect_urls", linking.redirect_urls.first().map(|said| said.span)),
    ];
    places.into_iter().filter_map(|(key, span)| Some((key, span?))).collect()
}
