use super::{mf017_icon_address as icon, mf018_policy_address as policy, mf026_endpoint_address as endpoint, mf027_lambda_arn as arn};
use crate::diagnostic::Report;
use crate::placeholder::placeholder;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// A text or address still has a placeholder of a template.
    ///
    /// `YOUR_…`, `REPLACE_ME`, `<your name>`, "Sample Short Description" and the like were meant to be filled in. Certification reads the
    /// texts and fails the skill.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   summary: Sample Short Description
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   summary: Says hello to you and your friends.
    /// ```
    MF059 "placeholder-text" Warning Stricter
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let common = skill.store.testing_instructions.into_iter();
    let texts = skill.listings.iter().flat_map(|page| page.texts());
    // An address that is none for other reasons is told of by its own rule.
    let texts = texts.filter(|(key, text)| match *key {
        "small_icon" | "large_icon" => icon::is_address(text.value),
        "privacy_policy" | "terms_of_use" => policy::is_address(text.value),
        _ => true,
    });
    let endpoints = skill.uris().filter(|uri| endpoint::is_address(uri.value) && arn::fault(uri.value).is_none());
    for text in common.chain(texts.map(|(_, text)| text)).chain(endpoints) {
        if let Some(found) = placeholder(text.value) {
            let problem = RULE.at(text.span, format!("`{}` is a placeholder", &text.value[found]));
            report.push(problem.help("write what belongs there"));
        }
    }
}
