use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// The most intents that a model is known to take.
const MOST: usize = 250;

rule! {
    /// A model has more than 250 intents.
    ///
    /// That is the limit that other tools hold to; the largest public model has 59. Intents that differ only in one word are better one intent
    /// with a slot.
    ///
    /// A file that breaks this rule is too long: it cannot be shown here.
    IM016 "too-many-intents" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(beyond) = model.intents.get(MOST) else { return };
    let declared = model.intents[..MOST].iter().rfind(|intent| skill.intents[intent.intent].declared);
    let place = if skill.intents[beyond.intent].declared { beyond.name.span } else { declared.map_or(skill.top, |last| last.name.span) };
    let problem = RULE.at(place, format!("the model has {} intents, and {MOST} are known to fit", model.intents.len()));
    report.push(problem.help("turn intents that differ in one word into one intent with a slot"));
}
