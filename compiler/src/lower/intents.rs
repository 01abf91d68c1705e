//! Intents: what all locales have in common, and what each locale says.

use super::need::{Said, default_auth, need};
use super::{Documents, Lowering, rust_names, samples, slot_order};
use crate::builtin;
use crate::names::type_name;
use crate::rules::interaction_model::im044_validation_without_prompt as unprompted;
use crate::rules::slots::sl027_slot_without_type as untyped;
use crate::rules::syntax::sy022_one_condition as one_condition;
use crate::skill::{Condition, Index, Intent, LocaleSet, ModelIntent, ModelSlot, Prompt, Sample, Slot, Validation};
use crate::source::{Span, Text};
use crate::syntax::{Auth, Document, IntentBlock, IntentDecl, List, PromptBlock, SlotBlock, ValidationBlock};
use std::borrow::Cow;

pub(super) struct Intents<'s> {
    pub union: Vec<Intent<'s>>,
    pub by_locale: Vec<Vec<ModelIntent<'s>>>,
}

/// The intents at which a file says `omit`.
pub(super) fn omitted<'s>(documents: &Documents<'s>) -> Vec<Text<'s>> {
    let all = std::iter::once(&documents.main).chain(documents.locals.iter().map(|local| &local.document));
    let entries = all.flat_map(|document| &document.intents).flat_map(|intents| &intents.entries);
    entries.filter(|entry| matches!(entry.value, IntentBlock::Omit)).map(|entry| entry.name).collect()
}

pub(super) fn lower<'s>(cx: &mut Lowering<'_, 's, '_>, top: Span) -> Intents<'s> {
    let main = &cx.documents.main;
    let entries = || main.intents.iter().flat_map(|intents| &intents.entries);
    let mut intents = Intents { union: Vec::new(), by_locale: cx.locales.iter().map(|_| Vec::new()).collect() };
    for entry in entries() {
        if let IntentBlock::Declared(decl) = &entry.value {
            add(cx, &mut intents, entry.name, decl, true);
        }
    }
    for known in builtin::INTENTS.iter().filter(|known| known.unasked) {
        if !entries().any(|entry| entry.name.value == known.name) {
            add(cx, &mut intents, Text::new(known.name, top), &IntentDecl::empty(top), false);
        }
    }
    intents
}

fn add<'s>(cx: &mut Lowering<'_, 's, '_>, intents: &mut Intents<'s>, name: Text<'s>, decl: &IntentDecl<'s>, declared: bool) {
    slot_order::check(cx, name, decl);
    let locales = cx.locale_set(decl.locales.as_ref());
    let slot_sets: Vec<LocaleSet> = slots(decl).map(|slot| cx.locale_set(slot.value.locales.as_ref()).and(locales)).collect();
    let index = intents.union.len();
    let holes = cx.holes.mark();
    let mut models: Vec<Option<ModelIntent<'s>>> = Vec::new();
    for locale in 0..cx.locales.len() {
        let model = locales.and(cx.modelled).has(locale).then(|| {
            let mut one = OneLocale { cx: &mut *cx, locale, name, decl };
            one.intent(index, &slot_sets)
        });
        models.push(model);
    }
    // Where it is unknown which locales have something, it is unknown what they miss.
    if decl.unread.contains(&"locales") || slots(decl).any(|slot| slot.value.unread.contains(&"locales")) {
        cx.holes.forget(holes);
    }
    intents.union.push(union(cx, name, decl, declared, locales, &slot_sets, &models));
    for (model, all) in models.into_iter().zip(&mut intents.by_locale) {
        all.extend(model);
    }
}

fn slots<'a, 's>(decl: &'a IntentDecl<'s>) -> impl Iterator<Item = &'a crate::syntax::Named<'s, SlotBlock<'s>>> {
    decl.slots.iter().flat_map(|slots| &slots.entries)
}

fn union<'s>(
    cx: &mut Lowering<'_, 's, '_>,
    name: Text<'s>,
    decl: &IntentDecl<'s>,
    declared: bool,
    locales: LocaleSet,
    slot_sets: &[LocaleSet],
    models: &[Option<ModelIntent<'s>>],
) -> Intent<'s> {
    let builtin = builtin::intent_named(name.value);
    let default = if builtin.is_some_and(|known| known.unasked) { Some(Auth::None) } else { default_auth(&cx.documents.main) };
    let mut by_slot: Vec<Vec<&ModelSlot<'s>>> = vec![Vec::new(); slot_sets.len()];
    models.iter().flatten().flat_map(|model| &model.slots).for_each(|slot| by_slot[slot.slot].push(slot));
    let slots = slots(decl).zip(slot_sets).zip(by_slot).map(|((entry, set), found)| {
        let in_models = || found.iter().copied();
        let kinds: Vec<Option<Text<'s>>> = in_models().map(|slot| slot.kind).collect();
        let agreed = kinds.iter().all(|kind| kind.map(|kind| kind.value) == kinds[0].map(|kind| kind.value));
        let everywhere = models.iter().enumerate().all(|(locale, model)| model.is_none() || set.has(locale));
        Slot {
            name: entry.name,
            kind: if agreed { kinds.first().copied().flatten() } else { None },
            required: everywhere && in_models().all(ModelSlot::is_required) && !kinds.is_empty(),
            multiple: in_models().any(|slot| slot.multiple.is_some_and(|said| said.value)),
            has_dialog: in_models().any(ModelSlot::has_dialog),
            locales: *set,
            rust: rust_names::value(entry.name, entry.value.rust, cx.report),
        }
    });
    let slots = slots.collect();
    let rust = rust_names::value(name, decl.rust, cx.report);
    let of_models = || models.iter().flatten();
    let unread = decl.unread.iter().any(|key| matches!(*key, "auth" | "scopes"));
    let said = Said { auth: decl.auth, scopes: decl.scopes.as_ref(), unread };
    Intent {
        name,
        declared,
        builtin,
        need: need(said, name.span, default),
        delegation: models.iter().flatten().find_map(|model| model.delegation),
        confirmed: models.iter().flatten().any(|model| model.confirmation.is_some()),
        directed: of_models().any(|model| model.directed) && !of_models().any(|model| model.asks() || model.delegation.is_some()),
        slots,
        unread: decl.unread.clone(),
        locales,
        dialog_only: decl.dialog_only.is_some_and(|said| said.value),
        rust_type: type_name(decl.rust.unwrap_or(name).value),
        rust,
    }
}

/// The lowering of one intent in one locale.
struct OneLocale<'l, 'a, 's, 'r> {
    cx: &'l mut Lowering<'a, 's, 'r>,
    locale: usize,
    name: Text<'s>,
    decl: &'l IntentDecl<'s>,
}

impl<'a, 's> OneLocale<'_, 'a, 's, '_> {
    fn intent(&mut self, index: usize, slot_sets: &[LocaleSet]) -> ModelIntent<'s> {
        let intent = self.name.value;
        let samples = self.samples(&format!("intents.{intent}.samples"), self.decl.samples.as_ref(), |document| {
            let decl = intent_in(document, intent)?;
            decl.said("samples", decl.samples.as_ref())
        });
        let written = self.cx.chains[self.locale].text(|document| {
            let decl = intent_in(document, intent)?;
            decl.said("samples", decl.samples.as_ref())
        });
        let written = written.unwrap_or(self.decl.samples.as_ref());
        let unsaid = written.is_none_or(|list| list.items.is_empty());
        let confirmation = self.prompt(
            &format!("intents.{intent}.confirm"),
            self.decl.confirm.as_ref(),
            |document| {
                let decl = intent_in(document, intent)?;
                decl.said("confirm", decl.confirm.as_ref())
            },
            || format!("Confirm.Intent.{intent}"),
        );
        let delegation = self.cx.chains[self.locale].structure(|document| {
            let decl = intent_in(document, intent)?;
            decl.said("delegation", decl.delegation)
        });
        let directed = self.cx.chains[self.locale].structure(|document| {
            let decl = intent_in(document, intent)?;
            decl.said("dialog", decl.dialog)
        });
        let directed = directed.is_some_and(|said| said.value);
        let order = self.cx.chains[self.locale].structure(|document| {
            let decl = intent_in(document, intent)?;
            decl.said("slot_order", decl.slot_order.as_ref())
        });
        let (decl, locale) = (self.decl, self.locale);
        let slots = slots(decl).zip(slot_sets).enumerate().filter(|(_, (_, set))| set.has(locale));
        let mut slots: Vec<_> = slots.map(|(at, (entry, _))| self.slot(at, entry.name, &entry.value)).collect();
        if let Some(order) = order {
            slot_order::apply(&mut slots, order);
        }
        ModelIntent {
            intent: index,
            name: self.name,
            samples,
            unsaid,
            slots,
            slots_by_name: Index::default(),
            confirmation,
            delegation,
            directed,
        }
    }

    fn slot(&mut self, at: usize, name: Text<'s>, main: &SlotBlock<'s>) -> ModelSlot<'s> {
        let (intent, slot) = (self.name.value, name.value);
        let path = format!("intents.{intent}.slots.{slot}");
        let chain = &self.cx.chains[self.locale];
        let own = |document: &'a Document<'s>| slot_in(document, intent, slot);
        let kind = chain.structure(|document| own(document).and_then(|slot| slot.said("type", slot.kind)));
        let multiple = chain.structure(|document| own(document).and_then(|slot| slot.said("multiple", slot.multiple)));
        let required = chain.structure(|document| own(document).and_then(|slot| slot.said("required", slot.required)));
        if kind.is_none() && !main.unread.contains(&"type") {
            let problem = untyped::RULE.at(name.span, format!("slot `{slot}` has no type"));
            let problem = problem.help("write `type: AMAZON.…` or one of `types`");
            self.cx.report.push(problem.for_want_of(name.span, "type"));
        }
        let unasked = matches!(chain.text(|document| own(document).and_then(|slot| slot.said("ask", slot.ask.as_ref()))), Some(None));
        ModelSlot {
            slot: at,
            name,
            kind,
            multiple,
            required,
            unasked,
            samples: self.samples(&format!("{path}.samples"), main.samples.as_ref(), |document| {
                own(document).and_then(|slot| slot.said("samples", slot.samples.as_ref()))
            }),
            elicitation: self.prompt(
                &format!("{path}.ask"),
                main.ask.as_ref(),
                |document| own(document).and_then(|slot| slot.said("ask", slot.ask.as_ref())),
                || format!("Elicit.Slot.{intent}.{slot}"),
            ),
            confirmation: self.prompt(
                &format!("{path}.confirm"),
                main.confirm.as_ref(),
                |document| own(document).and_then(|slot| slot.said("confirm", slot.confirm.as_ref())),
                || format!("Confirm.Slot.{intent}.{slot}"),
            ),
            validations: self.validations(&path, slot, main.validate.as_ref()),
        }
    }

    fn samples(
        &mut self,
        path: &str,
        main: Option<&List<Text<'s>>>,
        get: impl Fn(&'a Document<'s>) -> Option<Option<&'a List<Text<'s>>>>,
    ) -> Vec<Sample<'s>> {
        match self.cx.chains[self.locale].text(get) {
            Some(found) => {
                let items = found.map_or(&[][..], |list| &list.items);
                samples::expand(items, &mut self.cx.budget, self.cx.report)
            }
            None => {
                self.hole(path, main.map(|list| list.span));
                Vec::new()
            }
        }
    }

    fn hole(&mut self, path: &str, main: Option<Span>) {
        if let Some(span) = main {
            self.cx.holes.add(path.to_owned(), span, self.locale);
        }
    }

    fn prompt(
        &mut self,
        path: &str,
        main: Option<&PromptBlock<'s>>,
        get: impl Fn(&'a Document<'s>) -> Option<Option<&'a PromptBlock<'s>>>,
        default_id: impl Fn() -> String,
    ) -> Option<Prompt<'s>> {
        match self.cx.chains[self.locale].text(get) {
            Some(found) => found.map(|block| prompt(block, default_id())),
            None => {
                self.hole(path, main.map(|block| block.key));
                None
            }
        }
    }

    fn validations(&mut self, path: &str, slot: &str, main: Option<&List<ValidationBlock<'s>>>) -> Vec<Validation<'s>> {
        let intent = self.name.value;
        let found = self.cx.chains[self.locale].text(|document| {
            let slot = slot_in(document, intent, slot)?;
            slot.said("validate", slot.validate.as_ref())
        });
        let Some(found) = found else {
            self.hole(&format!("{path}.validate"), main.map(|list| list.span));
            return Vec::new();
        };
        let blocks = found.iter().flat_map(|list| &list.items).enumerate();
        blocks.filter_map(|(at, block)| self.validation(block, format!("Slot.Validation.{intent}.{slot}.{}", at + 1))).collect()
    }

    fn validation(&mut self, block: &ValidationBlock<'s>, id: String) -> Option<Validation<'s>> {
        let mut conditions = conditions(block);
        if conditions.len() != 1 {
            let mut problem =
                one_condition::RULE.at(block.key, format!("a validation has exactly one condition, this one has {}", conditions.len()));
            for key in ValidationBlock::KEYS.iter().filter(|key| conditions.is_empty() && **key != "prompt") {
                problem = problem.for_want_of(block.key, key);
            }
            self.cx.report.push(problem.help("write one entry of `validate` for each condition; they are checked in their order"));
        }
        if conditions.is_empty() {
            return None;
        }
        let (condition, span) = conditions.swap_remove(0);
        if block.prompt.is_none() {
            let problem = unprompted::RULE.at(block.key, "a validation needs a `prompt`").for_want_of(block.key, "prompt");
            self.cx.report.push(problem.help("write what Alexa says when the value does not fulfil the condition"));
        }
        Some(Validation { condition, span, prompt: block.prompt.as_ref().map(|block| prompt(block, id)) })
    }
}

pub(super) fn intent_in<'a, 's>(document: &'a Document<'s>, name: &str) -> Option<&'a IntentDecl<'s>> {
    match &document.intents.as_ref()?.get(name)?.value {
        IntentBlock::Declared(decl) => Some(decl),
        IntentBlock::Omit => None,
    }
}

fn slot_in<'a, 's>(document: &'a Document<'s>, intent: &str, slot: &str) -> Option<&'a SlotBlock<'s>> {
    intent_in(document, intent)?.slots.as_ref()?.get(slot).map(|entry| &entry.value)
}

/// A prompt; one that says nothing has no variations, and one with neither text nor id has no id.
fn prompt<'s>(block: &PromptBlock<'s>, default_id: String) -> Prompt<'s> {
    let said = block.say.as_ref().map_or(block.key, |say| say.span);
    let default_id = block.say.is_some().then_some(Cow::Owned(default_id));
    Prompt {
        id: block.id.map(|id| Cow::Borrowed(id.value)).or(default_id),
        key: block.key,
        span: block.id.map_or(said, |id| id.span),
        said: block.say.is_some(),
        variations: block.say.as_ref().map(|say| say.items.clone()).unwrap_or_default(),
        required: block.required.is_none_or(|said| said.value),
    }
}

fn conditions<'s>(block: &ValidationBlock<'s>) -> Vec<(Condition<'s>, Span)> {
    let mut found = Vec::new();
    if let Some(said) = block.has_entity_resolution_match.filter(|said| said.value) {
        found.push((Condition::HasEntityResolutionMatch, said.span));
    }
    let sets = [(&block.is_in_set, Condition::IsInSet as fn(_) -> _), (&block.is_not_in_set, Condition::IsNotInSet)];
    for (set, condition) in sets {
        if let Some(list) = set {
            found.push((condition(list.items.clone()), list.span));
        }
    }
    let bounds = [
        (block.is_greater_than, Condition::IsGreaterThan as fn(_) -> _),
        (block.is_greater_than_or_equal_to, Condition::IsGreaterThanOrEqualTo),
        (block.is_less_than, Condition::IsLessThan),
        (block.is_less_than_or_equal_to, Condition::IsLessThanOrEqualTo),
    ];
    for (bound, condition) in bounds {
        if let Some(bound) = bound {
            found.push((condition(bound), bound.span));
        }
    }
    let durations =
        [(&block.is_in_duration, Condition::IsInDuration as fn(_, _) -> _), (&block.is_not_in_duration, Condition::IsNotInDuration)];
    for (duration, condition) in durations {
        if let Some(duration) = duration {
            found.push((condition(duration.start, duration.end), duration.key));
        }
    }
    found
}
