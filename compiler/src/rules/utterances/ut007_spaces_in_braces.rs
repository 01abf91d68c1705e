use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::sample::{self, Marks, Part};
use crate::skill::{Model, ModelIntent, Skill};

rule! {
    /// The braces of a slot hold spaces.
    ///
    /// Between the braces stands the slot's name and nothing else; Alexa takes the spaces for a part of the name, which no slot has.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to { city }"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}"]
    /// ```
    UT007 "spaces-in-braces" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (intent, sample) in sample::marked(model, Marks::ODD_SLOT) {
        for part in sample::parts(&sample.text) {
            let Part::Slot { name, range } = part else { continue };
            if name.contains('|') || !name.contains(char::is_whitespace) {
                continue;
            }
            let problem = RULE.at(sample::place(sample, range.clone()), format!("the braces of `{{{name}}}` hold spaces"));
            report.push(match (meant(intent, name), sample::exact(sample, range)) {
                (Some(slot), Some(span)) => problem.fix(format!("write `{{{slot}}}`"), span, format!("{{{slot}}}")),
                (Some(slot), None) => problem.help(format!("write `{{{slot}}}`")),
                (None, _) => problem.help("write the name of a slot, without spaces"),
            });
        }
    }
}

/// The slot that is meant: what stands between the spaces, or something like it.
fn meant<'a>(intent: &'a ModelIntent<'_>, name: &'a str) -> Option<&'a str> {
    let bare = name.trim();
    if !bare.contains(char::is_whitespace) {
        return Some(bare);
    }
    nearest(bare, intent.slots.iter().map(|slot| slot.name.value))
}
