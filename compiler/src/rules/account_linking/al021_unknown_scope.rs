use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::listed;

rule! {
    /// The provider has no scope of that name.
    ///
    /// Login with Amazon refuses the whole login when a scope is unknown to it: users see an error page instead of the login. Its scopes
    /// for the profile are `profile`, `profile:user_id` and `postal_code`; `user_id` alone, a frequent slip, is none of them (seen in the
    /// issues of at least three public skills).
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   provider: login_with_amazon
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [user_id]
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
    AL021 "unknown-provider-scope" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    let Some(service) = linking.service() else { return };
    let Some(known) = service.scopes else { return };
    for scope in linking.scopes.iter().map(|scope| scope.name).filter(|scope| is_of_profile(scope.value)) {
        let near = near(scope.value, known);
        if known.contains(&scope.value) {
            continue;
        }
        let problem =
            RULE.at(scope.span, format!("{} has no scope `{}`", service.title, scope.value)).also(linking.service_span(), "the service");
        let problem = match near {
            Some(near) => problem.fix(format!("a similar one exists: `{near}`"), scope.span, near),
            None => problem.help("remove it, or use one of these"),
        };
        report.push(problem.note(format!("its scopes are {}", listed(known))));
    }
}

/// Whether it is one scope and means the user's profile; those of other services of the provider carry a prefix.
fn is_of_profile(scope: &str) -> bool {
    let has_other_prefix = scope.contains(':') && !scope.starts_with("profile:");
    !has_other_prefix && !scope.is_empty() && !scope.contains([' ', ','])
}

/// The scope that is meant: the one with that last part, or the nearest.
fn near<'c>(scope: &str, known: &[&'c str]) -> Option<&'c str> {
    let same_end = |candidate: &&&str| candidate.rsplit(':').next() == scope.rsplit(':').next();
    known.iter().find(same_end).copied().or_else(|| nearest(scope, known.iter().copied()))
}
