use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Span;
use crate::syntax::{InterfaceKind, InterfaceOptions};

rule! {
    /// An interface has an option that belongs to another one.
    ///
    /// Each kind of interface has its own fields in Amazon's schema (`Interface`, told apart by `type`); the manifest with a foreign
    /// field is invalid.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [{ audio_player: { packages: [HelloPackage] } }]
    /// intents: { Hello: { samples: [say hello] }, AMAZON.PauseIntent: , AMAZON.ResumeIntent: }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [{ alexa_datastore_packagemanager: { packages: [HelloPackage] } }]
    /// ```
    MF036 "option-of-another-interface" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for interface in &skill.interfaces {
        let Some(options) = &interface.options else { continue };
        for (key, span, kind) in said(options) {
            if kind != interface.kind.value {
                let own = interface.kind.value.word();
                let problem = RULE.at(span, format!("`{key}` is no option of `{own}`")).also(interface.kind.span, "the interface");
                report.push(problem.help(format!("it is one of `{}`", kind.word())));
            }
        }
    }
}

/// The options that are said, where, and of which interface they are.
fn said(options: &InterfaceOptions<'_>) -> impl Iterator<Item = (&'static str, Span, InterfaceKind)> {
    let viewports = options.supported_viewports.as_ref().map(|list| list.span);
    let requested = options.requested_extensions.as_ref().map(|list| list.span);
    let initialized = options.auto_initialized_extensions.as_ref().map(|list| list.span);
    let all = [
        ("minimum_template_version", options.minimum_template_version.map(|text| text.span), InterfaceKind::RenderTemplate),
        ("minimum_apml_version", options.minimum_apml_version.map(|text| text.span), InterfaceKind::RenderTemplate),
        ("supported_viewports", viewports, InterfaceKind::Apl),
        ("requested_extensions", requested, InterfaceKind::Extension),
        ("auto_initialized_extensions", initialized, InterfaceKind::Extension),
        ("packages", options.packages.as_ref().map(|list| list.span), InterfaceKind::PackageManager),
    ];
    all.into_iter().filter_map(|(key, span, kind)| Some((key, span?, kind)))
}
