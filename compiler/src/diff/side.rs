//! What is compared: the files for Amazon, and what only skill.yaml says.

use super::fact::{Fact, Kind, Parts};
use super::linking::{self, Teller};
use super::token::Account;
use super::{manifest, model};
use crate::analysis::Checked;
use crate::emit;
use crate::package::{Package, PackageFiles, Role};
use crate::skill::{Need, Skill};
use crate::source::Sources;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// One of the two skills that are compared.
pub struct Side {
    pub(super) files: PackageFiles,
    own: Option<Own>,
}

/// What skill.yaml says, and no file of Amazon's has.
struct Own {
    told: Told,
    secret: Option<String>,
    account: Option<Account>,
    launch: Needed,
    intents: BTreeMap<String, Needed>,
    tasks: BTreeMap<String, Needed>,
    /// The further requests that have a handler of their own.
    requests: BTreeMap<String, Needed>,
    /// What the skill says, by locale and key.
    spoken: Vec<(String, Vec<String>, Vec<String>)>,
}

/// What a side tells all of: where it has none of it, there is none. Of a package, which may be a part of a skill, that cannot be said.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub(super) struct Told {
    /// What handlers need, and what the skill says.
    pub needs: bool,
    pub manifest: bool,
    /// The store's texts or the models: whether there is any locale.
    pub locales: bool,
    pub linking: bool,
}

/// What a handler needs.
struct Needed {
    auth: &'static str,
    scopes: Vec<String>,
}

impl Side {
    /// A skill package.
    pub fn package(files: PackageFiles) -> Side {
        Side { files, own: None }
    }

    /// A skill.yaml, as the files that it builds and what its handlers need.
    pub fn skill(skill: &Checked<'_>) -> Side {
        let mut files = PackageFiles::new();
        for (path, bytes) in emit::package(skill) {
            if let Some(role) = role(&path) {
                files.add(role, &path, bytes);
            }
        }
        Side { files, own: Some(Own::of(skill)) }
    }

    pub(super) fn told(&self, facts: &Facts<'_>) -> Told {
        let told = self.own.as_ref().map_or(Told::default(), |own| own.told);
        Told { locales: facts.locales.values().any(|locale| locale.listing.is_some() || locale.model.is_some()), ..told }
    }

    /// The texts that diagnostics are about.
    pub fn sources(&self) -> &Sources {
        &self.files.sources
    }
}

fn role(path: &str) -> Option<Role> {
    let model = || path.strip_prefix("skill-package/interactionModels/custom/")?.strip_suffix(".json");
    match path {
        emit::MANIFEST => Some(Role::Manifest),
        emit::ACCOUNT_LINKING => Some(Role::AccountLinking),
        _ => Some(Role::Model(model()?.to_owned())),
    }
}

impl Own {
    fn of(skill: &Skill<'_>) -> Own {
        let intents = skill.intents.iter().map(|intent| (intent.name.value.to_owned(), Needed::of(&intent.need)));
        let tasks = skill.tasks.iter().map(|task| (task.name.value.to_owned(), Needed::of(&task.need)));
        let requests = skill.requests.iter().map(|request| (request.known.kind.to_owned(), Needed::of(&request.need)));
        Own {
            told: Told { needs: true, manifest: skill.parts.manifest, locales: false, linking: skill.parts.account_linking },
            secret: skill.linking.as_ref().and_then(|linking| linking.client_secret).map(|secret| secret.value.to_owned()),
            account: Account::of(skill),
            launch: Needed::of(&skill.launch),
            intents: intents.collect(),
            tasks: tasks.collect(),
            requests: requests.collect(),
            spoken: spoken(skill),
        }
    }
}

impl Needed {
    fn of(need: &Need<'_>) -> Needed {
        Needed { auth: need.auth.value.word(), scopes: need.scopes.iter().map(|scope| scope.value.to_owned()).collect() }
    }

    fn fact(&self) -> Fact<'_> {
        let mut parts = Parts::new(Kind::Handler);
        parts.put(&["auth"], Fact::plain(self.auth));
        parts.put(&["scopes"], Fact::set(self.scopes.iter().map(|scope| Cow::Borrowed(scope.as_str()))));
        Fact::Parts(parts)
    }
}

fn spoken(skill: &Skill<'_>) -> Vec<(String, Vec<String>, Vec<String>)> {
    let path = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<String>>();
    let mut all = Vec::new();
    for (at, locale) in skill.locales.iter().enumerate() {
        let tag = locale.tag.value;
        if let Some(Some(prompt)) = skill.linking_prompts.get(at) {
            all.push((tag.to_owned(), path(&["account_linking", "prompt"]), vec![prompt.value.to_owned()]));
        }
        for text in &skill.speech {
            let variations = text.locales.get(at).into_iter().flatten().map(|variation| variation.text.value.to_owned()).collect();
            all.push((tag.to_owned(), path(&["speech", text.name.value]), variations));
        }
    }
    all
}

/// A side as facts. What it lacks as a whole is `None`.
#[derive(Default)]
pub(super) struct Facts<'a> {
    pub manifest: Option<Parts<'a>>,
    pub locales: BTreeMap<&'a str, Locale<'a>>,
    pub linking: Option<Parts<'a>>,
    /// Only of a skill.yaml.
    pub handlers: Option<Parts<'a>>,
}

/// What is said of a locale.
#[derive(Default)]
pub(super) struct Locale<'a> {
    pub listing: Option<Parts<'a>>,
    pub model: Option<Parts<'a>>,
    /// Only of a skill.yaml.
    pub spoken: Option<Parts<'a>>,
}

impl<'a> Facts<'a> {
    pub fn of(side: &'a Side, package: &'a Package<'a>) -> Facts<'a> {
        let mut facts = Facts::default();
        if let Some(part) = &package.manifest {
            let manifest = manifest::read(&part.value);
            facts.manifest = Some(manifest.keys);
            for (tag, listing) in manifest.listings {
                facts.locales.entry(tag).or_default().listing = Some(listing);
            }
        }
        for ((tag, _), model) in
            package.models.iter().zip(crate::analysis::on_all_cores(&package.models, |(_, part)| model::read(&part.value)))
        {
            facts.locales.entry(tag).or_default().model = Some(model);
        }
        let teller = side.own.as_ref().map_or(Teller::Package, |own| Teller::Skill(own.secret.as_deref()));
        facts.linking = package.linking.as_ref().map(|part| linking::read(&part.value, teller));
        if let Some(own) = &side.own {
            own.say(&mut facts);
        }
        facts
    }

    /// The locales that it has.
    pub fn tags(&self) -> BTreeSet<&'a str> {
        self.locales.keys().copied().collect()
    }
}

impl Own {
    fn say<'a>(&'a self, facts: &mut Facts<'a>) {
        let mut handlers = Parts::new(Kind::Keys);
        if let Some(account) = &self.account {
            account.say(&mut handlers);
        }
        handlers.put(&["launch"], self.launch.fact());
        for (key, named) in [("intents", &self.intents), ("tasks", &self.tasks), ("requests", &self.requests)] {
            for (name, needed) in named {
                handlers.put(&[key, name.as_str()], needed.fact());
            }
        }
        facts.handlers = Some(handlers);
        // A skill.yaml that says nothing in a locale says that there is nothing.
        facts.locales.values_mut().for_each(|locale| locale.spoken = Some(Parts::new(Kind::Keys)));
        for (tag, path, texts) in &self.spoken {
            let path: Vec<&str> = path.iter().map(String::as_str).collect();
            let locale = facts.locales.entry(tag).or_default();
            let said = Fact::set(texts.iter().map(|text| Cow::Borrowed(text.as_str())));
            locale.spoken.get_or_insert_with(|| Parts::new(Kind::Keys)).put(&path, said);
        }
    }
}

impl<'a> Locale<'a> {
    /// Whether what fits no intent goes to AMAZON.FallbackIntent.
    pub fn falls_back(&self) -> bool {
        let intents = self.model.as_ref().and_then(|model| model.get("intents"));
        matches!(intents, Some(Fact::Parts(intents)) if intents.get("AMAZON.FallbackIntent").is_some())
    }

    /// What names it when it comes or goes.
    pub fn summary(&self) -> Parts<'a> {
        let mut parts = Parts::new(Kind::Locale);
        let said = |parts: Option<&Parts<'a>>, key: &str| match parts?.get("skill") {
            Some(Fact::Parts(skill)) => match skill.get(key) {
                Some(Fact::Said(said)) => Some(Fact::Said(said.clone())),
                _ => None,
            },
            _ => None,
        };
        parts.put(&["name"], said(self.listing.as_ref(), "name"));
        parts.put(&["invocation"], said(self.model.as_ref(), "invocation"));
        parts
    }
}
