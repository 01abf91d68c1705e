use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::InterfaceKind;

rule! {
    /// The package manager of the data store is declared without packages.
    ///
    /// Amazon's schema requires `packages` for `ALEXA_DATASTORE_PACKAGEMANAGER`: the packages that the skill installs on devices.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [alexa_datastore_packagemanager]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [{ alexa_datastore_packagemanager: { packages: [HelloPackage] } }]
    /// ```
    MF037 "missing-packages" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for interface in skill.interfaces.iter().filter(|declared| declared.kind.value == InterfaceKind::PackageManager) {
        let packages = interface.options.as_ref().and_then(|options| options.packages.as_ref());
        if packages.is_none_or(|list| list.items.is_empty()) {
            let problem = RULE.at(interface.kind.span, "the interface needs its `packages`").for_want_of(interface.kind.span, "packages");
            report.push(problem.help("write `alexa_datastore_packagemanager: { packages: [YourPackage] }`"));
        }
    }
}
