use crate::diagnostic::{Diagnostic, Report};
use crate::rules::rule;
use crate::skill::{Model, ModelType, Skill};
use crate::source::{Span, Text};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

rule! {
    /// A slot type has a value twice.
    ///
    /// Upper and lower case make no difference to what users say. Of two equal values Alexa hands over either, or both; where they have ids, the
    /// handler cannot tell which one was meant.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: { HAPPY: happy, GLAD: Happy }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { mood: Mood }
    ///     samples: ["i feel {mood}"]
    /// types:
    ///   Mood: { HAPPY: happy, GLAD: glad }
    /// ```
    SL011 "repeated-value" Warning Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for declared in types_of(skill, model) {
        let mut seen: HashMap<Cow<'_, str>, Span> = HashMap::with_capacity(declared.values.len());
        let repeated = declared.values.iter().filter_map(|value| {
            let first = seen.insert(folded(value.value.value), value.value.span)?;
            // The same place: one key twice, which is told by the front end.
            (first != value.value.span).then_some((value.value, Some(first)))
        });
        // Empty values are told on their own.
        let found = Found::all(repeated.filter(|(text, _)| !text.value.trim().is_empty()));
        if let Some(first) = found.first() {
            let problem = RULE.at(first.span, format!("`{}` has the value `{}` twice", declared.name.value, first.value));
            report.push(found.others(problem).help("keep one of them"));
        }
    }
}

/// The types of a model, without those that an earlier locale has checked already because it shares them.
pub(super) fn types_of<'a, 's>(skill: &'a Skill<'s>, model: &'a Model<'s>) -> impl Iterator<Item = &'a ModelType<'s>> {
    let earlier = skill.models.iter().take_while(|other| other.locale < model.locale);
    let shared = move |declared: &Arc<ModelType<'s>>| {
        earlier.clone().any(|other| other.types.iter().any(|known| Arc::ptr_eq(known, declared)))
    };
    model.types.iter().filter(move |declared| !shared(declared)).map(|declared| &**declared)
}

/// The text as it is compared: without upper case. Most texts are that already, and are borrowed.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let is_lower = if text.is_ascii() { !text.bytes().any(|byte| byte.is_ascii_uppercase()) } else { !text.chars().any(char::is_uppercase) };
    if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// How many places of one kind are shown.
const SHOWN: usize = 5;

/// Texts of one type that break one rule: the first few, and how many there are.
pub(super) struct Found<'s> {
    /// Each with the other place that it belongs to, if any.
    shown: Vec<(Text<'s>, Option<Span>)>,
    count: usize,
}

impl<'s> Found<'s> {
    pub fn all(found: impl Iterator<Item = (Text<'s>, Option<Span>)>) -> Self {
        let mut all = Found { shown: Vec::new(), count: 0 };
        for one in found {
            all.count += 1;
            if all.count <= SHOWN {
                all.shown.push(one);
            }
        }
        all
    }

    /// The first one, which the message is about.
    pub fn first(&self) -> Option<Text<'s>> {
        self.shown.first().map(|(text, _)| *text)
    }

    /// Adds the place that belongs to the first one, and the others.
    pub fn others(&self, mut problem: Diagnostic) -> Diagnostic {
        if let Some((_, Some(place))) = self.shown.first() {
            problem = problem.here("again here").also(*place, "first here");
        }
        for (text, _) in self.shown.iter().skip(1) {
            problem = problem.also(text.span, "and here");
        }
        if self.count > self.shown.len() {
            problem = problem.note(format!("and {} more", self.count - self.shown.len()));
        }
        problem
    }
}
