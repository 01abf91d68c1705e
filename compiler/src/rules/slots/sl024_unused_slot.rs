use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{ModelIntent, Skill, Slot};

rule! {
    /// A slot is in no sample of its intent, and nothing asks for it.
    ///
    /// So it is never filled. The samples of another slot that Alexa asks for count, too: what users answer there fills it. Where only the samples
    /// of some locales leave it out, the message names these.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: [say hello]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello[ from {city}]"]
    /// ```
    SL024 "unused-slot" Warning Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.damaged || skill.intents.iter().any(|intent| !intent.unread.is_empty()) {
        return;
    }
    for (index, intent) in skill.intents.iter().enumerate() {
        // Slots of Amazon's intents are told on their own; a skill that leads the dialog itself can ask for any slot.
        if intent.slots.is_empty() || intent.is_builtin() || intent.delegation.is_some() || intent.directed {
            continue;
        }
        let mut used = vec![false; intent.slots.len()];
        let mut unused: Vec<Vec<usize>> = vec![Vec::new(); intent.slots.len()];
        for model in &skill.models {
            let here = model.intent_at(index);
            for (slot, is_used) in here.and_then(|here| uses(here, intent.slots.len())).into_iter().flatten() {
                if is_used { used[slot] = true } else { unused[slot].push(model.locale) }
            }
        }
        for ((slot, unused), used) in intent.slots.iter().zip(unused).zip(used).filter(|((_, unused), _)| !unused.is_empty()) {
            report_unused(skill, slot, &unused, used, report);
        }
    }
}

fn report_unused(skill: &Skill<'_>, slot: &Slot<'_>, unused: &[usize], used: bool, report: &mut Report) {
    let name = slot.name;
    let mut message = format!("slot `{}` is in no sample, and nothing asks for it", name.value);
    if used {
        let tags: Vec<&str> = unused.iter().map(|locale| skill.locales[*locale].tag.value).collect();
        message.push_str(&format!(" in {}", crate::syntax::listed(&tags)));
    }
    let problem = RULE.at(name.span, message).for_want_of(name.span, "locales");
    report.push(problem.help(format!("use `{{{}}}` in a sample, or give the slot an `ask`", name.value)));
}

/// Each slot of the intent in this locale, and whether anything can fill it. Nothing is known where there are no samples, or where one has a slot
/// that the intent lacks: that is one misspelt, and is told there.
fn uses(intent: &ModelIntent<'_>, slots: usize) -> Option<Vec<(usize, bool)>> {
    let mut used = vec![false; slots];
    let asked = intent.slots.iter().filter(|slot| slot.is_required() || slot.elicitation.is_some());
    for sample in intent.samples.iter().chain(asked.flat_map(|slot| &slot.samples)) {
        for name in slot_names(&sample.text) {
            used[intent.slot(name)?.slot] = true;
        }
    }
    let uses = intent.slots.iter().map(|slot| (slot.slot, used[slot.slot] || slot.has_dialog()));
    (!intent.samples.is_empty()).then(|| uses.collect())
}

/// What stands in braces; of the old form `{value|name}` the name.
fn slot_names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let inner = rest.split_once('}')?.0;
        Some(inner.rsplit('|').next().unwrap_or(inner).trim())
    })
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    /// An intent that asks for a year, which users may answer with this; `more` is said of the year.
    fn keys(sample: &str, more: &str) -> String {
        let slots = format!("article: AMAZON.SearchQuery, year: {{ type: AMAZON.NUMBER, samples: ['{sample}']{more} }}");
        format!("intents: {{ Find: {{ slots: {{ {slots} }}, samples: ['find {{year}}'] }} }}")
    }

    #[test]
    fn an_answer_fills_other_slots_too() {
        let asked = ", required: true, ask: 'Which year?'";
        assert_eq!(told("SL024", &keys("{article} of {year}", asked), ""), [""; 0]);
        assert_eq!(told("SL024", &keys("{year}", asked), "").len(), 1);
        assert_eq!(told("SL024", &keys("{article} of {year}", ""), "").len(), 1);
        // A misspelt slot is told on its own.
        assert_eq!(told("SL024", &keys("{artcle} of {year}", asked), ""), [""; 0]);
    }
}
