//! What the importer decided without being told, and what it leaves to a person.

use super::linking::Linking;
use super::manifest::Manifest;
use super::node::{Map, Node};
use super::said::Said;
use crate::builtin;

/// What the importer has to say of its work.
#[derive(Debug, Default)]
pub struct Notes {
    /// What was guessed, a sentence each.
    pub guessed: Vec<String>,
    /// What a person has to do, a sentence each.
    pub needed: Vec<String>,
    /// The intents of which someone has to decide whether they need a linked account; none when accounts are not linked.
    pub intents: Vec<String>,
}

impl Notes {
    pub(super) fn of_manifest(&mut self, manifest: &Manifest<'_>, lacks_models: bool) {
        let is_custom = manifest.store.get("custom").is_none();
        if !is_custom {
            let guess = "the manifest has no `apis.custom`: `skill.custom: false` keeps it so; remove that if this is a custom skill";
            self.guessed.push(guess.to_owned());
        } else if lacks_models {
            self.guessed.push("no interaction model was found: the skill is imported without one (`parts`)".to_owned());
        }
    }

    pub(super) fn of_locales(&mut self, locales: &[Said<'_>]) {
        if let [first, _, ..] = locales {
            self.guessed.push(format!("skill.yaml is written in the language of {}, the first of `locales`", first.tag));
        }
    }

    /// Tells what was made up for Rust, and which intents were taken for those of dialogs.
    pub(super) fn of_names(&mut self, main: &Map<'_>) {
        let entries = |key: &str| match main.get(key) {
            Some(Node::Map(map)) => &map.0[..],
            _ => &[],
        };
        let has = |node: &Node<'_>, key: &str| matches!(node, Node::Map(map) if map.get(key) == Some(&Node::Bool(true)));
        let unsaid: Vec<String> =
            entries("intents").iter().filter(|(_, node)| has(node, "dialog_only")).map(|(name, _)| format!("`{name}`")).collect();
        if !unsaid.is_empty() {
            let (have, them) = if unsaid.len() == 1 { ("has", "it") } else { ("have", "them") };
            let guess = format!(
                "{have} no samples: `dialog_only` says that only dialogs lead to {them}; remove that if the samples were forgotten"
            );
            self.guessed.push(format!("{} {guess}", unsaid.join(", ")));
        }
        let texts = entries("types").iter().filter(|(_, node)| has(node, "text"));
        self.guessed
            .extend(texts.map(|(name, _)| format!("`{name}` is text in Rust (`text`): some of its values would have the same name")));
        let mut renamed = Vec::new();
        entries("intents").iter().chain(entries("types")).for_each(|(name, node)| collect_renamed(name, node, &mut renamed));
        if !renamed.is_empty() {
            self.guessed.push(format!("what would have the same name in Rust has another one (`rust`): {}", renamed.join(", ")));
        }
    }

    pub(super) fn of_linking(&mut self, linking: &Linking<'_>, locales: &[Said<'_>]) {
        if let Some(Node::Text(reference)) = linking.keys.get("client_secret") {
            let known = if linking.is_answer { "Amazon never tells the client secret" } else { "the client secret is not taken over" };
            self.needed.push(format!("{known}: `client_secret` refers to `{reference}`, which is read when the request is resolved"));
        }
        for key in &linking.dropped {
            let need = "of the account-linking file is not taken over: it seems to be a secret, and Amazon has no such key";
            self.needed.push(format!("`{key}` {need}"));
        }
        let named = locales.iter().flat_map(|said| &said.things).filter(|path| path.len() == 2 && path[0] == "intents");
        for name in named.map(|path| &path[1]) {
            let never = builtin::intent_named(name).is_some_and(|known| known.unasked);
            if !never && !self.intents.iter().any(|known| known == name) {
                self.intents.push(name.to_string());
            }
        }
    }
}

/// What has another name in Rust, among it the slots of an intent.
fn collect_renamed(name: &str, node: &Node<'_>, renamed: &mut Vec<String>) {
    let Node::Map(map) = node else { return };
    if let Some(Node::Text(other)) = map.get("rust") {
        renamed.push(format!("`{name}` is `{other}`"));
    }
    if let Some(Node::Map(slots)) = map.get("slots") {
        slots.0.iter().for_each(|(slot, node)| collect_renamed(&format!("{name}.{slot}"), node, renamed));
    }
}
