use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Certificate;

rule! {
    /// An https endpoint has a self-signed certificate.
    ///
    /// Alexa accepts one for development, after it has been uploaded in the developer console. A skill goes to certification only with a
    /// certificate of an authority that Amazon trusts ("Host a Custom Skill as a Web Service").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: { uri: "https://hello.friend.dev/alexa", certificate: self_signed }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: { uri: "https://hello.friend.dev/alexa", certificate: trusted }
    /// ```
    MF032 "self-signed-certificate" Warning Stricter
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for target in skill.targets().filter(|target| !target.is_arn()) {
        if let Some(certificate) = target.certificate.filter(|said| said.value == Certificate::SelfSigned) {
            let problem = RULE.at(certificate.span, "a self-signed certificate is for development only");
            report.push(problem.help("get one from an authority that Amazon trusts, and write `certificate: trusted`"));
        }
    }
}
