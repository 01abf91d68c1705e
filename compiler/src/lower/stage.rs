//! Lays what differs on a stage over the rest.

use super::Documents;
use crate::diagnostic::Report;
use crate::names::nearest;
use crate::rules::syntax::sy019_unknown_stage as unknown_stage;
use crate::source::{Span, Text};
use crate::syntax::Events;

/// Applies the stage of that name; without a name nothing changes.
pub(super) fn apply<'s>(documents: &mut Documents<'s>, name: Option<&str>, report: &mut Report) -> Option<Text<'s>> {
    let name = name?;
    let main = &mut documents.main;
    let Some(stage) = main.stages.as_ref().and_then(|stages| stages.get(name)).cloned() else {
        let place = main.stages.as_ref().map_or(Span::new(documents.file, 0, 0), |stages| stages.key);
        let names: Vec<&str> = main.stages.iter().flat_map(|stages| &stages.entries).map(|entry| entry.name.value).collect();
        let problem = unknown_stage::RULE.at(place, format!("the skill has no stage `{name}`"));
        report.push(match nearest(name, names.iter().copied()) {
            Some(near) => problem.help(format!("a similar one exists: `{near}`")),
            None => problem.help(format!("the stages are {}", crate::syntax::listed(&names))),
        });
        return None;
    };
    if let Some(endpoint) = stage.value.endpoint {
        main.endpoint = Some(endpoint);
    }
    if let Some(endpoint) = stage.value.events_endpoint {
        main.events.get_or_insert_with(|| Events::empty(stage.name.span)).endpoint = Some(endpoint);
    }
    if let Some(over) = stage.value.account_linking {
        match &mut main.account_linking {
            Some(linking) => linking.overlay(over),
            none => *none = Some(over),
        }
    }
    Some(stage.name)
}
