use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample;
use crate::skill::{Model, Skill};

rule! {
    /// A sample has another slot beside one for a free phrase.
    ///
    /// A slot of the type `AMAZON.SearchQuery` takes whatever is said, so Alexa could not tell where it ends and the other slot begins. It answers
    /// with `InvalidIntentSamplePhraseSlot`. The intent may have other slots: they stand in other samples, or the dialog asks for them.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { message: AMAZON.SearchQuery, city: AMAZON.City }
    ///     samples: ["say hello to {city}", "tell {city} that {message}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { message: AMAZON.SearchQuery, city: AMAZON.City }
    ///     samples: ["say hello to {city}", "tell them that {message}"]
    /// ```
    UT012 "phrase-not-alone" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for intent in model.intents.iter().filter(|intent| intent.slots.iter().any(sample::is_phrase)) {
        for sample in &intent.samples {
            let slots = || sample::slots(&sample.text).enumerate();
            let Some((at, (phrase, range))) = slots().find(|(_, (name, _))| intent.slot(name).is_some_and(sample::is_phrase)) else {
                continue;
            };
            let Some((_, (other, _))) = slots().find(|(index, _)| *index != at) else { continue };
            let problem = RULE
                .at(sample::place(sample, range), format!("the phrase `{{{phrase}}}` cannot share a sample with `{{{other}}}`"))
                .here("takes whatever is said")
                .note("Alexa allows one slot in a sample with a slot of the type `AMAZON.SearchQuery`")
                .help(format!("leave one of them out here, and let the dialog ask for it with `required` and `ask` of `{other}`"));
            report.push(problem);
        }
    }
}
