use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Certificate;

rule! {
    /// A Lambda function has a kind of certificate.
    ///
    /// `certificate` says which certificate an https endpoint shows (Amazon: `sslCertificateType`). AWS calls a function without one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: { uri: "arn:aws:lambda:us-east-1:123456789012:function:hello-friend", certificate: trusted }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: { uri: "https://hello.friend.dev/alexa", certificate: trusted }
    /// ```
    MF031 "certificate-of-a-function" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for target in skill.targets().filter(|target| target.is_arn()) {
        if let (Some(certificate), Some(uri)) = (target.certificate.filter(|said| said.value != Certificate::Unanswered), target.uri) {
            let problem = RULE.at(certificate.span, "a Lambda function has no certificate").also(uri.span, "the function");
            report.push(problem.help("remove `certificate`"));
        }
    }
}
