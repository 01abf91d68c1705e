use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A Lambda function is in an AWS region from which Alexa cannot call it.
    ///
    /// The Alexa trigger of a function exists in `us-east-1`, `us-west-2`, `eu-west-1` and `ap-northeast-1`. A manifest with a function
    /// elsewhere was answered with "not valid for any of the supported regions".
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: arn:aws:lambda:eu-central-1:123456789012:function:hello-friend
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: arn:aws:lambda:eu-west-1:123456789012:function:hello-friend
    /// ```
    MF028 "lambda-region" Warning Daily
}

/// The AWS regions with the Alexa trigger.
const REGIONS: &[&str] = &["us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1"];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for uri in skill.uris() {
        let region =
            uri.value.strip_prefix("arn:aws:lambda:").and_then(|after| after.split(':').next()).filter(|region| !region.is_empty());
        if let Some(region) = region.filter(|region| !REGIONS.contains(region)) {
            let problem = RULE.at(uri.span, format!("Alexa cannot call a function in `{region}`"));
            report.push(problem.note(format!("functions can have the Alexa trigger in {}", crate::syntax::listed(REGIONS))));
        }
    }
}
