use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::RegionsBlock;

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
    let has_any = skill
        .endpoints
        .as_ref()
        .is_some_and(|endpoints| endpoints.targets().any(|target| target.uri.is_some_and(|uri| !uri.value.is_empty())));
    if !has_any && skill.store.not_custom.is_none() {
        let place = skill.endpoints.as_ref().map_or(skill.top, |endpoints| endpoints.key);
        let mut problem = RULE.at(place, "the skill has no `endpoint`").note("certification tests the skill by talking to it");
        problem = problem.for_want_of(skill.top, "endpoint");
        for region in RegionsBlock::KEYS {
            problem = problem.for_want_of(place, region);
        }
        report.push(problem.help("add `endpoint`: the ARN of a Lambda function, or an https URL"));
    }
}
