use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;

rule! {
    /// A version of the display templates that Amazon does not have.
    ///
    /// `render_template` is the old display interface. Its `minimum_template_version` is always `"1"` and its `minimum_apml_version` always
    /// `"0.2"` (type `DisplayInterface`); a manifest with anything else is refused.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [{ render_template: { minimum_template_version: "1.0" } }]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [{ render_template: { minimum_template_version: "1", minimum_apml_version: "0.2" } }]
    /// ```
    MF067 "template-version" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for options in skill.interfaces.iter().filter_map(|interface| interface.options.as_ref()) {
        only(options.minimum_template_version, "1", report);
        only(options.minimum_apml_version, "0.2", report);
    }
}

fn only(said: Option<Text<'_>>, version: &str, report: &mut Report) {
    if let Some(said) = said.filter(|said| said.value != version) {
        let problem = RULE.at(said.span, format!("there is no version `{}` of the display templates", said.value));
        report.push(problem.fix(format!("the only one is `{version}`"), said.span, version));
    }
}
