use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill goes to certification without an endpoint.
    ///
    /// Amazon's testers talk to the skill, so something must answer. In development the endpoint can wait until there is one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: {}
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    MF034 "missing-endpoint" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let has_any = skill.endpoints.as_ref().is_some_and(|endpoints| endpoints.targets().any(|target| target.uri.is_some()));
    if !has_any && skill.store.not_custom.is_none() {
        let place = skill.endpoints.as_ref().map_or(skill.top, |endpoints| endpoints.key);
        let problem = RULE.at(place, "the skill has no `endpoint`").note("certification tests the skill by talking to it");
        report.push(problem.help("add `endpoint`: the ARN of a Lambda function, or an https URL"));
    }
}
