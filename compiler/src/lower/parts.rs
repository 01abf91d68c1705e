//! What of the skill the file describes, and in which locales.

use super::Lowering;
use crate::diagnostic::Report;
use crate::rules::syntax::sy029_left_out_part as left_out;
use crate::skill::{LocaleSet, Parts};
use crate::source::{Span, Text};
use crate::syntax::{Document, List, Part};

pub(super) fn lower(main: &Document<'_>, report: &mut Report) -> Parts {
    let Some(said) = &main.parts else { return unsaid(main) };
    let has = |part: Part| said.items.iter().any(|item| item.value == part);
    let parts = Parts {
        manifest: has(Part::Manifest),
        interaction_models: has(Part::InteractionModels),
        account_linking: has(Part::AccountLinking),
    };
    let amazon = main.amazon.as_ref();
    let raw = |said: Option<crate::syntax::Raw<'_>>| said.map(|raw| raw.key);
    idle(
        Part::Manifest,
        parts.manifest,
        &[
            ("endpoint", main.endpoint.as_ref().map(|block| block.key)),
            ("smart_home", main.smart_home.as_ref().map(|block| block.key)),
            ("events", main.events.as_ref().map(|block| block.key)),
            ("permissions", main.permissions.as_ref().map(|list| list.span)),
            ("interfaces", main.interfaces.as_ref().map(|list| list.span)),
            ("tasks", main.tasks.as_ref().map(|list| list.span)),
            ("amazon.manifest", raw(amazon.and_then(|amazon| amazon.manifest))),
        ],
        said.span,
        report,
    );
    idle(
        Part::InteractionModels,
        parts.interaction_models,
        &[
            ("interaction_model", main.interaction_model.as_ref().map(|block| block.key)),
            ("amazon.interaction_model", raw(amazon.and_then(|amazon| amazon.interaction_model))),
        ],
        said.span,
        report,
    );
    idle(
        Part::AccountLinking,
        parts.account_linking,
        &[
            ("account_linking", main.account_linking.as_ref().map(|block| block.key)),
            ("amazon.account_linking", raw(amazon.and_then(|amazon| amazon.account_linking))),
        ],
        said.span,
        report,
    );
    parts
}

/// All parts. Where the word for them could not be read, those of which there is something: the others may be left out.
fn unsaid(main: &Document<'_>) -> Parts {
    let is_read = !main.unread.contains(&"parts");
    let has_name = main.skill.as_ref().is_some_and(|skill| skill.name.is_some());
    Parts { manifest: is_read || has_name, interaction_models: is_read || main.intents.is_some(), account_linking: true }
}

/// Reports what belongs to a part that is left out.
fn idle(part: Part, is_there: bool, keys: &[(&str, Option<Span>)], said: Span, report: &mut Report) {
    for (key, place) in keys.iter().filter_map(|(key, place)| Some((key, (*place)?))).filter(|_| !is_there) {
        let problem = left_out::RULE.at(place, format!("`{key}` belongs to what `parts` leaves out")).also(said, "left out here");
        report.push(problem.help(format!("add `{}` to `parts`, or remove `{key}`", part.word())));
    }
}

/// Finds out which locales the store lists, and which have an interaction model.
pub(super) fn limit(cx: &mut Lowering<'_, '_, '_>, parts: Parts) {
    let main = &cx.documents.main;
    let listed = main.skill.as_ref().and_then(|skill| skill.locales.as_ref());
    let modelled = main.interaction_model.as_ref().and_then(|block| block.locales.as_ref());
    // Which locales are meant where that could not be read, is unknown: the first one is.
    let of = |cx: &mut Lowering<'_, '_, '_>, list: Option<&List<Text<'_>>>, is_read: bool, none: &str| {
        if is_read { cx.locales_of(list, none) } else { LocaleSet::FIRST }
    };
    let skill_is_read = !main.unread.contains(&"skill") && main.skill.as_ref().is_none_or(|skill| !skill.unread.contains(&"locales"));
    let model_is_read = !main.unread.contains(&"interaction_model")
        && main.interaction_model.as_ref().is_none_or(|block| !block.unread.contains(&"locales"));
    cx.listed = if parts.manifest { of(cx, listed, skill_is_read, "the store lists the skill in no locale") } else { LocaleSet(0) };
    cx.modelled =
        if parts.interaction_models { of(cx, modelled, model_is_read, "no locale has an interaction model") } else { LocaleSet(0) };
}
