//! What of the skill the file describes, and in which locales.

use super::Lowering;
use crate::diagnostic::Report;
use crate::rules::syntax::sy029_left_out_part as left_out;
use crate::skill::{LocaleSet, Parts};
use crate::source::Span;
use crate::syntax::{Document, Part};

pub(super) fn lower(main: &Document<'_>, report: &mut Report) -> Parts {
    let Some(said) = &main.parts else { return Parts { manifest: true, interaction_models: true, account_linking: true } };
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
    cx.listed = if parts.manifest { cx.locale_set(listed) } else { LocaleSet(0) };
    cx.modelled = if parts.interaction_models { cx.locale_set(modelled) } else { LocaleSet(0) };
}
