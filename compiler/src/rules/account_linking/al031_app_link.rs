use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// A link of `app_to_app` is not one that opens an app alone.
    ///
    /// Your app claims an https URL as its universal link (iOS) or app link (Android). The root of your website would take every visitor
    /// into the app, and a scheme of your own, such as `friend://`, opens nothing where the app is not installed ("App-to-App Account
    /// Linking").
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
    ///   app_to_app: { ios: "https://friend.dev/", android: "https://friend.dev/link" }
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
    ///   app_to_app: { ios: "https://friend.dev/link", android: "https://friend.dev/link" }
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL031 "app-link" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for (key, text) in linking.app_urls().filter(|(key, _)| matches!(*key, "ios" | "android")) {
        let what = match Url::parse(text.value) {
            Some(url) if url.is_https() && matches!(url.path(), "" | "/") => format!("`{key}` is the root of the website `{}`", url.host),
            Some(url) if url.is_https() => continue,
            None if !text.value.contains("://") => continue, // no URL at all, which has its own rule
            _ => format!("`{key}` is no https link, and opens nothing where the app is not installed"),
        };
        report.push(
            RULE.at(text.span, what)
                .help("write an https link with a path that only your app claims, such as `https://ridehailer.com/alexa/link`"),
        );
    }
}
