//! The skill manifest, as skill.yaml says it.

use super::node::{Map, Node};
use super::said::Said;
use super::taken::{Taken, text, texts, truth, whole};
use crate::package::json::Value;
use crate::syntax::{Certificate, Distribution, InterfaceKind};
use std::borrow::Cow;
use std::collections::HashSet;

/// What the manifest says for the skill as a whole.
#[derive(Default)]
pub(super) struct Manifest<'t> {
    /// Under the keys of skill.yaml.
    pub keys: Map<'t>,
    /// Under `skill`.
    pub store: Map<'t>,
    /// What goes out as it is.
    pub amazon: Option<Map<'t>>,
    /// Whether there are permissions, which say that personal information is used.
    pub is_personal: bool,
    /// The category.
    pub category: Option<&'t str>,
}

/// Where in the manifest people write account linking.
const MISPLACED: &[&str] = &["accountLinkingRequest", "accountLinking", "accountLinkingInfo", "accountLinkingResponse"];

/// The account linking that stands directly in this object.
pub(super) fn misplaced<'t>(value: &'t Value<'t>) -> Option<&'t Value<'t>> {
    let taken = Taken::of(value)?;
    MISPLACED.iter().find_map(|key| taken.see(key).filter(|found| matches!(found, Value::Object(_))))
}

/// Reads the object under `manifest`. What it says of locales goes to `locales`, which has them all.
/// `links` says whether the skill has account linking.
pub(super) fn read<'t>(value: &'t Value<'t>, links: bool, locales: &mut [Said<'t>]) -> Manifest<'t> {
    let Some(mut top) = Taken::of(value) else { return Manifest::default() };
    let mut manifest = Manifest::default();
    for key in MISPLACED {
        top.take(key, |value| matches!(value, Value::Object(_)).then_some(()));
    }
    if top.take("manifestVersion", |version| text(version).filter(|version| *version == "1.0")).is_none() && !top.has("manifestVersion") {
        top.put("manifestVersion", Node::Null);
    }
    publishing(&mut top, &mut manifest, locales);
    apis(&mut top, &mut manifest);
    let permissions = top.items("permissions", |item| whole(item, |item| item.text("name")));
    manifest.is_personal = !permissions.is_empty();
    if manifest.is_personal {
        manifest.keys = manifest.keys.with("permissions", Node::texts(permissions));
    }
    events(&mut top, &mut manifest);
    privacy(&mut top, &mut manifest, links, locales);
    manifest.amazon = top.rest();
    manifest
}

fn publishing<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>, locales: &mut [Said<'t>]) {
    if !top.has("publishingInformation") {
        manifest.store = std::mem::take(&mut manifest.store).with("countries", Node::Word("unanswered"));
    }
    top.within("publishingInformation", |publishing| {
        let category = publishing.text("category");
        manifest.category = category;
        let mode = publishing.take("distributionMode", |mode| {
            let mode = text(mode)?;
            [Distribution::Public, Distribution::Private].into_iter().find(|known| known.amazon() == mode)
        });
        let store = std::mem::take(&mut manifest.store)
            .with("category", category.map(Node::text))
            .with("testing_instructions", publishing.text("testingInstructions").map(Node::text))
            .with("countries", countries(publishing))
            .with("distribution", mode.map(|mode| Node::Word(mode.word())));
        manifest.store = store
            .with("automatic_distribution", automatic_distribution(publishing))
            .with("cloned_locales", cloned_locales(publishing))
            .with("gadget_support", gadget_support(publishing));
        publishing.within("locales", |by_locale| {
            for said in locales.iter_mut().filter(|said| said.listed) {
                by_locale.within(said.tag, |listing| self::listing(listing, said));
                drop_empty(by_locale, said.tag);
            }
        });
        drop_empty(publishing, "locales");
    });
}

fn listing<'t>(listing: &mut Taken<'t>, said: &mut Said<'t>) {
    let text = |listing: &mut Taken<'t>, key: &str| listing.text(key).map(Node::text);
    let texts = |listing: &mut Taken<'t>, key: &str| listing.texts(key).filter(|texts| !texts.is_empty()).map(Node::texts);
    said.text(&["skill", "name"], text(listing, "name"));
    said.text(&["skill", "summary"], text(listing, "summary"));
    said.text(&["skill", "description"], text(listing, "description"));
    said.text(&["skill", "updates"], text(listing, "updatesDescription"));
    said.text(&["skill", "example_phrases"], texts(listing, "examplePhrases"));
    said.text(&["skill", "keywords"], texts(listing, "keywords"));
    said.structure(&["skill", "small_icon"], text(listing, "smallIconUri"));
    said.structure(&["skill", "large_icon"], text(listing, "largeIconUri"));
}

/// `worldwide` needs not be said.
fn countries<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    let worldwide = publishing.see("isAvailableWorldwide").and_then(truth);
    let countries = publishing.see("distributionCountries").and_then(texts);
    let said = match (worldwide, countries) {
        (Some(true), _) => None,
        (Some(false), countries) => Some(Node::texts(countries.unwrap_or_default())),
        (None, _) => return Some(Node::Word("unanswered")),
    };
    publishing.truth("isAvailableWorldwide");
    if said.is_some() {
        publishing.texts("distributionCountries");
    } else {
        let _ = publishing.take("distributionCountries", |list| texts(list).filter(Vec::is_empty));
    }
    said
}

fn automatic_distribution<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    publishing.take("automaticDistribution", |value| {
        whole(value, |taken| {
            let sources = taken.items("sourceLocaleForLanguages", |item| {
                whole(item, |item| Some((item.text("language")?, Node::text(item.text("sourceLocale")?))))
            });
            let sources = if sources.is_empty() { None } else { Some(unique(sources)?) };
            Some(Node::Map(Map::default().with("active", taken.truth("isActive").map(Node::Bool)).with("source_locales", sources)))
        })
    })
}

fn cloned_locales<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    publishing.take("automaticClonedLocale", |value| {
        whole(value, |taken| {
            let targets = |item: &mut Taken<'t>| Node::texts(item.texts("targets").unwrap_or_default());
            let clones = taken.items("locales", |item| whole(item, |item| Some((item.text("source")?, targets(item)))));
            if clones.is_empty() { None } else { unique(clones) }
        })
    })
}

fn gadget_support<'t>(publishing: &mut Taken<'t>) -> Option<Node<'t>> {
    publishing.take("gadgetSupport", |value| {
        whole(value, |taken| {
            let requirement = taken.take("requirement", |word| match text(word)? {
                "REQUIRED" => Some(Node::Word("required")),
                "OPTIONAL" => Some(Node::Word("optional")),
                _ => None,
            });
            let mut int = |key: &str| taken.int(key).map(Node::Int);
            let (min_buttons, max_buttons) = (int("minGadgetButtons"), int("maxGadgetButtons"));
            let (min_players, max_players) = (int("numPlayersMin"), int("numPlayersMax"));
            let map = Map::default().with("requirement", requirement).with("min_buttons", min_buttons).with("max_buttons", max_buttons);
            Some(Node::Map(map.with("min_players", min_players).with("max_players", max_players)))
        })
    })
}

/// A map, if no key stands twice.
fn unique<'t>(entries: Vec<(&'t str, Node<'t>)>) -> Option<Node<'t>> {
    let mut seen = HashSet::new();
    let is_unique = entries.iter().all(|(key, _)| seen.insert(*key));
    is_unique.then(|| Node::Map(Map(entries.into_iter().map(|(key, node)| (Cow::Borrowed(key), node)).collect())))
}

fn apis<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>) {
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
    });
    drop_empty(top, "apis");
    if !is_custom {
        manifest.store = std::mem::take(&mut manifest.store).with("custom", Node::Bool(false));
    }
    manifest.keys = keys;
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
    drop_empty(taken, "endpoint");
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
        let certificate = taken.take("sslCertificateType", |kind| {
            let kind = text(kind)?;
            let known = [Certificate::Trusted, Certificate::Wildcard, Certificate::SelfSigned];
            known.into_iter().find(|known| known.amazon() == kind)
        });
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
        let name = taken.text("type")?;
        let kind = InterfaceKind::WORDS.iter().filter_map(|word| InterfaceKind::from_word(word)).find(|kind| kind.amazon() == name)?;
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
fn events<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>) {
    let own = manifest.keys.get("endpoint").cloned();
    let mut events = Map::default();
    let mut said = false;
    top.within("events", |taken| {
        said = true;
        let endpoint = match (endpoint(taken), own) {
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
    if said && !events.is_empty() {
        let node = match events.get("subscriptions") {
            Some(_) if events.0.len() == 1 => events.take("subscriptions"),
            _ => Some(Node::Map(events)),
        };
        manifest.keys = std::mem::take(&mut manifest.keys).with("events", node);
    }
}

/// The answers that differ from those that hold unasked.
fn privacy<'t>(top: &mut Taken<'t>, manifest: &mut Manifest<'t>, links: bool, locales: &mut [Said<'t>]) {
    let for_children = manifest.category.is_some_and(|category| category.starts_with("CHILDRENS_"));
    let questions = [
        ("purchases", "allowsPurchases", Some(false)),
        ("personal_info", "usesPersonalInfo", Some(links || manifest.is_personal)),
        ("child_directed", "isChildDirected", Some(for_children)),
        ("export_compliant", "isExportCompliant", Some(true)),
        ("ads", "containsAds", Some(false)),
        ("health_info", "usesHealthInfo", None),
    ];
    let mut answers = Map::default();
    let mut answered = false;
    top.within("privacyAndCompliance", |privacy| {
        for (key, amazon, unasked) in questions {
            let answer = privacy.truth(amazon);
            answered |= answer.is_some();
            let said = match answer {
                answer if answer == unasked => None,
                Some(answer) => Some(Node::Bool(answer)),
                None => Some(Node::Word("unanswered")),
            };
            answers = std::mem::take(&mut answers).with(key, said);
        }
        let shopping = privacy.take("shoppingKit", |value| {
            whole(value, |kit| {
                let actions = kit.truth("isShoppingActionsEnabled").map(Node::Bool);
                let associates = kit.truth("isAmazonAssociatesOnAlexaEnabled").map(Node::Bool);
                Some(Node::Map(Map::default().with("shopping_actions", actions).with("amazon_associates", associates)))
            })
        });
        answered |= shopping.is_some();
        answers = std::mem::take(&mut answers).with("shopping", shopping);
        privacy.within("locales", |by_locale| {
            for said in locales.iter_mut().filter(|said| said.listed) {
                by_locale.within(said.tag, |urls| {
                    said.structure(&["skill", "privacy_policy"], urls.text("privacyPolicyUrl").map(Node::text));
                    said.structure(&["skill", "terms_of_use"], urls.text("termsOfUseUrl").map(Node::text));
                });
                drop_empty(by_locale, said.tag);
            }
        });
        drop_empty(privacy, "locales");
    });
    drop_empty(top, "privacyAndCompliance");
    let node = match (answered, answers.is_empty()) {
        (false, _) => Some(Node::Word("unanswered")),
        (true, true) => None,
        (true, false) => Some(Node::Map(answers)),
    };
    manifest.keys = std::mem::take(&mut manifest.keys).with("compliance", node);
}

/// An object in which there is nothing says nothing.
fn drop_empty(taken: &mut Taken<'_>, key: &str) {
    taken.take(key, |left| Taken::of(left).filter(Taken::is_empty).map(|_| ()));
}
