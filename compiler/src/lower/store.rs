//! What the store shows, and the answers to Amazon's questions.

use super::Lowering;
use crate::diagnostic::Report;
use crate::rules::manifest::mf003_duplicate_skill_id as duplicate_id;
use crate::skill::{Answered, Answers, Availability, Listing, Store};
use crate::source::{Span, Spanned, Text};
use crate::syntax::{Answer, Compliance, ComplianceBlock, Countries, Document, StoreBlock};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// The word that says of an optional text that this locale has none.
const OMIT: &str = "omit";

/// The ids of all stages; a stage may name one that `skill.id` has too.
pub(super) fn ids<'s>(main: &Document<'s>, report: &mut Report) -> Vec<Text<'s>> {
    let own: &[Text<'s>] = main.skill.as_ref().and_then(|skill| skill.id.as_ref()).map_or(&[], |list| &list.items);
    let mut ids: Vec<Text<'s>> = Vec::new();
    let mut places: HashMap<&str, Span> = HashMap::new();
    for id in own {
        match places.entry(id.value) {
            Entry::Occupied(first) => {
                let problem = duplicate_id::RULE.at(id.span, format!("skill id `{}` is listed twice", id.value));
                report.push(problem.also(*first.get(), "first here"));
            }
            Entry::Vacant(place) => {
                place.insert(id.span);
                ids.push(*id);
            }
        }
    }
    let staged = main.stages.iter().flat_map(|stages| &stages.entries).filter_map(|stage| stage.value.skill_id);
    for id in staged {
        if places.insert(id.value, id.span).is_none() {
            ids.push(id);
        }
    }
    ids
}

pub(super) fn store<'s>(main: &Document<'s>, top: Span, links: bool) -> Store<'s> {
    let skill = main.skill.as_ref();
    let key = skill.map_or(top, |skill| skill.key);
    let category = skill.and_then(|skill| skill.category);
    Store {
        key,
        category,
        testing_instructions: skill.and_then(|skill| skill.testing_instructions),
        countries: match skill.and_then(|skill| skill.countries.as_ref()) {
            None | Some(Countries::Worldwide) => Availability::Worldwide,
            Some(Countries::Unanswered(said)) => Availability::Unanswered(*said),
            Some(Countries::Only(list)) => Availability::Only(list.span, list.items.clone()),
        },
        distribution: skill.and_then(|skill| skill.distribution),
        compliance: compliance(main, key, links || main.permissions.as_ref().is_some_and(|list| !list.items.is_empty()), category),
        compliance_unanswered: match &main.compliance {
            Some(Compliance::Unanswered(said)) => Some(*said),
            _ => None,
        },
    }
}

fn compliance(main: &Document<'_>, key: Span, personal: bool, category: Option<Text<'_>>) -> Option<Answers> {
    let empty = ComplianceBlock::empty(key);
    let block = match &main.compliance {
        Some(Compliance::Unanswered(_)) => return None,
        Some(Compliance::Answers(block)) => block,
        None => &empty,
    };
    let or = |said: Option<Spanned<Answer>>, default: Answer| Answered {
        answer: said.map_or(default, |said| said.value),
        said: said.map(|said| said.span),
    };
    let for_children = category.is_some_and(|category| category.value.starts_with("CHILDRENS_"));
    Some(Answers {
        key: block.key,
        purchases: or(block.purchases, Answer::No),
        personal_info: or(block.personal_info, Answer::of(personal)),
        child_directed: or(block.child_directed, Answer::of(for_children)),
        export_compliant: or(block.export_compliant, Answer::Yes),
        ads: or(block.ads, Answer::No),
        health_info: or(block.health_info, Answer::Unanswered),
        shopping: block.shopping.as_ref().map(|shopping| {
            let truth = |said: Option<Spanned<bool>>| said.map(|said| said.value);
            (truth(shopping.shopping_actions), truth(shopping.amazon_associates))
        }),
    })
}

/// The store's texts in every locale.
pub(super) fn listings<'s>(cx: &mut Lowering<'_, 's, '_>, uses_accounts: bool) -> Vec<Listing<'s>> {
    (0..cx.locales.len()).map(|locale| OneLocale { cx: &mut *cx, locale }.listing(uses_accounts)).collect()
}

struct OneLocale<'l, 'a, 's, 'r> {
    cx: &'l mut Lowering<'a, 's, 'r>,
    locale: usize,
}

impl<'a, 's> OneLocale<'_, 'a, 's, '_> {
    fn listing(&mut self, uses_accounts: bool) -> Listing<'s> {
        Listing {
            locale: self.locale,
            name: self.text("name", |skill| skill.name),
            summary: self.text("summary", |skill| skill.summary),
            description: self.text("description", |skill| skill.description),
            updates: self.text("updates", |skill| skill.updates),
            example_phrases: self.list("example_phrases", |skill| skill.example_phrases.as_ref().map(|list| (list.span, &list.items))),
            keywords: self.list("keywords", |skill| skill.keywords.as_ref().map(|list| (list.span, &list.items))),
            small_icon: self.common(|skill| skill.small_icon),
            large_icon: self.common(|skill| skill.large_icon),
            privacy_policy: self.common(|skill| skill.privacy_policy),
            terms_of_use: self.common(|skill| skill.terms_of_use),
            linking_prompt: self.linking_prompt(uses_accounts),
        }
    }

    /// A text that every locale says in its own language.
    fn text(&mut self, key: &str, get: impl Fn(&'a StoreBlock<'s>) -> Option<Text<'s>>) -> Option<Text<'s>> {
        let found = self.cx.chains[self.locale].text(|document| get(document.skill.as_ref()?));
        if found.is_none()
            && let Some(main) = self.cx.documents.main.skill.as_ref().and_then(&get)
        {
            self.cx.holes.add(format!("skill.{key}"), main.span, self.locale);
        }
        found.filter(|text| text.value != OMIT)
    }

    fn list(&mut self, key: &str, get: impl Fn(&'a StoreBlock<'s>) -> Option<(Span, &'a Vec<Text<'s>>)>) -> Option<Vec<Text<'s>>> {
        let found = self.cx.chains[self.locale].text(|document| get(document.skill.as_ref()?));
        if found.is_none()
            && let Some((span, _)) = self.cx.documents.main.skill.as_ref().and_then(&get)
        {
            self.cx.holes.add(format!("skill.{key}"), span, self.locale);
        }
        found.map(|(_, items)| items.clone()).filter(|items| items.first().is_none_or(|only| only.value != OMIT))
    }

    /// An address: all locales share it unless they say another.
    fn common(&self, get: impl Fn(&'a StoreBlock<'s>) -> Option<Text<'s>>) -> Option<Text<'s>> {
        self.cx.chains[self.locale].structure(|document| get(document.skill.as_ref()?)).filter(|text| text.value != OMIT)
    }

    fn linking_prompt(&mut self, uses_accounts: bool) -> Option<Text<'s>> {
        let found = self.cx.chains[self.locale].text(|document| document.account_linking.as_ref()?.prompt);
        let main = self.cx.documents.main.account_linking.as_ref();
        if found.is_none() && uses_accounts {
            let readable = main.filter(|linking| !linking.unread.contains(&"prompt"));
            if let Some(span) = readable.map(|linking| linking.prompt.map_or(linking.key, |prompt| prompt.span)) {
                self.cx.holes.add("account_linking.prompt".to_owned(), span, self.locale);
            }
        }
        found
    }
}
