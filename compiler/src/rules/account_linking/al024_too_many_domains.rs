use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// `account_linking` lists more than 15 domains.
    ///
    /// Amazon's service takes at most 15 ("Account Linking Schemas"). Only hosts that the login page itself loads from belong here.
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
    ///   domains: [a.dev, b.dev, c.dev, d.dev, e.dev, f.dev, g.dev, h.dev, i.dev, j.dev, k.dev, l.dev, m.dev, n.dev, o.dev, p.dev]
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
    ///   domains: [cdn.friend.dev]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, samples: [say hello] }
    /// ```
    AL024 "too-many-domains" Error Daily
}

/// How many domains Amazon takes.
const MOST: usize = 15;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    if let Some(domain) = linking.domains.get(MOST) {
        let problem = RULE.at(domain.span, format!("{} domains are listed, and Amazon takes at most {MOST}", linking.domains.len()));
        report.push(problem.here(format!("domain {}", MOST + 1)).help("keep those that the login page loads from"));
    }
}
