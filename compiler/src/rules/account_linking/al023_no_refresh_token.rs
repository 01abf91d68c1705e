use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Linking, Skill};
use crate::syntax::Grant;

rule! {
    /// The service gives no refresh token without being asked for one.
    ///
    /// Alexa refreshes tokens by itself, but many services issue a refresh token only on request: Auth0, Okta, Microsoft, Keycloak and
    /// Logto want the scope `offline_access`, Google wants `access_type=offline` in the authorization URL. Without it the link dies when
    /// the first token expires, often after an hour, and users have to link again.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: { auth0: { domain: friend.eu.auth0.com } }
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [friends]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: { auth0: { domain: friend.eu.auth0.com } }
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [friends, offline_access]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL023 "no-refresh-token" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|linking| linking.grant() == Grant::AuthorizationCode) else { return };
    let Some(service) = linking.service() else { return };
    let advice = match service.offline_scope {
        Some(scope) if !linking.declares(scope) && !linking.is_unread("scopes") => format!("add `{scope}` to `scopes`"),
        None if service.name == "google" && !asks_google(linking) => {
            "add `access_type=offline` to the query of `authorization_url`".to_owned()
        }
        _ => return,
    };
    let scopes = linking.scopes_span.filter(|_| service.offline_scope.is_some());
    let problem = RULE
        .at(scopes.unwrap_or_else(|| linking.service_span()), format!("{} gives no refresh token unless it is asked for", service.title));
    report.push(problem.note("without a refresh token users have to link again whenever a token expires").help(advice));
}

/// Whether the login page is asked for a refresh token, or its URL cannot be told.
fn asks_google(linking: &Linking<'_>) -> bool {
    let page = linking.urls().any(|(key, _)| key == "authorization_url");
    let asks = linking
        .parsed_urls()
        .any(|(key, _, url)| key == "authorization_url" && url.parameters().any(|pair| pair == ("access_type", "offline")));
    asks || !page
}
