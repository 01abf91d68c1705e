//! `apis` and `events`: where the code runs, and what it uses.

use super::{Manifest, drop_empty};
use crate::import::node::{Map, Node};
use crate::import::taken::{Taken, whole};
use crate::package::json::{Value, text};
use crate::syntax::{Certificate, InterfaceKind};

pub(super) fn apis<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>) {
    let mut is_custom = false;
    let mut keys = std::mem::take(&mut manifest.keys);
    if let Some(apis) = top.see("apis").and_then(Taken::of) {
        is_custom = apis.has("custom");
    }
    top.within("apis", |apis| {
        apis.within("custom", |custom| {
            let endpoint = endpoint(custom);
            keys = std::mem::take(&mut keys).with("endpoint", endpoint);
            let interfaces = custom.items("interfaces", interface);
            let tasks = custom.items("tasks", |item| {
                whole(item, |item| {
                    Some(Node::Map(
                        Map::default().with("name", Node::text(item.text("name")?)).with("version", Node::text(item.text("version")?)),
                    ))
                })
            });
            let list = |nodes: Vec<Node<'t>>| (!nodes.is_empty()).then_some(Node::List(nodes));
            keys = std::mem::take(&mut keys)
                .with("interfaces", list(interfaces))
                .with("tasks", list(tasks))
                .with("dialog_management", custom.take("dialogManagement", dialog_management));
        });
        drop_empty(apis, "custom");
        keys = std::mem::take(&mut keys).with("smart_home", smart_home(apis));
    });
    if !is_custom {
        manifest.store = std::mem::take(&mut manifest.store).with("custom", Node::Bool(false));
    }
    manifest.keys = keys;
}

/// The smart home part, which may be there and say nothing.
fn smart_home<'t>(apis: &mut Taken<'t>) -> Option<Node<'t>> {
    apis.see("smartHome").and_then(Taken::of)?;
    let keys = apis.within("smartHome", |part| {
        let map = Map::default().with("endpoint", endpoint(part));
        map.with("protocol_version", part.text("protocolVersion").map(Node::text))
    });
    Some(Node::Map(keys))
}

fn dialog_management<'t>(value: &'t Value<'t>) -> Option<Node<'t>> {
    whole(value, |taken| {
        let managers = taken.items("dialogManagers", |item| whole(item, |item| item.text("type")));
        let start = taken.take("sessionStartDelegationStrategy", |value| whole(value, |strategy| strategy.text("target")));
        let managers = (!managers.is_empty()).then(|| Node::texts(managers));
        Some(Node::Map(Map::default().with("session_start", start.map(Node::text)).with("managers", managers)))
    })
}

/// `endpoint` and `regions`, taken where every place of them can be said.
fn endpoint<'t>(taken: &mut Taken<'t>) -> Option<Node<'t>> {
    let default = taken.take("endpoint", target);
    let mut regions = Map::default();
    taken.within("regions", |found| {
        for region in ["NA", "EU", "FE"] {
            let place = found.take(region, |value| whole(value, |place| place.take("endpoint", target)));
            regions = std::mem::take(&mut regions).with(region, place);
        }
    });
    match (default, regions.is_empty()) {
        (default, true) => default,
        (default, false) => {
            let mut all = Map::default().with("default", default);
            all.0.extend(regions.0);
            Some(Node::Map(all))
        }
    }
}

fn target<'t>(value: &'t Value<'t>) -> Option<Node<'t>> {
    whole(value, |taken| {
        let uri = taken.text("uri");
        let certificate = taken.take("sslCertificateType", |kind| Certificate::from_amazon(text(kind)?));
        let source = taken.text("sourceDir").map(Node::text);
        let is_https = uri.is_some_and(|uri| uri.starts_with("https://"));
        let certificate = match certificate {
            Some(Certificate::Trusted) if is_https => None,
            Some(said) => Some(Node::Word(said.word())),
            None => is_https.then_some(Node::Word("unanswered")),
        };
        let uri = uri.map(Node::text);
        match (uri, &certificate, &source) {
            (None, None, None) => None,
            (Some(uri), None, None) => Some(uri),
            (uri, _, _) => Some(Node::Map(Map::default().with("uri", uri).with("certificate", certificate).with("source_dir", source))),
        }
    })
}

fn interface<'t>(value: &'t Value<'t>) -> Option<Node<'t>> {
    whole(value, |taken| {
        let kind = taken.take("type", |name| InterfaceKind::from_amazon(text(name)?))?;
        let options = options(kind, taken);
        Some(if options.is_empty() { Node::Word(kind.word()) } else { Node::Map(Map::default().with(kind.word(), Node::Map(options))) })
    })
}

fn options<'t>(kind: InterfaceKind, taken: &mut Taken<'t>) -> Map<'t> {
    let list = |nodes: Vec<Node<'t>>| (!nodes.is_empty()).then_some(Node::List(nodes));
    let named =
        |taken: &mut Taken<'t>, list: &str, key: &'static str| taken.items(list, |item| whole(item, |item| item.text(key).map(Node::text)));
    match kind {
        InterfaceKind::RenderTemplate => {
            let map = Map::default().with("minimum_template_version", taken.text("minimumTemplateVersion").map(Node::text));
            map.with("minimum_apml_version", taken.text("minimumApmlVersion").map(Node::text))
        }
        InterfaceKind::Apl => Map::default().with("supported_viewports", list(taken.items("supportedViewports", viewport))),
        InterfaceKind::Extension => {
            let extension = |item: &'t Value<'t>| {
                whole(item, |item| {
                    let uri = item.text("uri").map(Node::text);
                    let settings = item.take("settings", |settings| Some(Node::json(settings)));
                    Some(Node::Map(Map::default().with("uri", uri).with("settings", settings)))
                })
            };
            let map = Map::default().with("requested_extensions", list(named(taken, "requestedExtensions", "uri")));
            map.with("auto_initialized_extensions", list(taken.items("autoInitializedExtensions", extension)))
        }
        InterfaceKind::PackageManager => Map::default().with("packages", list(named(taken, "packages", "id"))),
        _ => Map::default(),
    }
}

fn viewport<'t>(value: &'t Value<'t>) -> Option<Node<'t>> {
    whole(value, |taken| {
        let mut map = Map::default().with("mode", taken.text("mode").map(Node::text)).with("shape", taken.text("shape").map(Node::text));
        for (amazon, key) in
            [("minWidth", "min_width"), ("maxWidth", "max_width"), ("minHeight", "min_height"), ("maxHeight", "max_height")]
        {
            map = map.with(key, taken.int(amazon).map(Node::Int));
        }
        Some(Node::Map(map))
    })
}

/// Events go where requests go, unless they say otherwise.
pub(super) fn events<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>) {
    let own = manifest.keys.get("endpoint").cloned();
    let mut events = Map::default();
    let mut has_endpoint = false;
    top.within("events", |taken| {
        let found = endpoint(taken);
        has_endpoint = found.is_some();
        let endpoint = match (found, own) {
            (Some(endpoint), Some(own)) if endpoint == own => None,
            (Some(endpoint), _) => Some(endpoint),
            (None, Some(_)) => Some(Node::Word("omit")),
            (None, None) => None,
        };
        let mut names = |key: &str| {
            let names = taken.items(key, |item| whole(item, |item| item.text("eventName")));
            (!names.is_empty()).then(|| Node::texts(names))
        };
        let (subscriptions, publications) = (names("subscriptions"), names("publications"));
        events = Map::default().with("endpoint", endpoint).with("subscriptions", subscriptions).with("publications", publications);
    });
    if has_endpoint || !events.is_empty() {
        let node = match events.get("subscriptions") {
            Some(_) if events.0.len() == 1 => events.take("subscriptions"),
            _ => Some(Node::Map(events)),
        };
        manifest.keys = std::mem::take(&mut manifest.keys).with("events", node);
    }
}
