use super::mf014_phrase_characters::cannot_be_said;
use crate::diagnostic::Report;
use crate::phrase::{Fit, fit, has_invocation, has_words};
use crate::rules::rule;
use crate::skill::Model;
use crate::skill::Skill;

rule! {
    /// An example phrase says nothing that the skill understands.
    ///
    /// An example phrase either opens the skill or is the wake word, the invocation name and a sample utterance of the locale, with
    /// values in place of its slots. For a slot of the skill's own type that is one of the type's values. Testers say the phrases and
    /// expect the intents ("Functional Testing for a Custom Skill").
    ///
    /// The comparison lets pass a few words before and after the sample ("ask … to"), and is not made for Japanese and Arabic, whose
    /// words do not stand apart.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, ask hello friend what the weather is like"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, ask hello friend to say hello"]
    /// ```
    MF015 "phrase-without-sample" Warning Daily
}

/// The store takes three phrases; more are told on their own, and each costs a look at all samples.
const MOST: usize = 20;

pub(crate) fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let phrases = skill.listing(model.locale).and_then(|listing| listing.example_phrases.as_ref());
    let has_words = skill.locales.get(model.locale).is_some_and(|locale| has_words(locale.language()));
    // Without any sample, what is missing is the samples; without an invocation name, that.
    let unread = skill.damaged || skill.intents.iter().any(|intent| !intent.unread.is_empty());
    if unread || model.invocation.is_none() || !has_words || model.intents.iter().all(|intent| intent.samples.is_empty()) {
        return;
    }
    let invocation = model.invocation.map(|name| name.value);
    for (at, phrase) in phrases.into_iter().flatten().enumerate().take(MOST) {
        // A first phrase without the invocation name is told of by a rule of its own.
        let is_told = at == 0 && invocation.is_some_and(|name| !has_invocation(phrase.value, name, ""));
        if is_told || phrase.value.contains(cannot_be_said) {
            continue;
        }
        let problem = match fit(phrase.value, invocation, model) {
            Fit::Fits => continue,
            Fit::OtherValues { sample, slots } => {
                let named = slots.iter().map(|(slot, kind)| format!("`{{{slot}}}` takes a value of `{kind}`"));
                RULE.at(phrase.span, "an example phrase has a value that its slot does not know")
                    .note(format!("the phrase says the sample `{sample}`, in which {}", named.collect::<Vec<_>>().join(" and ")))
                    .help("use a value that the type lists")
            }
            Fit::No => RULE
                .at(phrase.span, "an example phrase says nothing that the skill understands")
                .note("no sample of this locale has these words")
                .help("write the wake word, the invocation name and a sample, with values in place of its slots"),
        };
        report.push(problem);
    }
}
