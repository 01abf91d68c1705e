use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The id of a data store package has a form that Amazon's schema refuses.
    ///
    /// It is 1 to 256 letters, digits, `_`, `-` and `.`, and begins with a letter, a digit or `_`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// interfaces: [{ alexa_datastore_packagemanager: { packages: ["hello package"] } }]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// interfaces: [{ alexa_datastore_packagemanager: { packages: [hello-package] } }]
    /// ```
    MF038 "package-id" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let lists = skill.interfaces.iter().filter_map(|interface| interface.options.as_ref()?.packages.as_ref());
    for id in lists.flat_map(|list| &list.items).filter(|id| !is_id(id.value)) {
        let problem = RULE.at(id.span, format!("`{}` is not the id of a package", id.value));
        report.push(problem.note("an id is 1 to 256 letters, digits, `_`, `-` and `.`, and does not begin with `-` or `.`"));
    }
}

fn is_id(text: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.len() <= 256 && text.bytes().next().is_some_and(is_word) && text.bytes().all(|byte| is_word(byte) || b"-.".contains(&byte))
}
