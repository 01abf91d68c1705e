use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::Url;

rule! {
    /// An endpoint is neither the ARN of a Lambda function nor an https URL.
    ///
    /// Amazon's schema takes what begins with `arn` or `https://`. The name of a function alone, a path of an old project of Amazon's CLI
    /// (`lambda/custom`) or an http address makes the manifest invalid. A user or password in the URL would be readable for everybody who
    /// reads the manifest.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: hello-friend
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    MF026 "endpoint-address" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for uri in skill.uris() {
        // ARNs have a rule of their own.
        if is_address(uri.value) {
            continue;
        }
        let problem = match Url::parse(uri.value) {
            Some(url) if url.user.is_some() => RULE.at(uri.span, "an endpoint has a user or a password").help("take it out of the URL"),
            Some(_) => RULE.at(uri.span, "an endpoint is not https").note("Alexa talks to https endpoints only"),
            None => RULE
                .at(uri.span, format!("`{}` is neither an ARN nor an https URL", uri.value))
                .help("write the function's whole ARN, such as `arn:aws:lambda:us-east-1:123456789012:function:name`, or an https URL"),
        };
        report.push(problem);
    }
}

/// Whether it is one, or an ARN.
pub(crate) fn is_address(uri: &str) -> bool {
    uri.starts_with("arn:") || Url::parse(uri).is_some_and(|url| url.is_https() && url.user.is_none())
}
