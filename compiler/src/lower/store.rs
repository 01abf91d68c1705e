//! What the store shows, and the answers to Amazon's questions.

use super::Lowering;
use crate::diagnostic::Report;
use crate::rules::manifest::mf003_duplicate_skill_id as duplicate_id;
use crate::skill::{Answered, Answers, AutomaticDistribution, Availability, Cloned, GadgetSupport, Listing, Store};
use crate::source::{Span, Spanned, Text};
use crate::syntax::{
    Answer, AutomaticDistributionBlock, Compliance, ComplianceBlock, Countries, Document, GadgetSupportBlock, List, ManifestVersion, Map,
    StoreBlock,
};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

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
        automatic_distribution: skill.and_then(|skill| skill.automatic_distribution.as_ref()).map(automatic_distribution),
        cloned_locales: skill.and_then(|skill| skill.cloned_locales.as_ref()).map(cloned_locales),
        gadget_support: skill.and_then(|skill| skill.gadget_support.as_ref()).map(gadget_support),
        versionless: skill.and_then(|skill| skill.manifest_version).is_some_and(|said| said.value == ManifestVersion::Omit),
        not_custom: skill.and_then(|skill| skill.custom).filter(|said| !said.value).map(|said| said.span),
        compliance: compliance(main, key, links || main.permissions.as_ref().is_some_and(|list| !list.items.is_empty()), category),
        compliance_unanswered: match &main.compliance {
            Some(Compliance::Unanswered(said)) => Some(*said),
            _ => None,
        },
    }
}

fn automatic_distribution<'s>(block: &AutomaticDistributionBlock<'s>) -> AutomaticDistribution<'s> {
    let sources = block.source_locales.iter().flat_map(|map| &map.entries);
    AutomaticDistribution { key: block.key, active: block.active, source_locales: sources.map(|entry| (entry.name, entry.value)).collect() }
}

fn cloned_locales<'s>(map: &Map<'s, List<Text<'s>>>) -> Vec<Cloned<'s>> {
    map.entries.iter().map(|entry| Cloned { source: entry.name, targets: entry.value.items.clone() }).collect()
}

fn gadget_support(block: &GadgetSupportBlock<'_>) -> GadgetSupport {
    GadgetSupport {
        key: block.key,
        requirement: block.requirement,
        buttons: [block.min_buttons, block.max_buttons],
        players: [block.min_players, block.max_players],
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

/// The store's texts in every locale that it lists.
pub(super) fn listings<'s>(cx: &mut Lowering<'_, 's, '_>) -> Vec<Listing<'s>> {
    let listed: Vec<usize> = (0..cx.locales.len()).filter(|locale| cx.listed.has(*locale)).collect();
    listed.into_iter().map(|locale| OneLocale { cx: &mut *cx, locale, omitted: Vec::new() }.listing()).collect()
}

/// What is spoken with the LinkAccount card, in every locale.
pub(super) fn linking_prompts<'s>(cx: &mut Lowering<'_, 's, '_>, uses_accounts: bool) -> Vec<Option<Text<'s>>> {
    (0..cx.locales.len()).map(|locale| linking_prompt(cx, locale, uses_accounts)).collect()
}

fn linking_prompt<'s>(cx: &mut Lowering<'_, 's, '_>, locale: usize, uses_accounts: bool) -> Option<Text<'s>> {
    let found = cx.chains[locale].text(|document| {
        let linking = document.account_linking.as_ref()?;
        linking.said("prompt", linking.prompt)
    });
    let main = cx.documents.main.account_linking.as_ref();
    if found.is_none()
        && uses_accounts
        && let Some(linking) = main.filter(|linking| !linking.unread.contains(&"prompt"))
    {
        let span = linking.prompt.map_or(linking.key, |prompt| prompt.span);
        cx.holes.add("account_linking.prompt".to_owned(), span, locale);
    }
    found.flatten()
}

struct OneLocale<'l, 'a, 's, 'r> {
    cx: &'l mut Lowering<'a, 's, 'r>,
    locale: usize,
    /// The keys at which the files say `omit`.
    omitted: Vec<&'static str>,
}

impl<'a, 's> OneLocale<'_, 'a, 's, '_> {
    fn listing(mut self) -> Listing<'s> {
        Listing {
            locale: self.locale,
            name: self.text("name", |skill| skill.said("name", skill.name)),
            summary: self.text("summary", |skill| skill.said("summary", skill.summary)),
            description: self.text("description", |skill| skill.said("description", skill.description)),
            updates: self.text("updates", |skill| skill.said("updates", skill.updates)),
            example_phrases: self.list("example_phrases", |skill| skill.said("example_phrases", skill.example_phrases.as_ref())),
            keywords: self.list("keywords", |skill| skill.said("keywords", skill.keywords.as_ref())),
            small_icon: self.common(|skill| skill.said("small_icon", skill.small_icon)),
            large_icon: self.common(|skill| skill.said("large_icon", skill.large_icon)),
            privacy_policy: self.common(|skill| skill.said("privacy_policy", skill.privacy_policy)),
            terms_of_use: self.common(|skill| skill.said("terms_of_use", skill.terms_of_use)),
            omitted: self.omitted,
        }
    }

    /// A text that every locale says in its own language.
    fn text(&mut self, key: &'static str, get: impl Fn(&'a StoreBlock<'s>) -> Option<Option<Text<'s>>>) -> Option<Text<'s>> {
        self.said(key, get, |text| text.span)
    }

    fn list(&mut self, key: &'static str, get: impl Fn(&'a StoreBlock<'s>) -> Option<Option<&'a List<Text<'s>>>>) -> Option<Vec<Text<'s>>> {
        self.said(key, get, |list| list.span).map(|list| list.items.clone())
    }

    fn said<T>(
        &mut self,
        key: &'static str,
        get: impl Fn(&'a StoreBlock<'s>) -> Option<Option<T>>,
        place: impl Fn(&T) -> Span,
    ) -> Option<T> {
        let found = self.cx.chains[self.locale].text(|document| get(document.skill.as_ref()?));
        if found.is_none()
            && let Some(Some(main)) = self.cx.documents.main.skill.as_ref().and_then(&get)
        {
            self.cx.holes.add(format!("skill.{key}"), place(&main), self.locale);
        }
        if let Some(None) = found {
            self.omitted.push(key);
        }
        found.flatten()
    }

    /// An address: all locales share it unless they say another.
    fn common(&self, get: impl Fn(&'a StoreBlock<'s>) -> Option<Option<Text<'s>>>) -> Option<Text<'s>> {
        self.cx.chains[self.locale].structure(|document| get(document.skill.as_ref()?))
    }
}
