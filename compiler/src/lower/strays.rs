//! What a file of `locales/` has and skill.yaml does not declare.

use super::Lowering;
use crate::names::nearest;
use crate::rules::locales::{lo006_undeclared_text as undeclared, lo007_stray_file as stray_file};
use crate::source::{Span, Text};
use crate::syntax::{Document, IntentBlock, Map};

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

fn strays_of(cx: &mut Lowering<'_, '_, '_>, local: &Document<'_>) {
    let main = &cx.documents.main;
    strays_among(cx, "speech text", &local.speech, &main.speech);
    strays_among(cx, "slot type", &local.types, &main.types);
    for entry in local.intents.iter().flat_map(|intents| &intents.entries) {
        if crate::builtin::intent_named(entry.name.value).is_some_and(|known| known.unasked) {
            continue;
        }
        match main.intents.as_ref().and_then(|intents| intents.get(entry.name.value)).map(|found| &found.value) {
            None => stray(cx, "intent", entry.name, &main.intents),
            Some(IntentBlock::Omit) => {}
            Some(IntentBlock::Declared(main)) => {
                if let IntentBlock::Declared(local) = &entry.value {
                    strays_among(cx, "slot", &local.slots, &main.slots);
                }
            }
        }
    }
}

fn strays_among<T>(cx: &mut Lowering<'_, '_, '_>, what: &str, local: &Option<Map<'_, T>>, main: &Option<Map<'_, T>>) {
    for entry in local.iter().flat_map(|local| &local.entries) {
        if main.as_ref().is_none_or(|main| main.get(entry.name.value).is_none()) {
            stray(cx, what, entry.name, main);
        }
    }
}

fn stray<T>(cx: &mut Lowering<'_, '_, '_>, what: &str, name: Text<'_>, main: &Option<Map<'_, T>>) {
    let problem = undeclared::RULE.at(name.span, format!("skill.yaml declares no {what} `{}`", name.value));
    cx.report.push(match nearest(name.value, main.iter().flat_map(Map::names)) {
        Some(near) => problem.fix(format!("a similar one is declared: `{near}`"), name.span, near),
        None => problem.help(format!("declare it in skill.yaml; with `locales` where only some locales have this {what}")),
    });
}
