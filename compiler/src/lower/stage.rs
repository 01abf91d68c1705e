//! Lays what differs on a stage over the rest.

use super::Documents;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::syntax::sy019_unknown_stage as unknown_stage;
use crate::skill::Stage;
use crate::source::{Span, Text};
use crate::syntax::{AccountLinking, Document, Events, Named, StageBlock, TokenDecl};

/// All stages of the file.
pub(super) fn all<'s>(main: &Document<'s>) -> Vec<Stage<'s>> {
    let entries = main.stages.iter().flat_map(|stages| &stages.entries);
    let stage = |entry: &Named<'s, StageBlock<'s>>| Stage {
        name: entry.name,
        skill_id: entry.value.skill_id,
        linking: entry.value.account_linking.as_ref().map(|linking| linking.key),
    };
    entries.map(stage).collect()
}

/// What the file says for `client_secret`: a secret does not belong there, whichever stage is selected.
pub(super) fn client_secrets<'s>(main: &Document<'s>) -> Vec<Text<'s>> {
    let stages = main.stages.iter().flat_map(|stages| &stages.entries);
    let staged = stages.filter_map(|stage| stage.value.account_linking.as_ref());
    let secrets = |linking: &AccountLinking<'s>| {
        let own = match &linking.token {
            Some(TokenDecl::Introspection(introspection)) => introspection.client_secret,
            _ => None,
        };
        [linking.client_secret, own].into_iter().flatten()
    };
    main.account_linking.iter().chain(staged).flat_map(secrets).collect()
}

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
            None if names.is_empty() => problem.help("skill.yaml has no `stages`"),
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
