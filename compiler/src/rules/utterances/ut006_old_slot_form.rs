use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Marks, Part};
use crate::skill::{Model, Skill};

rule! {
    /// A slot is written in the old form, with an example value before its name.
    ///
    /// `{dallas|city}` comes from the first years of Alexa, when samples taught values to `AMAZON.LITERAL`. Values have their own place since:
    /// those of a slot type belong under `types`, and the sample names the slot alone. Inside of braces a `|` is no alternative either; those
    /// are written with parentheses around whole words.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {dallas|city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {city}"]
    /// ```
    UT006 "old-slot-form" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, sample) in sample::marked(model, Marks::ODD_SLOT) {
        for part in sample::parts(&sample.text) {
            let Part::Slot { name, range } = part else { continue };
            let Some((_, slot)) = name.rsplit_once('|') else { continue };
            let message = format!("`{{{name}}}` is an old form of a slot that Alexa no longer reads");
            let problem = RULE.at(sample::place(sample, range), message);
            report.push(problem.help(format!("write `{{{}}}`, and the values into the slot's type", slot.trim())));
        }
    }
}
