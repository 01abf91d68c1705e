//! Endpoints, events and interfaces.

use crate::diagnostic::Report;
use crate::rules::manifest::mf068_endpoint_without_uri as no_uri;
use crate::skill::{DialogManagement, Endpoints, Events, Interface, SmartHome, Target};
use crate::syntax::{Document, Endpoint, EventsEndpoint, TargetBlock};

pub(super) fn endpoints<'s>(endpoint: &Endpoint<'s>, report: &mut Report) -> Endpoints<'s> {
    let mut target = |region: &'static str, block: &Option<TargetBlock<'s>>| {
        let block = block.as_ref()?;
        if block.uri.is_none() && block.source_dir.is_none() && !block.unread.contains(&"uri") {
            report.push(
                no_uri::RULE
                    .at(block.key, "an endpoint needs a `uri`")
                    .help("write the ARN of the Lambda function or the https URL")
                    .for_want_of(block.key, "uri"),
            );
            report.unread(endpoint.key, region);
        }
        Some(Target { key: block.key, uri: block.uri, source_dir: block.source_dir, certificate: block.certificate })
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
        endpoints: match &block.endpoint {
            Some(EventsEndpoint::At(endpoint)) => Some(endpoints(endpoint, report)),
            Some(EventsEndpoint::Omit) | None => None,
        },
        no_endpoint: matches!(block.endpoint, Some(EventsEndpoint::Omit)),
        subscriptions: block.subscriptions.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
        publications: block.publications.as_ref().map(|list| list.items.clone()).unwrap_or_default(),
    })
}

pub(super) fn smart_home<'s>(main: &Document<'s>, report: &mut Report) -> Option<SmartHome<'s>> {
    let block = main.smart_home.as_ref()?;
    let endpoints = block.endpoint.as_ref().map(|endpoint| endpoints(endpoint, report));
    Some(SmartHome { endpoints, protocol_version: block.protocol_version })
}

pub(super) fn interfaces<'s>(main: &Document<'s>) -> Vec<Interface<'s>> {
    let items = main.interfaces.iter().flat_map(|list| &list.items);
    items.map(|item| Interface { kind: item.kind, options: item.options.clone() }).collect()
}

pub(super) fn dialog_management<'s>(main: &Document<'s>) -> Option<DialogManagement<'s>> {
    let block = main.dialog_management.as_ref()?;
    let managers = block.managers.as_ref().map(|list| list.items.clone()).unwrap_or_default();
    Some(DialogManagement { key: block.key, session_start: block.session_start, managers })
}
