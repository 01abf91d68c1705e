use crate::builtin::{self, Gives};
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// A slot of free phrases is to take several values.
    ///
    /// Alexa splits several values by the type's list; a phrase of `AMAZON.SearchQuery` has none, so "bread and butter" stays one phrase or is
    /// refused. No public model tries it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { things: { type: AMAZON.SearchQuery, multiple: true } }
    ///     samples: ["say hello to {things}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { things: AMAZON.SearchQuery }
    ///     samples: ["say hello to {things}"]
    /// ```
    SL023 "multiple-phrases" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for slot in model.intents.iter().flat_map(|intent| &intent.slots) {
        let (Some(kind), Some(multiple)) = (slot.kind, slot.multiple.filter(|said| said.value)) else { continue };
        if builtin::slot_type(kind.value).is_some_and(|known| known.gives == Gives::Phrase) {
            let problem = RULE.at(multiple.span, format!("a slot of type `{}` is not known to take several values", kind.value));
            report.push(
                problem.also(kind.span, "a free phrase").help("split the phrase in the handler, or use a type with a list of values"),
            );
        }
    }
}
