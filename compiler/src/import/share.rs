//! Which file says what: skill.yaml what all locales share, a file of `locales/` only what differs.

use super::node::{Map, Node};
use super::said::{Kind, Leaf, Path, Said};
use crate::builtin;
use crate::skill::language;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the files say of what differs by locale.
pub(super) struct Shared<'t> {
    pub main: Map<'t>,
    /// By the name without `.yaml`.
    pub locals: BTreeMap<&'t str, Map<'t>>,
}

/// Puts what the locales say where it is said only once. The first locale is the language of skill.yaml.
pub(super) fn share<'t>(locales: Vec<Said<'t>>) -> Shared<'t> {
    let tags = locales.iter().map(|said| Tag { tag: said.tag, listed: said.listed, modelled: said.modelled }).collect();
    let mut sharing = Sharing { tags, things: HashMap::new(), shared: Shared { main: Map::default(), locals: BTreeMap::new() } };
    sharing.things(&locales);
    let mut amazon = Vec::new();
    let mut order: Vec<(Path<'t>, Kind)> = Vec::new();
    let mut values: HashMap<Path<'t>, Vec<Option<Node<'t>>>> = HashMap::new();
    let count = locales.len();
    for (at, said) in locales.into_iter().enumerate() {
        let orders = sharing.slot_orders(&said);
        amazon.push(said.amazon);
        for leaf in said.leaves.into_iter().chain(orders) {
            let all = values.entry(leaf.path).or_insert_with_key(|path| {
                order.push((path.clone(), leaf.kind));
                (0..count).map(|_| None).collect()
            });
            all[at] = Some(leaf.node);
        }
    }
    for (path, kind) in order {
        if let Some(mut values) = values.remove(&path) {
            if path.len() == 3 && path[0] == "types" {
                super::types::same_form(&mut values);
            }
            sharing.leaf(&path, kind, values);
        }
    }
    sharing.amazon(amazon);
    sharing.shared
}

struct Tag<'t> {
    tag: &'t str,
    listed: bool,
    modelled: bool,
}

struct Sharing<'t> {
    tags: Vec<Tag<'t>>,
    /// The intents, slots and types.
    things: HashMap<Path<'t>, Thing>,
    shared: Shared<'t>,
}

struct Thing {
    /// How many things are declared before it.
    place: usize,
    /// Which locales have it.
    has: Vec<bool>,
}

impl<'t> Sharing<'t> {
    /// Declares the intents, slots and types, with the locales that have them where not all do.
    fn things(&mut self, locales: &[Said<'t>]) {
        let mut order: Vec<&Path<'t>> = Vec::new();
        for (at, said) in locales.iter().enumerate() {
            for path in &said.things {
                let thing = self.things.entry(path.clone()).or_insert_with(|| {
                    order.push(path);
                    Thing { place: order.len(), has: vec![false; locales.len()] }
                });
                thing.has[at] = true;
            }
        }
        let sampled: HashSet<&str> = locales
            .iter()
            .flat_map(|said| &said.leaves)
            .filter(|leaf| leaf.path.len() == 3 && leaf.path[2] == "samples")
            .map(|leaf| &*leaf.path[1])
            .collect();
        for path in order {
            let has = &self.things[path].has;
            let around: Vec<bool> = match path.len() {
                4 => self.things[&path[..2]].has.clone(),
                _ => self.tags.iter().map(|tag| tag.modelled).collect(),
            };
            let only = (*has != around).then(|| self.listed(has));
            let unasked = path.len() == 2 && path[0] == "intents" && is_unasked(&path[1]);
            if unasked && only.is_none() {
                continue;
            }
            let unsaid = path.len() == 2 && path[0] == "intents" && !path[1].starts_with("AMAZON.") && !sampled.contains(&*path[1]);
            let node = self.shared.main.at(path);
            if unsaid {
                node.map().0.push((Cow::Borrowed("dialog_only"), Node::Bool(true)));
            }
            if let Some(only) = only {
                node.map().0.push((Cow::Borrowed("locales"), only));
            }
        }
        if !self.tags.iter().any(|tag| tag.modelled) {
            return;
        }
        for known in builtin::INTENTS.iter().filter(|known| known.unasked) {
            let path = vec![Cow::Borrowed("intents"), Cow::Borrowed(known.name)];
            if !self.things.contains_key(&path) {
                *self.shared.main.at(&path) = Node::Word("omit");
            }
        }
    }

    /// The slots of a locale's intents that it has in another order than skill.yaml.
    fn slot_orders(&self, said: &Said<'t>) -> Vec<Leaf<'t>> {
        let slots: Vec<&Path<'t>> = said.things.iter().filter(|path| path.len() == 4).collect();
        let of_intents = slots.chunk_by(|one, other| one[1] == other[1]);
        let reordered = of_intents.filter(|slots| !slots.is_sorted_by_key(|slot| self.things[*slot].place));
        let order = |slots: &[&Path<'t>]| Leaf {
            path: vec![slots[0][0].clone(), slots[0][1].clone(), Cow::Borrowed("slot_order")],
            kind: Kind::Structure,
            node: Node::List(slots.iter().map(|slot| Node::Text(slot[3].clone())).collect()),
        };
        reordered.map(order).collect()
    }

    fn listed(&self, has: &[bool]) -> Node<'t> {
        Node::texts(self.tags.iter().zip(has).filter(|(_, has)| **has).map(|(tag, _)| tag.tag))
    }

    /// The locales in which something at `path` is to be said.
    fn exists(&self, path: &[Cow<'t, str>]) -> Vec<bool> {
        let thing = match (&*path[0], path.len()) {
            ("intents", 4..) if path[2] == "slots" => Some(&path[..4]),
            ("intents" | "types", 2..) => Some(&path[..2]),
            _ => None,
        };
        match thing {
            Some(thing) => self.things.get(thing).map(|thing| thing.has.clone()).unwrap_or_else(|| vec![false; self.tags.len()]),
            None if path[0] == "skill" && path.get(1).is_none_or(|key| key != "invocation") => {
                self.tags.iter().map(|tag| tag.listed).collect()
            }
            None => self.tags.iter().map(|tag| tag.modelled).collect(),
        }
    }

    /// Says `values`, one for each locale, at `path`.
    fn leaf(&mut self, path: &Path<'t>, kind: Kind, mut values: Vec<Option<Node<'t>>>) {
        let exists = self.exists(path);
        let languages: Vec<&'t str> = self.tags.iter().map(|tag| language(tag.tag)).collect();
        let main_language = languages[0];
        let count = values.len();
        let places = |wanted: &dyn Fn(usize) -> bool| (0..count).filter(|at| exists[*at] && wanted(*at)).collect::<Vec<_>>();
        let own = places(&|at| kind == Kind::Structure || languages[at] == main_language);
        // What skill.yaml says; the first locale decides, so that nothing has to be taken back in its own language.
        let main = own.first().and_then(|at| values[*at].clone());
        let said_in_main = main.is_some();
        let mut groups: Vec<&'t str> = Vec::new();
        for at in places(&|_| true) {
            if !groups.contains(&languages[at]) {
                groups.push(languages[at]);
            }
        }
        for group in groups {
            let members = places(&|at| languages[at] == group);
            let of_main = group == main_language;
            // What the members find without a file of their own.
            let mut found = if of_main || kind == Kind::Structure { main.clone() } else { None };
            if !of_main {
                let usual = usual(&members, &values);
                let must_be_said = usual != found || (usual.is_none() && said_in_main);
                if must_be_said {
                    self.say(group, path, usual.clone());
                }
                found = usual;
            }
            for at in members {
                let value = values[at].take();
                if value != found {
                    self.say(self.tags[at].tag, path, value);
                }
            }
        }
        if let Some(main) = main {
            *self.shared.main.at(path) = main;
        }
    }

    /// Says it in a file of `locales/`; what a locale does not have is said to be left out.
    fn say(&mut self, file: &'t str, path: &Path<'t>, value: Option<Node<'t>>) {
        *self.shared.locals.entry(file).or_default().at(path) = value.unwrap_or(Node::Word("omit"));
    }

    /// What goes into the models as it is adds up: it stands in skill.yaml only when all have it.
    fn amazon(&mut self, mut amazon: Vec<Option<Map<'t>>>) {
        let modelled: Vec<usize> = (0..amazon.len()).filter(|at| self.tags[*at].modelled).collect();
        let Some(first) = modelled.first() else { return };
        let path = [Cow::Borrowed("amazon"), Cow::Borrowed("interaction_model")];
        if modelled.iter().all(|at| amazon[*at] == amazon[*first]) {
            if let Some(all) = amazon[*first].take() {
                *self.shared.main.at(&path) = Node::Map(all);
            }
            return;
        }
        for at in modelled {
            if let Some(own) = amazon[at].take() {
                *self.shared.locals.entry(self.tags[at].tag).or_default().at(&path) = Node::Map(own);
            }
        }
    }
}

fn is_unasked(name: &str) -> bool {
    builtin::intent_named(name).is_some_and(|known| known.unasked)
}

/// What most of the members say; of two that are as usual, what comes first.
fn usual<'t>(members: &[usize], values: &[Option<Node<'t>>]) -> Option<Node<'t>> {
    let votes = |at: usize| members.iter().filter(|other| values[**other] == values[at]).count();
    let best = members.iter().copied().reduce(|best, at| if votes(at) > votes(best) { at } else { best });
    best.and_then(|at| values[at].clone())
}
