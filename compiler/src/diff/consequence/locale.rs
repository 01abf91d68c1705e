//! What follows from a change of a locale: its texts in the store, its interaction model.

use super::{Ends, Rule, added, any, changed, is, removed};
use crate::diff::{Change, Sign};

pub(super) const RULES: &[Rule] = &[
    Rule { path: &["locale"], when: untold, says: "a side without any locale says nothing of them: this may be no difference at all" },
    Rule { path: &["locale"], when: removed, says: "its users lose the skill" },
    Rule { path: &["locale"], when: added, says: "users get it when the skill is certified for it" },
    Rule { path: &["skill"], when: removed, says: "the store no longer lists the skill there: its users lose it" },
    Rule { path: &["interaction_model"], when: removed, says: "without a model the locale cannot be certified" },
    Rule {
        path: &["skill", "invocation"],
        when: any,
        says: "users must learn the new name, and the skill has to be certified anew; Amazon may keep the name of a certified skill as it is",
    },
    Rule { path: &["intents", "AMAZON.FallbackIntent"], when: removed, says: "what fits no intent goes to the nearest one" },
    Rule { path: &["intents", "*"], when: falls_back, says: "what users said for it goes to AMAZON.FallbackIntent, or to another intent" },
    Rule {
        path: &["intents", "*"],
        when: removed,
        says: "what users said for it goes to another intent: there is no AMAZON.FallbackIntent",
    },
    Rule { path: &["intents", "*", "samples"], when: removed, says: "Alexa has to guess what is meant by it" },
    Rule { path: &["intents", "*", "slots", "*"], when: removed, says: "handlers no longer get its value" },
    Rule {
        path: &["intents", "*", "slots", "*", "type"],
        when: changed,
        says: "handlers get other values for it, also in sessions that are under way",
    },
    Rule { path: &["intents", "*", "slots", "*", "multiple"], when: any, says: "handlers get its value in another form" },
    Rule { path: &["intents", "*", "slots", "*", "required"], when: added, says: "Alexa can ask for it before the intent is handled" },
    Rule { path: &["intents", "*", "slots", "*", "required"], when: removed, says: "handlers may get the intent without it" },
    Rule { path: &["intents", "*", "slots", "*", "validate"], when: removed, says: "handlers may get values that Alexa refused before" },
    Rule { path: &["intents", "*", "delegation"], when: any, says: "the skill hears of other turns of the dialog" },
    Rule { path: &["dialog", "delegation"], when: any, says: "the skill hears of other turns of all dialogs" },
    Rule { path: &["intents", "*", "confirm", "required"], when: removed, says: "the intent is handled without a question" },
    Rule { path: &["types", "*"], when: removed, says: "slots of this type need another one" },
    Rule {
        path: &["types", "*", "values", "*"],
        when: removed,
        says: "handlers no longer get this value: what users say for it matches nothing, or another one",
    },
    Rule { path: &["types", "*", "values", "*", "synonyms"], when: removed, says: "it no longer stands for the value" },
    Rule { path: &["types", "*", "values", "*", "value"], when: changed, says: "users say another word for the same id" },
    Rule { path: &["types", "*", "catalog"], when: any, says: "the values come from elsewhere" },
    Rule { path: &["fallback_sensitivity"], when: raised, says: "more of what users say goes to AMAZON.FallbackIntent" },
    Rule { path: &["fallback_sensitivity"], when: lowered, says: "less of what users say goes to AMAZON.FallbackIntent" },
];

fn falls_back(change: &Change, ends: Ends) -> bool {
    removed(change, ends) && ends.falls_back
}

/// `low` holds when nothing is said.
fn level(change: &Change, of: Sign) -> usize {
    let shown = if of == Sign::Removed { &change.from } else { &change.to };
    ["low", "medium", "high"].iter().position(|level| is(shown, level)).unwrap_or_default()
}

fn raised(change: &Change, _: Ends) -> bool {
    level(change, Sign::Added) > level(change, Sign::Removed)
}

fn lowered(change: &Change, _: Ends) -> bool {
    level(change, Sign::Added) < level(change, Sign::Removed)
}

/// Whether the side without it only does not tell.
fn untold(change: &Change, ends: Ends) -> bool {
    !ends.without(change).locales
}
