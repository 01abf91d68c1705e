use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::syntax::Answer;

rule! {
    /// The category and the answer on children disagree.
    ///
    /// A category that begins with `CHILDRENS_` is for skills that are directed to children under 13, and such a skill answers
    /// `child_directed: true`. When the answer is left out, it follows from the category.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: CHILDRENS_GAMES
    /// compliance: { child_directed: false }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: CHILDRENS_GAMES
    /// compliance: { child_directed: true }
    /// ```
    MF020 "children-category" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let (Some(category), Some(answers)) = (skill.store.category, &skill.store.compliance) else { return };
    let for_children = category.value.starts_with("CHILDRENS_");
    let Some(said) = answers.child_directed.said else { return };
    let message = match answers.child_directed.answer {
        Answer::Yes if !for_children => format!("the skill is directed to children, but `{}` is no category for children", category.value),
        Answer::No if for_children => format!("`{}` is a category for children, but the skill is not directed to them", category.value),
        _ => return,
    };
    let problem = RULE.at(said, message).also(category.span, "the category");
    report.push(problem.help("change the answer, or take a category that fits it; those for children begin with `CHILDRENS_`"));
}
