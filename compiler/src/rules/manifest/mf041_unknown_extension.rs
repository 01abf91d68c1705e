use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;
use crate::syntax::listed;

rule! {
    /// An Alexa extension is none that Amazon's schema knows.
    ///
    /// The schema names the extensions that a skill can request, with their version, such as `alexaext:smartmotion:10`; of these only
    /// smart motion and entity sensing can be initialized by themselves. A newer one may be missing from the list.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [{ alexa_extension: { requested_extensions: ["alexaext:smartmotion:1"] } }]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [{ alexa_extension: { requested_extensions: ["alexaext:smartmotion:10"] } }]
    /// ```
    MF041 "unknown-extension" Warning Daily
}

/// The extensions that initialize themselves.
const AUTO: &[&str] = &["alexaext:smartmotion:10", "alexaext:entitysensing:10"];

/// All extensions.
const ALL: &[&str] = &[
    "alexaext:smartmotion:10",
    "alexaext:entitysensing:10",
    "alexaext:datastore:10",
    "alexaext:smartmotor:10",
    "alexaext:gadgets:10",
    "alexaext:microphone:10",
    "aplext:backstack:10",
];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for options in skill.interfaces.iter().filter_map(|interface| interface.options.as_ref()) {
        for uri in options.requested_extensions.iter().flat_map(|list| &list.items) {
            compare(*uri, ALL, "no extension `", "` is known", report);
        }
        for uri in options.auto_initialized_extensions.iter().flat_map(|list| &list.items).filter_map(|block| block.uri) {
            compare(uri, AUTO, "extension `", "` is none that initializes itself", report);
        }
    }
}

fn compare(uri: Text<'_>, valid: &[&str], before: &str, after: &str, report: &mut Report) {
    if valid.contains(&uri.value) {
        return;
    }
    let problem = RULE.at(uri.span, format!("{before}{}{after}", uri.value)).note(format!("known are {}", listed(valid)));
    report.push(match nearest(uri.value, valid.iter().copied()) {
        Some(near) => problem.fix(format!("a similar one is: `{near}`"), uri.span, near),
        None => problem,
    });
}
