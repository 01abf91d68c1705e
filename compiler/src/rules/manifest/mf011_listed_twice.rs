use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Availability;
use crate::skill::Skill;
use crate::source::{Spanned, Text};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

rule! {
    /// Something is listed twice where once is meant.
    ///
    /// A second entry for the same permission, event, country, keyword, example phrase or interface changes nothing at best; Amazon's
    /// schema does not say what happens at worst. Most often another one was meant.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// permissions: ["alexa::person_id:read", "alexa::person_id:read"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// permissions: ["alexa::person_id:read", "alexa::device_id:read"]
    /// ```
    MF011 "listed-twice" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    find("permission", &skill.permissions, report);
    if let Availability::Only(_, countries) = &skill.store.countries {
        find("country", countries, report);
    }
    if let Some(events) = &skill.events {
        find("event", &events.subscriptions, report);
        find("event", &events.publications, report);
    }
    for listing in &skill.listings {
        find("example phrase", listing.example_phrases.as_deref().unwrap_or_default(), report);
        find("keyword", listing.keywords.as_deref().unwrap_or_default(), report);
    }
    let interfaces: Vec<Text<'_>> =
        skill.interfaces.iter().map(|declared| Spanned::new(declared.kind.value.word(), declared.kind.span)).collect();
    find("interface", &interfaces, report);
}

fn find(what: &str, entries: &[Text<'_>], report: &mut Report) {
    let mut seen = HashMap::with_capacity(entries.len());
    for entry in entries.iter().filter(|entry| !entry.value.trim().is_empty()) {
        match seen.entry(entry.value.trim()) {
            Entry::Vacant(place) => drop(place.insert(entry.span)),
            Entry::Occupied(first) => {
                let problem = RULE.at(entry.span, format!("{what} `{}` is listed twice", entry.value));
                report.push(problem.also(*first.get(), "first here"));
            }
        }
    }
}
