use crate::diagnostic::Report;
use crate::raw::at;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::InterfaceKind;

rule! {
    /// The skill declares the interface `app_links`, but links no apps.
    ///
    /// With `APP_LINKS` the manifest names the apps in `apis.custom.appLink.linkedApplications`. This language has no key for them: they
    /// are written in Amazon's names under `amazon.manifest`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [app_links]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [app_links]
    /// amazon:
    ///   manifest:
    ///     apis:
    ///       custom:
    ///         appLink:
    ///           linkedApplications:
    ///             - catalogInfo: { type: GOOGLE_PLAY_STORE, identifier: dev.friend.hello }
    ///               friendlyName: { default: Hello Friend }
    /// ```
    MF044 "app-links-without-apps" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(links) = skill.interfaces.iter().find(|declared| declared.kind.value == InterfaceKind::AppLinks) else { return };
    let raw = skill.amazon.manifest.map(|manifest| manifest.value);
    if raw.and_then(|manifest| at(manifest, &["apis", "custom", "appLink", "linkedApplications"])).is_none() {
        let problem = RULE.at(links.kind.span, "the skill links to apps, but names none");
        report.push(problem.help("add `amazon: { manifest: { apis: { custom: { appLink: { linkedApplications: […] } } } } }`"));
    }
}
