use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// An intent is `dialog_only` and has samples all the same.
    ///
    /// `dialog_only: true` says that users do not reach the intent by speaking, so that it may be without samples. With samples they do reach it,
    /// and one of the two is a leftover.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Goodbye: { dialog_only: true, samples: [say goodbye] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Goodbye: { dialog_only: true }
    /// ```
    UT019 "idle-dialog-only" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for (index, intent) in skill.intents.iter().enumerate().filter(|(_, intent)| intent.dialog_only) {
        let in_models = skill.models.iter().filter_map(|model| model.intent_at(index));
        let Some(sample) = in_models.flat_map(|found| &found.samples).next() else { continue };
        let problem = RULE
            .at(intent.name.span, format!("`{}` is `dialog_only`, but has samples", intent.name.value))
            .also(sample.span, "users reach it with this")
            .help("remove `dialog_only`, or the samples");
        report.push(problem);
    }
}
