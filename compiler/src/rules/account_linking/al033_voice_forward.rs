use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Grant;

rule! {
    /// Linking by voice is on, but the service is not Login with Amazon.
    ///
    /// With voice-forward linking, Alexa asks for the user's consent by voice and links the Amazon account that the device already knows
    /// ("Voice-Forward Account Linking"). Another service cannot ask for its login in words: there, users get the card.
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
    ///   voice_forward: true
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: login_with_amazon
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [profile:user_id]
    ///   voice_forward: true
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL033 "voice-forward" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|linking| linking.grant() == Grant::AuthorizationCode) else { return };
    let Some(said) = linking.voice_forward.filter(|said| said.value) else { return };
    if linking.is_unread("authorization_url") || linking.links_by_voice() {
        return;
    }
    report.push(
        RULE.at(said.span, "linking by voice works with Login with Amazon")
            .also(linking.service_span(), "another service")
            .help("remove `voice_forward`; users get the LinkAccount card then"),
    );
}
