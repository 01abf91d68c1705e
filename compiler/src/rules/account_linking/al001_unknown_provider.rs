use crate::rules::rule;

rule! {
    /// `provider` names an OAuth service that Sayso has no preset for.
    ///
    /// A preset fills in the URLs of a well-known service and knows its scopes. Every other service works too: leave `provider` out, and
    /// write `authorization_url` and `token_url`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: facebook
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
    AL001 "unknown-provider" Error Daily
}
