use crate::diagnostic::Report;
use crate::placeholder::placeholder;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::{Url, is_private};

rule! {
    /// An https endpoint is on this machine or in a private network.
    ///
    /// Amazon calls the endpoint through the internet ("Host a Custom Skill as a Web Service"), where `localhost`, a `.local` name and a
    /// private address lead nowhere. For tests on your own machine use a tunnel with a public name.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: https://localhost/alexa
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: https://hello.friend.dev/alexa
    /// ```
    MF030 "unreachable-endpoint" Warning Stricter
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for uri in skill.uris() {
        // A host that is to be filled in is told of by another rule.
        let is_filled_in = placeholder(uri.value).is_none();
        if let Some(url) = Url::parse(uri.value).filter(|url| is_filled_in && url.is_https() && is_private(url.host)) {
            let problem = RULE.at(uri.span, format!("Amazon cannot reach an endpoint at `{}`", url.host));
            report.push(problem.help("use a public host name, for tests that of a tunnel"));
        }
    }
}
