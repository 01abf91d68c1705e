use crate::diagnostic::Report;
use crate::placeholder::placeholder;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// A domain is not the bare name of a host.
    ///
    /// `domains` lists further hosts that the login page loads from. Amazon's examples are names such as `cdn.ridehailer.com`: no
    /// `https://`, no port, no path.
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
    ///   domains: ["https://cdn.friend.dev/fonts"]
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
    AL026 "domain-is-url" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = &skill.linking else { return };
    for domain in linking.domains.iter().filter(|domain| !is_host(domain.value) && placeholder(domain.value).is_none()) {
        let with_scheme = format!("https://{}", domain.value);
        let url = Url::parse(domain.value).or_else(|| Url::parse(&with_scheme)).filter(|url| url.user.is_none() && url.has_proper_host());
        report.push(match url {
            Some(url) => {
                let problem = RULE.at(domain.span, format!("a domain is the bare name of a host, here `{}`", url.host));
                problem.fix("write the host alone", domain.span, url.host)
            }
            None => RULE.at(domain.span, "a domain is the bare name of a host").help("write it like `cdn.ridehailer.com`"),
        });
    }
}

fn is_host(domain: &str) -> bool {
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    domain.split('.').all(is_part)
}
