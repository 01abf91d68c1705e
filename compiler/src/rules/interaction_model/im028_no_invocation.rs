use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The skill has no invocation name.
    ///
    /// Every interaction model needs one: it is how users call the skill. Alexa refuses a model without it with `InvalidModelDefinitionSchema`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM028 "no-invocation" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    // Where the first locale has one, the others lack a translation, which is told on its own.
    let lacks = |place: usize, model: &Model<'_>| model.invocation.is_none() && (place == 0 || model.nameless);
    if skill.damaged || !skill.models.iter().enumerate().any(|(place, model)| lacks(place, model)) {
        return;
    }
    let problem = RULE
        .at(skill.store.key, "the skill has no invocation name")
        .for_want_of(skill.top, "skill")
        .for_want_of(skill.store.key, "invocation");
    report.push(problem.help("add `invocation: …` to `skill`: the two or more words that users say to call it"));
}
