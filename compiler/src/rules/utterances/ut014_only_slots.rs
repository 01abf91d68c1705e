use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Part};
use crate::skill::{Model, ModelIntent, Sample, Skill};

rule! {
    /// Samples of an intent with a dialog are made of slots alone.
    ///
    /// In a dialog Alexa listens for the slot that it has just asked for. A sample without words says the same things, so an answer may start the
    /// intent afresh, or go to another intent. The console has refused such samples at times; where there is no dialog they are common and do
    /// no harm. A bare answer to a question belongs to the slot: every slot takes its bare value, and `samples` of the slot add longer answers.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: { type: AMAZON.City, required: true, ask: Which city? } }
    ///     samples: ["say hello to {city}", "{city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: { type: AMAZON.City, required: true, ask: Which city? } }
    ///     samples: ["say hello to {city}"]
    /// ```
    UT014 "only-slots" Warning Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for intent in model.intents.iter().filter(|intent| intent.has_dialog()) {
        let mut bare = intent.samples.iter().filter(|sample| is_bare(intent, sample));
        let Some(first) = bare.next() else { continue };
        let message = format!("`{}` has a dialog, and a sample without any words", intent.name.value);
        let mut problem = RULE.at(first.span, message).note("what users answer to a question of the dialog would match this sample too");
        for other in bare.filter(|other| other.span != first.span).take(3) {
            problem = problem.also(other.span, "and this one");
        }
        report.push(problem.help("add the words that users say before the slots, or move it to `samples` of the slot"));
    }
}

/// Whether the sample has slots, none of them a phrase, and nothing else.
fn is_bare(intent: &ModelIntent<'_>, sample: &Sample<'_>) -> bool {
    let text = &*sample.text;
    text.starts_with('{')
        && sample::parts(text).all(|part| match part {
            Part::Words(range) => !text[range].contains(char::is_alphanumeric),
            Part::Slot { name, .. } => intent.slot(name.trim()).is_some_and(|slot| !sample::is_phrase(slot)),
            Part::Stray(..) => false,
        })
}
