//! What the importer decided without being told, and what it leaves to a person.

use super::linking::Linking;
use super::manifest::Manifest;
use super::node::Node;
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
