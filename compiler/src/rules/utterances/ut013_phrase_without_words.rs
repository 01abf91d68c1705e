use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Part};
use crate::skill::{Model, ModelIntent, Sample, Skill};

rule! {
    /// A sample is nothing but a slot for a free phrase.
    ///
    /// A slot of the type `AMAZON.SearchQuery` matches anything, so such an intent would swallow everything that is said to the skill. Alexa wants
    /// at least one word beside it, a carrier phrase, and refuses the model otherwise; the old trick with a space has not worked since April
    /// 2023. Answers to a slot's own question (`samples` of the slot) may be the slot alone.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { message: AMAZON.SearchQuery }
    ///     samples: ["tell them {message}", "{message}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { message: AMAZON.SearchQuery }
    ///     samples: ["tell them {message}", "write {message}"]
    /// ```
    UT013 "phrase-without-words" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for intent in model.intents.iter().filter(|intent| intent.slots.iter().any(sample::is_phrase)) {
        for sample in &intent.samples {
            let Some(name) = only_phrase(intent, sample) else { continue };
            let problem = RULE
                .at(sample.span, format!("this sample is the phrase `{{{name}}}` and no word beside it"))
                .note("Alexa wants a carrier phrase beside a slot of the type `AMAZON.SearchQuery`")
                .help(format!("add what people say before it, as in `search for {{{name}}}`"));
            report.push(problem);
        }
    }
}

/// The name of the phrase slot that is all of the sample.
fn only_phrase<'a>(intent: &ModelIntent<'_>, sample: &'a Sample<'_>) -> Option<&'a str> {
    let mut parts = sample::parts(&sample.text).filter(|part| !matches!(part, Part::Words(range) if is_blank(&sample.text[range.clone()])));
    match (parts.next()?, parts.next()) {
        (Part::Slot { name, .. }, None) if intent.slot(name.trim()).is_some_and(sample::is_phrase) => Some(name.trim()),
        _ => None,
    }
}

/// Whether there is no letter in it.
fn is_blank(words: &str) -> bool {
    !words.contains(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn a_bare_phrase_may_answer_a_question() {
        let slots = "{ query: { type: AMAZON.SearchQuery, required: true, ask: What?, samples: ['{query}'] } }";
        let keys = |sample: &str| format!("intents: {{ Hello: {{ slots: {slots}, samples: ['find {{query}}', '{sample}'] }} }}");
        assert!(told("UT013", &keys("look for {query}"), "").is_empty());
        assert_eq!(told("UT013", &keys("{query} ."), "").len(), 1);
    }
}
