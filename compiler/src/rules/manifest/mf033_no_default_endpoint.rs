use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// Endpoints are given for single regions, but none for the rest.
    ///
    /// A request from a region without an entry goes to `default`. Amazon's pages ask for it beside `regions`, since users travel and
    /// accounts move.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// endpoint: { EU: "arn:aws:lambda:eu-west-1:123456789012:function:hello-friend" }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// endpoint: { default: "arn:aws:lambda:us-east-1:123456789012:function:hello-friend", EU: "arn:aws:lambda:eu-west-1:123456789012:function:hello-friend" }
    /// ```
    MF033 "no-default-endpoint" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for endpoints in skill.all_endpoints() {
        if endpoints.default.is_none() && !endpoints.regions.is_empty() {
            let problem = RULE.at(endpoints.key, "there is no `default` endpoint").for_want_of(endpoints.key, "default");
            report.push(
                problem.note("requests from a region without an entry go to the default").help("add `default: …` beside the regions"),
            );
        }
    }
}
