use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{ModelIntent, Skill, Slot};

rule! {
    /// A slot is in no sample of its intent, and nothing asks for it.
    ///
    /// So it is never filled. Where only the samples of some locales leave it out, the message names these.
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
    for (index, intent) in skill.intents.iter().enumerate() {
        // Slots of Amazon's intents are told on their own; a skill that leads the dialog itself can ask for any slot.
        if intent.slots.is_empty() || intent.is_builtin() || intent.delegation.is_some() {
            continue;
        }
        let models: Vec<(usize, &ModelIntent<'_>)> =
            skill.models.iter().filter_map(|model| Some((model.locale, model.intents.iter().find(|found| found.intent == index)?))).collect();
        let mut unused: Vec<Vec<usize>> = vec![Vec::new(); intent.slots.len()];
        for (locale, model) in &models {
            for slot in unused_in(model, intent.slots.len()) {
                unused[slot].push(*locale);
            }
        }
        for (slot, unused) in intent.slots.iter().zip(unused).filter(|(_, unused)| !unused.is_empty()) {
            let used = models.iter().any(|(locale, model)| !unused.contains(locale) && model.slot(slot.name.value).is_some());
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
    report.push(RULE.at(name.span, message).help(format!("use `{{{}}}` in a sample, or give the slot an `ask`", name.value)));
}

/// The slots that nothing in this locale can fill. None where a sample has a slot that the intent lacks: that is one misspelt, and is told there.
fn unused_in(intent: &ModelIntent<'_>, slots: usize) -> Vec<usize> {
    let mut used = vec![false; slots];
    for sample in &intent.samples {
        for name in slot_names(&sample.text) {
            match intent.slot(name) {
                Some(slot) => used[slot.slot] = true,
                None => return Vec::new(),
            }
        }
    }
    if intent.samples.is_empty() {
        return Vec::new();
    }
    intent.slots.iter().filter(|slot| !used[slot.slot] && !slot.has_dialog()).map(|slot| slot.slot).collect()
}

/// What stands in braces; of the old form `{value|name}` the name.
fn slot_names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| {
        let inner = rest.split_once('}')?.0;
        Some(inner.rsplit('|').next().unwrap_or(inner).trim())
    })
}
