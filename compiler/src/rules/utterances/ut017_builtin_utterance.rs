use crate::builtin::utterances_of;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, ModelIntent, Skill};

rule! {
    /// A sample is what users say to reach one of Amazon's intents.
    ///
    /// `help`, `stop` or `cancel` belong to intents that every skill has and that certification tries out. A custom intent with such a sample
    /// wins over Amazon's (the page "Find Utterance Conflicts in Your Model"), so that who says `stop` does not get out any more. The common
    /// utterances are those of the page "Standard Built-in Intents", in English and German; they count where the skill has the intent.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Explain: { samples: [explain this skill, help me] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Explain: { samples: [explain this skill] }
    /// ```
    UT017 "builtin-utterance" Warning Daily
}

pub(crate) fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let language = skill.locales[model.locale].language();
    let is_builtin = |intent: &&ModelIntent<'_>| skill.intents[intent.intent].is_builtin();
    let taken: Vec<(&str, &str)> = model
        .intents
        .iter()
        .filter(is_builtin)
        .flat_map(|intent| utterances_of(language, intent.name.value).iter().map(|said| (*said, intent.name.value)))
        .collect();
    for intent in model.intents.iter().filter(|intent| !is_builtin(intent)) {
        for sample in &intent.samples {
            let Some((_, builtin)) = taken.iter().find(|(said, _)| said.eq_ignore_ascii_case(&sample.text)) else { continue };
            let problem = RULE
                .at(sample.span, format!("`{}` is what users say for `{builtin}`", sample.text))
                .note(format!("with this sample, `{}` is handled in its place", intent.name.value))
                .help(format!("leave it to `{builtin}`"));
            report.push(problem);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn they_count_in_their_language_and_where_the_skill_has_the_intent() {
        let de = "intents: { Hello: { samples: [Hilfe, cancel] } }";
        let told_of = |more: &str| told("UT017", &format!("intents: {{ Hello: [next, abbrechen, Stop], {more} }}"), de);
        let always = ["`Stop` is what users say for `AMAZON.StopIntent`", "`Hilfe` is what users say for `AMAZON.HelpIntent`"];
        assert_eq!(told_of(""), always);
        assert_eq!(told_of("AMAZON.NextIntent: {}").len(), 3);
        assert_eq!(told_of("AMAZON.StopIntent: omit").len(), 1);
    }
}
