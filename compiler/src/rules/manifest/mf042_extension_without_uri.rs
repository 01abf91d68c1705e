use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// An extension that initializes itself does not say which one it is.
    ///
    /// Amazon's schema requires the `uri` of every entry of `autoInitializedExtensions`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [{ alexa_extension: { auto_initialized_extensions: [{ settings: { wakeWordResponse: turn } }] } }]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [{ alexa_extension: { auto_initialized_extensions: [{ uri: "alexaext:smartmotion:10", settings: { wakeWordResponse: turn } }] } }]
    /// ```
    MF042 "extension-without-uri" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let lists = skill.interfaces.iter().filter_map(|interface| interface.options.as_ref()?.auto_initialized_extensions.as_ref());
    for extension in lists.flat_map(|list| &list.items).filter(|extension| extension.uri.is_none()) {
        let problem = RULE.at(extension.key, "an extension needs its `uri`").for_want_of(extension.key, "uri");
        report.push(problem.help("write its URI, such as `alexaext:smartmotion:10`"));
    }
}
