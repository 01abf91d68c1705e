use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A URL of `account_linking` names a port other than 443.
    ///
    /// Amazon calls the login page and the token endpoint on the standard port of https alone ("Requirements for Account Linking").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev:8443/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
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
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL008 "url-port" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for (key, span, url) in linking.parsed_urls().filter(|(_, _, url)| url.is_https() && url.unreachable().is_none()) {
        if let Some(port) = url.port.filter(|port| *port != "443") {
            report.push(
                RULE.at(span, format!("`{key}` names port {port}, and Amazon takes only port 443"))
                    .help(format!("serve it on port 443 and remove `:{port}`")),
            );
        }
    }
}
