use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// App-to-app linking opens your app on one platform only.
    ///
    /// On the other one, users of the Alexa app fall back to the login page in a browser. Say both `ios` and `android` where you have both
    /// apps.
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
    ///   app_to_app: { ios: "https://app.friend.dev/link" }
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
    ///   app_to_app: { ios: "https://app.friend.dev/link", android: "https://app.friend.dev/link" }
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL030 "one-platform" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let (said, missing) = match (linking.ios, linking.android) {
        (Some(ios), None) => (ios, "android"),
        (None, Some(android)) => (android, "ios"),
        _ => return,
    };
    if linking.is_unread(missing) {
        return;
    }
    report.push(
        RULE.at(said.span, format!("`app_to_app` has no `{missing}`"))
            .note("users of the other platform get the login page in a browser")
            .help(format!("add `{missing}` with the link that opens your app there")),
    );
}
