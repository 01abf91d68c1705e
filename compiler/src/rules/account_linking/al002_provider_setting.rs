use crate::rules::rule;

rule! {
    /// A provider lacks something that its URLs depend on, or has something that they do not.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking: { provider: cognito, client_id: a, client_secret: env:SECRET, client_authentication: http_basic, prompt: "Please link your account. I have sent a card to your Alexa app." }
    /// ```
    AL002 "provider-setting" Error Daily
}
