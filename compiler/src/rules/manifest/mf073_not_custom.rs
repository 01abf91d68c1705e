use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill is no custom skill, and has what only a custom skill has.
    ///
    /// With `custom: false` the manifest has no `apis.custom`, where the endpoint, the interfaces, the tasks and the dialog management of a custom skill stand.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   custom: false
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   custom: true
    /// endpoint: arn:aws:lambda:us-east-1:123456789012:function:hello-friend
    /// ```
    MF073 "not-custom" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(said) = skill.store.not_custom else { return };
    let keys = [
        ("endpoint", skill.endpoints.as_ref().map(|endpoints| endpoints.key)),
        ("interfaces", skill.interfaces.first().map(|interface| interface.kind.span)),
        ("tasks", skill.tasks.first().map(|task| task.name.span)),
        ("dialog_management", skill.dialog_management.as_ref().map(|management| management.key)),
    ];
    for (key, place) in keys.into_iter().filter_map(|(key, place)| Some((key, place?))) {
        let problem = RULE.at(place, format!("`{key}` is for custom skills")).also(said, "this is none");
        report.push(problem.help(format!("remove `{key}`, or `custom: false`")));
    }
}
