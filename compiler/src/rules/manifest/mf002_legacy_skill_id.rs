use super::mf001_skill_id_form as form;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A skill id is of the kind that Amazon gave out in the first years.
    ///
    /// Ids that begin with `amzn1.echo-sdk-ams.app.` belong to skills that were made before 2016. Such a skill may still be live under
    /// it, but a new one never gets such an id, so most often it was copied from an old sample.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   id: amzn1.echo-sdk-ams.app.12345678-1234-1234-1234-123456789012
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   id: amzn1.ask.skill.12345678-1234-1234-1234-123456789012
    /// ```
    MF002 "legacy-skill-id" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for id in skill.ids.iter().filter(|id| id.value.starts_with(form::LEGACY)) {
        let problem = RULE.at(id.span, "this is a skill id of the first years");
        report.push(problem.note("ids of today begin with `amzn1.ask.skill.`").help("compare it with the id in the developer console"));
    }
}
