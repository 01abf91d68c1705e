use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// An https endpoint has another port than 443.
    ///
    /// Alexa sends its requests to port 443 alone ("Host a Custom Skill as a Web Service").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: https://hello.friend.dev:8443/alexa
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: https://hello.friend.dev/alexa
    /// ```
    MF029 "endpoint-port" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for uri in skill.uris() {
        let port = Url::parse(uri.value).filter(Url::is_https).and_then(|url| url.port);
        if let Some(port) = port.filter(|port| *port != "443") {
            let problem = RULE.at(uri.span, format!("the endpoint's port is `{port}`")).note("Alexa sends requests to port 443 alone");
            report.push(problem.help("leave the port out, and let the server or a proxy listen on 443"));
        }
    }
}
