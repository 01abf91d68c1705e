use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill goes to certification with questions on privacy and compliance left open.
    ///
    /// Certification needs all five answers: purchases, personal information, children, export and advertising. `unanswered` leaves an
    /// answer to the developer console, where each push of the manifest may ask for it again.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// compliance: { ads: unanswered }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// compliance: { ads: false }
    /// ```
    MF054 "compliance-unanswered" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(answers) = &skill.store.compliance else {
        let place = skill.store.compliance_unanswered.unwrap_or(skill.store.key);
        let problem = RULE.at(place, "the questions on privacy and compliance are not answered");
        return report.push(
            problem.help("write the answers, such as `compliance: { purchases: false, ads: false }`; the others follow from the skill"),
        );
    };
    let needed = [
        ("purchases", answers.purchases),
        ("personal_info", answers.personal_info),
        ("child_directed", answers.child_directed),
        ("export_compliant", answers.export_compliant),
        ("ads", answers.ads),
    ];
    for (key, answered) in needed {
        if let Some(said) = answered.said.filter(|_| answered.answer.truth().is_none()) {
            let problem = RULE.at(said, format!("`{key}` is not answered")).note("certification needs the answer");
            report.push(problem.help("write `true` or `false`"));
        }
    }
}
