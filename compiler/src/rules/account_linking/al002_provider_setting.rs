use crate::rules::rule;

rule! {
    /// A provider lacks something that its URLs depend on, or has something that they do not.
    ///
    /// Many services give every customer URLs of their own: Amazon Cognito and Auth0 need the `domain`, Keycloak the `realm` as well. Such
    /// a provider is written as a map from its name to its settings.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: cognito
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
    ///   provider: { cognito: { domain: friend.auth.eu-west-1.amazoncognito.com } }
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL002 "provider-setting" Error Daily
}
