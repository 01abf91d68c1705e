use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::listed;

rule! {
    /// The provider needs a scope, and none is declared.
    ///
    /// Login with Amazon answers a login without any scope with an error page (seen in the issues of several public skills). `profile`
    /// gives the skill the user's name and e-mail address, `profile:user_id` only an id.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: login_with_amazon
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
    ///   provider: login_with_amazon
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [profile:user_id]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL022 "no-provider-scope" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|linking| linking.scopes.is_empty() && !linking.is_unread("scopes")) else { return };
    let Some(service) = linking.service() else { return };
    if let Some(known) = service.scopes {
        report.push(
            RULE.at(
                linking.service_span(),
                format!("{} refuses a login without a scope, and `account_linking` declares none", service.title),
            )
            .help(format!("write `scopes` with at least one of {}", listed(known))),
        );
    }
}
