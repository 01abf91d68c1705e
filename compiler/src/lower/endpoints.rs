//! Endpoints, events, interfaces and tasks.

use crate::diagnostic::Report;
use crate::rules::syntax::sy021_missing_key as missing_key;
use crate::skill::{Endpoints, Events, Interface, Target, Task};
use crate::syntax::{Document, Endpoint, TargetBlock};

pub(super) fn endpoints<'s>(endpoint: &Endpoint<'s>, report: &mut Report) -> Endpoints<'s> {
    let mut target = |region: &'static str, block: &Option<TargetBlock<'s>>| {
        let block = block.as_ref()?;
        let Some(uri) = block.uri else {
            report.push(
                missing_key::RULE
                    .at(block.key, "an endpoint needs a `uri`")
                    .help("write the ARN of the Lambda function or the https URL")
                    .for_want_of(block.key, "uri"),
            );
            report.unread(endpoint.key, region);
            return None;
        };
        Some(Target { uri, certificate: block.certificate })
    };
    let default = target("default", &endpoint.regions.default);
    let regions = [("NA", &endpoint.regions.na), ("EU", &endpoint.regions.eu), ("FE", &endpoint.regions.fe)];
    Endpoints {
        key: endpoint.key,
        default,
        regions: regions.into_iter().filter_map(|(region, block)| Some((region, target(region, block)?))).collect(),
    }
}

pub(super) fn events<'s>(main: &Document<'s>, report: &mut Report) -> Option<Events<'s>> {
    let block = main.events.as_ref()?;
    Some(Events {
        key: block.key,
        endpoints: block.endpoint.as_ref().map(|endpoint| endpoints(endpoint, report)),
        subscriptions: block.subscriptions.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
        publications: block.publications.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
    })
}

pub(super) fn interfaces<'s>(main: &Document<'s>) -> Vec<Interface<'s>> {
    let items = main.interfaces.iter().flat_map(|list| &list.items);
    items.map(|item| Interface { kind: item.kind, options: item.options.clone() }).collect()
}

pub(super) fn tasks<'s>(main: &Document<'s>, report: &mut Report) -> Vec<Task<'s>> {
    let blocks = main.tasks.iter().flat_map(|list| &list.items);
    let mut tasks = Vec::new();
    for block in blocks {
        match (block.name, block.version) {
            (Some(name), Some(version)) => tasks.push(Task { name, version }),
            (name, _) => {
                let problem = missing_key::RULE.at(block.key, "a task needs a `name` and a `version`");
                report.push(problem.for_want_of(block.key, if name.is_none() { "name" } else { "version" }));
            }
        }
    }
    tasks
}
