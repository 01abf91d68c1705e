//! What a file of `locales/` has and skill.yaml does not declare.

use super::Lowering;
use crate::names::nearest;
use crate::rules::locales::{lo006_undeclared_text as undeclared, lo007_stray_file as stray_file};
use crate::source::{Span, Text};
use crate::syntax::IntentBlock;

pub(super) fn report(cx: &mut Lowering<'_, '_, '_>) {
    let documents = cx.documents;
    for local in &documents.locals {
        let used = cx.locales.iter().any(|locale| locale.tag.value == local.tag || locale.language() == local.tag);
        if !used {
            let problem = stray_file::RULE
                .at(Span::new(local.file, 0, 0), format!("no locale of the skill uses `{}.yaml`", local.tag))
                .help(format!("add a locale of `{}` to `locales` in skill.yaml, or remove the file", local.tag));
            cx.report.push(problem);
        }
        strays_of(cx, &local.document);
    }
}

fn strays_of(cx: &mut Lowering<'_, '_, '_>, local: &crate::syntax::Document<'_>) {
    let main = &cx.documents.main;
    for entry in local.speech.iter().flat_map(|speech| &speech.entries) {
        let names: Vec<&str> = main.speech.iter().flat_map(|speech| &speech.entries).map(|text| text.name.value).collect();
        stray(cx, "speech text", entry.name, &names);
    }
    for entry in local.types.iter().flat_map(|types| &types.entries) {
        let names: Vec<&str> = main.types.iter().flat_map(|types| &types.entries).map(|declared| declared.name.value).collect();
        stray(cx, "slot type", entry.name, &names);
    }
    for entry in local.intents.iter().flat_map(|intents| &intents.entries) {
        let unasked = crate::builtin::intent_named(entry.name.value).is_some_and(|known| known.unasked);
        let names: Vec<&str> = main.intents.iter().flat_map(|intents| &intents.entries).map(|intent| intent.name.value).collect();
        if !unasked && !stray(cx, "intent", entry.name, &names) {
            let declared = main.intents.as_ref().and_then(|intents| intents.get(entry.name.value));
            if let (IntentBlock::Declared(local), Some(IntentBlock::Declared(main))) = (&entry.value, declared.map(|found| &found.value)) {
                let slots: Vec<&str> = main.slots.iter().flat_map(|slots| &slots.entries).map(|slot| slot.name.value).collect();
                for slot in local.slots.iter().flat_map(|slots| &slots.entries) {
                    stray(cx, "slot", slot.name, &slots);
                }
            }
        }
    }
}

/// Reports `name` unless it is one of `names`; says whether it did.
fn stray(cx: &mut Lowering<'_, '_, '_>, what: &str, name: Text<'_>, names: &[&str]) -> bool {
    if names.contains(&name.value) {
        return false;
    }
    let problem = undeclared::RULE.at(name.span, format!("skill.yaml declares no {what} `{}`", name.value));
    cx.report.push(match nearest(name.value, names.iter().copied()) {
        Some(near) => problem.fix(format!("a similar one is declared: `{near}`"), name.span, near),
        None => problem.help(format!("declare it in skill.yaml; with `locales` where only some locales have this {what}")),
    });
    true
}
