use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Answer;

rule! {
    /// The skill goes to certification, but may not be exported.
    ///
    /// Publishing a skill includes an agreement that it may be exported from where it is developed; Amazon does not publish one that may
    /// not (`AgreementType` `EXPORT_COMPLIANCE`).
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// compliance: { export_compliant: false }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// compliance: { export_compliant: true }
    /// ```
    MF055 "not-export-compliant" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(answered) = skill.store.compliance.as_ref().map(|answers| answers.export_compliant) else { return };
    if let Some(said) = answered.said.filter(|_| answered.answer == Answer::No) {
        let problem = RULE.at(said, "a skill that may not be exported cannot be published");
        report.push(problem.help("write `true` when it meets the export rules of where it is developed"));
    }
}
