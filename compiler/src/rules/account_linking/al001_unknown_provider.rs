use crate::rules::rule;

rule! {
    /// `provider` names an OAuth service that Sayso has no preset for.
    ///
    /// A preset fills in the URLs and knows the scopes. Every other service works too, with `authorization_url` and `token_url`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking: { provider: facebook, client_id: a, client_secret: env:SECRET, client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// ```
    AL001 "unknown-provider" Error Daily
}
