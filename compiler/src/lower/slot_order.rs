//! `slot_order`: the slots of an intent in the order in which Alexa asks for them, where that is not the order of `slots`.

use super::Lowering;
use super::intents::intent_in;
use crate::nearest::nearest;
use crate::rules::locales::lo010_slot_order as slot_order;
use crate::skill::ModelSlot;
use crate::source::Text;
use crate::syntax::{IntentDecl, List};
use std::collections::HashMap;

/// Brings the slots of a locale into that order; those that it does not name stay behind, as they are.
pub(super) fn apply<'s>(slots: &mut [ModelSlot<'s>], order: &List<Text<'s>>) {
    let places: HashMap<&str, usize> = order.items.iter().enumerate().rev().map(|(at, name)| (name.value, at)).collect();
    slots.sort_by_key(|slot| places.get(slot.name.value).copied().unwrap_or(usize::MAX));
}

/// Reports what names no slot of the intent, in any file.
pub(super) fn check<'s>(cx: &mut Lowering<'_, 's, '_>, name: Text<'s>, main: &IntentDecl<'s>) {
    if main.unread.contains(&"slots") {
        return;
    }
    let documents = cx.documents;
    let own = std::iter::once(main);
    let all = own.chain(documents.locals.iter().filter_map(|local| intent_in(&local.document, name.value)));
    for list in all.filter_map(|decl| decl.slot_order.as_ref()) {
        let mut seen: HashMap<&str, Text<'_>> = HashMap::new();
        for item in &list.items {
            let slots = main.slots.as_ref();
            if slots.is_none_or(|slots| slots.get(item.value).is_none()) {
                let problem = slot_order::RULE.at(item.span, format!("intent `{}` has no slot `{}`", name.value, item.value));
                cx.report.push(match nearest(item.value, slots.iter().flat_map(|slots| slots.names())) {
                    Some(near) => problem.fix(format!("a similar one is declared: `{near}`"), item.span, near),
                    None => problem.help("remove the name, or declare the slot in skill.yaml"),
                });
            } else if let Some(first) = seen.insert(item.value, *item) {
                let problem = slot_order::RULE.at(item.span, format!("slot `{}` has two places in the order", item.value));
                cx.report.push(problem.also(first.span, "the first one"));
            }
        }
    }
}
