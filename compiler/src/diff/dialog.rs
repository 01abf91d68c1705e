//! Dialogs, by the intents and slots that they are about, and prompts by what they say.

use super::fact::{Fact, Kind, Parts};
use super::json::{compact, fact, word};
use crate::package::fields::Fields;
use crate::package::json::{Value, text};
use crate::syntax::Delegation;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Takes the dialog and the prompts out of the model, and says them of the intents.
pub(super) fn read<'a>(model: &mut Fields<'a>, parts: &mut Parts<'a>) {
    let mut prompts = Prompts::of(model.list("prompts"));
    if let Some(mut dialog) = model.object("dialog") {
        parts.put(&["dialog", "delegation"], dialog.take("delegationStrategy", delegation));
        for item in dialog.list("intents") {
            intent(item, &mut prompts, parts);
        }
        parts.leave(dialog, &["amazon", "interaction_model", "dialog"]);
    }
    prompts.leave_unnamed(parts);
}

struct Prompts<'a> {
    by_id: HashMap<&'a str, &'a Value<'a>>,
    /// The ids, and what is no prompt, in their order.
    all: Vec<(&'a str, &'a Value<'a>)>,
    named: HashSet<&'a str>,
}

impl<'a> Prompts<'a> {
    fn of(items: &'a [Value<'a>]) -> Self {
        let mut prompts = Prompts { by_id: HashMap::new(), all: Vec::new(), named: HashSet::new() };
        for item in items {
            let id = Fields::or_none(item).text("id").unwrap_or("without an id");
            prompts.by_id.entry(id).or_insert(item);
            prompts.all.push((id, item));
        }
        prompts
    }

    /// What the prompt of that id says.
    fn said(&mut self, id: &'a str) -> Fact<'a> {
        self.named.insert(id);
        match self.by_id.get(id) {
            Some(prompt) => variations(prompt).unwrap_or_else(|| Fact::plain(format!("the prompt {id}, which says nothing"))),
            None => Fact::plain(format!("the prompt {id}, which is missing")),
        }
    }

    /// Prompts that no dialog names, and second ones of the same id.
    fn leave_unnamed(self, parts: &mut Parts<'a>) {
        for (id, prompt) in self.all {
            let is_first = self.by_id.get(id).is_some_and(|first| std::ptr::eq(*first, prompt));
            if !(is_first && self.named.contains(id)) {
                let said = variations(prompt).unwrap_or_else(|| Fact::plain("says nothing"));
                parts.within("prompts", Kind::Keys).add(id, said);
            }
        }
    }
}

/// One of them is chosen by chance: they are a set.
fn variations<'a>(prompt: &'a Value<'a>) -> Option<Fact<'a>> {
    let mut fields = Fields::or_none(prompt);
    let said = fields.list("variations").iter().map(variation);
    fields.text("id");
    let more = fields.rest().map(|(key, value)| Cow::Owned(format!("{key}: {}", compact(value))));
    Fact::set(said.chain(more))
}

fn variation<'a>(item: &'a Value<'a>) -> Cow<'a, str> {
    let plain = || {
        let mut fields = Fields::of(item)?;
        let value = fields.text("value")?;
        let kind = fields.text("type")?;
        let expected = if value.trim_start().starts_with("<speak>") { "SSML" } else { "PlainText" };
        (kind == expected && fields.rest().next().is_none()).then_some(value)
    };
    plain().map_or_else(|| Cow::Owned(compact(item)), Cow::Borrowed)
}

fn delegation<'a>(value: &'a Value<'a>) -> Option<Fact<'a>> {
    word(value, Delegation::word_for)
}

fn intent<'a>(item: &'a Value<'a>, prompts: &mut Prompts<'a>, parts: &mut Parts<'a>) {
    let mut fields = Fields::or_none(item);
    let name = fields.text("name").unwrap_or("without a name");
    let own = parts.within("intents", Kind::Keys).within(name, Kind::Intent);
    own.put(&["dialog"], Fact::plain("true"));
    own.put(&["delegation"], fields.take("delegationStrategy", delegation));
    asked(own, "confirm", fields.take("confirmationRequired", Some));
    if let Some(ids) = fields.object("prompts") {
        said(own, ids, prompts);
    }
    let slots = fields.list("slots");
    for item in slots {
        slot(item, prompts, own);
    }
    let required = |item: &'a Value<'a>| {
        let mut fields = Fields::of(item)?;
        fields.truth("elicitationRequired").filter(|required| *required).and_then(|_| fields.text("name"))
    };
    own.put(&["slots (order)"], Fact::Order(slots.iter().filter_map(required).collect()));
    own.leave(fields, &["amazon", "dialog"]);
}

fn slot<'a>(item: &'a Value<'a>, prompts: &mut Prompts<'a>, intent: &mut Parts<'a>) {
    let mut fields = Fields::or_none(item);
    let name = fields.text("name").unwrap_or("without a name");
    let own = intent.within("slots", Kind::Keys).within(name, Kind::Slot);
    let kind = fields.take("type", fact);
    if kind.as_ref() != own.get("type") {
        own.put(&["amazon", "dialog", "type"], kind);
    }
    match fields.take("elicitationRequired", Some) {
        Some(Value::BooleanLit(truth)) => own.put(&["required"], truth.value.then(|| Fact::plain("true"))),
        other => own.put(&["required"], other.and_then(fact)),
    }
    asked(own, "confirm", fields.take("confirmationRequired", Some));
    if let Some(ids) = fields.object("prompts") {
        said(own, ids, prompts);
    }
    let validations: Vec<Cow<'a, str>> = fields.list("validations").iter().map(|item| validation(item, prompts)).collect();
    own.put(&["validate"], (!validations.is_empty()).then_some(Fact::List(validations)));
    own.leave(fields, &["amazon", "dialog"]);
}

/// Whether something is confirmed; that it is not needs not be said.
fn asked<'a>(parts: &mut Parts<'a>, key: &'a str, required: Option<&'a Value<'a>>) {
    match required {
        Some(Value::BooleanLit(truth)) => parts.put(&[key, "required"], truth.value.then(|| Fact::plain("true"))),
        other => parts.put(&[key, "required"], other.and_then(fact)),
    }
}

/// What the prompts of an intent or a slot say.
fn said<'a>(parts: &mut Parts<'a>, mut ids: Fields<'a>, prompts: &mut Prompts<'a>) {
    for (amazon, path) in [("elicitation", &["ask"][..]), ("confirmation", &["confirm", "say"])] {
        if let Some(id) = ids.text(amazon) {
            parts.put(path, prompts.said(id));
        }
    }
    parts.leave(ids, &["amazon", "dialog", "prompts"]);
}

/// A condition and what Alexa says when it is not fulfilled, in a line.
fn validation<'a>(item: &'a Value<'a>, prompts: &mut Prompts<'a>) -> Cow<'a, str> {
    let mut fields = Fields::or_none(item);
    let kind = fields.text("type").unwrap_or("without a type");
    let prompt = fields.text("prompt").map(|id| prompts.said(id));
    let mut line = snake(kind);
    if let Some(value) = fields.text("value") {
        line.push_str(&format!(" {value}"));
    }
    // An empty bound of a duration is none.
    for (key, value) in fields.rest().filter(|(key, value)| !(["start", "end"].contains(key) && text(value) == Some(""))) {
        line.push_str(&format!(" {key} {}", compact(value)));
    }
    if let Some(prompt) = prompt {
        line.push_str(": ");
        line.push_str(prompt.shown().as_str());
    }
    Cow::Owned(line)
}

/// `isGreaterThan` as the key `is_greater_than`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(letter.to_ascii_lowercase());
    }
    out
}
