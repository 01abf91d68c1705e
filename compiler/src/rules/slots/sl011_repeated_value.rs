use crate::diagnostic::{Diagnostic, Report};
use crate::rules::rule;
use crate::skill::{Model, ModelType, Skill};
use crate::source::{Span, Text};
use std::collections::HashMap;

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
        let mut seen = Seen::with_capacity(declared.values.len());
        // Empty values are told on their own.
        let values = declared.values.iter().map(|value| value.value).filter(|text| !text.value.trim().is_empty());
        let found = Found::all(values.filter_map(|text| Some((text, Some(seen.again(text)?)))));
        if let Some(first) = found.first() {
            let problem = RULE.at(first.span, format!("`{}` has the value `{}` twice", declared.name.value, first.value));
            report.push(found.others(problem).help("keep one of them"));
        }
    }
}

/// The types of a model, without those that an earlier locale has checked already because it shares them.
pub(super) fn types_of<'a, 's>(skill: &'a Skill<'s>, model: &'a Model<'s>) -> impl Iterator<Item = &'a ModelType<'s>> {
    let earlier = skill.models.iter().take_while(|other| other.locale < model.locale);
    let shared = move |declared: &ModelType<'s>| {
        let named = |other: &'a Model<'s>| other.slot_type(declared.name.value);
        earlier.clone().filter_map(named).any(|known| std::ptr::eq(known, declared))
    };
    model.types.iter().map(|declared| &**declared).filter(move |declared| !shared(declared))
}

/// Texts that were seen, by what they are without upper case. There can be hundreds of thousands: so they are known by a hash, and nothing is copied.
pub(super) struct Seen<'s> {
    by_hash: HashMap<u64, Text<'s>>,
}

impl<'s> Seen<'s> {
    pub fn with_capacity(texts: usize) -> Self {
        Seen { by_hash: HashMap::with_capacity(texts) }
    }

    /// The place of the first text that is the same, if there was one in another place.
    pub fn again(&mut self, text: Text<'s>) -> Option<Span> {
        let first = *self.by_hash.entry(hash(text.value)).or_insert(text);
        // In the same place stands one key twice, which is told by the front end.
        (first.span != text.span && folded(first.value).eq(folded(text.value))).then_some(first.span)
    }
}

fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.trim().chars().flat_map(char::to_lowercase)
}

/// FNV-1a of the folded text.
fn hash(text: &str) -> u64 {
    let mix = |hash: u64, part: u32| (hash ^ u64::from(part)).wrapping_mul(0x100_0000_01b3);
    let start = 0xcbf2_9ce4_8422_2325;
    if text.is_ascii() {
        text.trim().bytes().fold(start, |hash, byte| mix(hash, u32::from(byte.to_ascii_lowercase())))
    } else {
        folded(text).fold(start, |hash, letter| mix(hash, u32::from(letter)))
    }
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

#[cfg(test)]
mod tests {
    use super::Seen;
    use crate::source::{FileId, Span, Text};

    #[test]
    fn case_and_outer_spaces_make_no_difference() {
        let texts = ["Town Car", "town car ", "ÉCOLE", "école", "town-car"];
        let mut seen = Seen::with_capacity(0);
        let again =
            texts.iter().enumerate().map(|(at, text)| seen.again(Text::new(text, Span::new(FileId(0), at, at))).map(|span| span.start));
        assert_eq!(again.collect::<Vec<_>>(), [None, Some(0), None, Some(2), None]);
    }
}
