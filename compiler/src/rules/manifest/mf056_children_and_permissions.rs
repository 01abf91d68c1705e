use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Answer;

rule! {
    /// A skill for children asks for permissions.
    ///
    /// Amazon's policy for skills that are directed to children under 13 is narrow: as far as is known, they cannot ask for what belongs
    /// to a person, such as an e-mail address or a location. The page itself could not be checked, so this is a warning.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: CHILDRENS_GAMES
    ///   privacy_policy: https://hello.friend.dev/privacy
    /// compliance: { child_directed: true }
    /// permissions: ["alexa::profile:email:read"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: CHILDRENS_GAMES
    ///   privacy_policy: https://hello.friend.dev/privacy
    /// compliance: { child_directed: true }
    /// ```
    MF056 "children-and-permissions" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let children = skill.store.compliance.as_ref().map(|answers| answers.child_directed);
    let Some(children) = children.filter(|children| children.answer == Answer::Yes) else { return };
    let Some(permission) = skill.permissions.first() else { return };
    let problem = RULE.at(permission.span, "the skill is directed to children, and asks for permissions");
    // When the answer is left out, it follows from the category.
    let problem = match children.said.or(skill.store.category.map(|category| category.span)) {
        Some(said) => problem.also(said, "directed to children because of this"),
        None => problem,
    };
    report.push(problem.help("offer what children use without permissions, or answer `child_directed: false` where that is true"));
}
