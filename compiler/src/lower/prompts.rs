//! Prompts that stand apart from intents, and those that are named by their id alone.

use super::Lowering;
use crate::diagnostic::Report;
use crate::raw;
use crate::rules::interaction_model::im043_unknown_prompt as unknown;
use crate::skill::{Model, Prompt};
use crate::source::{Span, Text};
use crate::syntax::SharedPrompt;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The prompts of a locale that stand apart from intents: those of all files that it looks into.
pub(super) fn shared<'s>(cx: &mut Lowering<'_, 's, '_>, locale: usize) -> Vec<Prompt<'s>> {
    if !cx.modelled.has(locale) {
        return Vec::new();
    }
    let mut seen = HashSet::new();
    let mut prompts = Vec::new();
    let entries =
        |document: &&crate::syntax::Document<'s>| document.prompts.iter().flat_map(|map| &map.entries).cloned().collect::<Vec<_>>();
    for entry in cx.chains[locale].texts().iter().flat_map(entries) {
        if let (true, SharedPrompt::Say(list)) = (seen.insert(entry.name.value), entry.value) {
            let id = Some(Cow::Borrowed(entry.name.value));
            prompts.push(Prompt { id, key: entry.name.span, span: entry.name.span, said: true, variations: list.items, required: false });
        }
    }
    for entry in cx.documents.main.prompts.iter().flat_map(|map| &map.entries) {
        if matches!(entry.value, SharedPrompt::Say(_)) && !seen.contains(entry.name.value) {
            cx.holes.add(format!("prompts.{}", entry.name.value), entry.name.span, locale);
        }
    }
    prompts
}

/// Gives prompts that are named by their id alone the text that the id stands for.
pub(super) fn resolve(models: &mut [Model<'_>], top: Span, report: &mut Report) {
    for model in models {
        let texts = texts(model);
        let elsewhere: HashSet<&str> = raw_ids(model).collect();
        for prompt in model.intents.iter_mut().flat_map(|intent| intent.prompts_mut()).filter(|prompt| !prompt.said) {
            let Some(id) = prompt.id.as_deref() else { continue };
            match texts.get(id) {
                Some(text) => prompt.variations.clone_from(text),
                None if elsewhere.contains(id) => {}
                None => {
                    let problem = unknown::RULE
                        .at(prompt.span, format!("no prompt `{id}` has a text"))
                        .for_want_of(prompt.key, "say")
                        .for_want_of(top, "prompts");
                    report.push(problem.help("write `say` beside the id, or the text under `prompts`"));
                }
            }
        }
    }
}

/// The texts of a model, by the id of the prompt.
fn texts<'s>(model: &Model<'s>) -> HashMap<String, Vec<Text<'s>>> {
    let said = model.intent_prompts().map(|(_, prompt)| prompt).chain(&model.prompts).filter(|prompt| prompt.said);
    let mut texts = HashMap::new();
    for prompt in said {
        if let Some(id) = &prompt.id {
            texts.entry(id.to_string()).or_insert_with(|| prompt.variations.clone());
        }
    }
    texts
}

/// The ids of the prompts that are written in Amazon's names.
fn raw_ids<'s>(model: &Model<'s>) -> impl Iterator<Item = &'s str> {
    let raw = model.amazon.iter().filter_map(|raw| raw::at(raw.value, &["prompts"])).flat_map(raw::items).collect::<Vec<_>>();
    raw.into_iter().filter_map(|prompt| match raw::entry(prompt, "id")?.value.kind() {
        crate::yaml::Kind::Scalar(id) => Some(id.text),
        _ => None,
    })
}
