use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Unreachable;

rule! {
    /// A URL of `account_linking` leads where Amazon cannot come.
    ///
    /// The login page opens on your users' phones, and Amazon's servers call the token endpoint: neither reaches `localhost`, a private
    /// network, or a name that only your network knows. An IP address has no certificate that Amazon would take ("Requirements for Account
    /// Linking"). For work on your own machine, use a tunnel that gives it a public name.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://localhost/token
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
    AL011 "unreachable-host" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for (key, span, url) in linking.parsed_urls() {
        let Some(why) = url.unreachable() else { continue };
        let why = match why {
            Unreachable::ThisMachine => "which is the machine that asks",
            Unreachable::PrivateNetwork => "which is known in a private network only",
            Unreachable::BareAddress => "an address instead of a name, for which Amazon takes no certificate",
            Unreachable::NoDomain => "which is no public name",
        };
        report.push(
            RULE.at(span, format!("`{key}` leads to `{}`, {why}", url.host))
                .note("the login page opens on users' phones, and Amazon's servers call the token endpoint")
                .help("use a public host name; a tunnel gives one to your own machine"),
        );
    }
}
