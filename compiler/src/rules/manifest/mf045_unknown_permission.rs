use crate::builtin::PERMISSIONS;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A permission is none that Amazon documents.
    ///
    /// Their names are easily misspelt: most have two colons after `alexa`, `alexa:devices:all:address:country_and_postal_code:read` has
    /// one, and `alexa::measurement_system::readwrite` has two pairs. Amazon's own samples use one or two that no page of Amazon's
    /// names, so this is a warning.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// permissions: ["alexa:profile:email:read"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// permissions: ["alexa::profile:email:read"]
    /// ```
    MF045 "unknown-permission" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for name in skill.permissions.iter().filter(|name| !PERMISSIONS.contains(&name.value)) {
        let problem = RULE.at(name.span, format!("no permission `{}` is known", name.value));
        report.push(match nearest(name.value, PERMISSIONS.iter().copied()) {
            Some(near) => problem.fix(format!("a similar one is: `{near}`"), name.span, near),
            None => problem.note(format!("{} are known, such as `alexa::profile:email:read`", PERMISSIONS.len())),
        });
    }
}
