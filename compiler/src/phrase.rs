//! Example phrases of the store, compared with what the interaction model understands.
//!
//! The comparison errs on the side of the phrase: up to [`SPARE`] words around a sample ("ask … to", "… please") are let pass, since each
//! language has its own.

use crate::skill::{Model, ModelIntent, Sample};
use std::borrow::Cow;
use std::ops::Range;

/// How many words may stand before and after a sample.
const SPARE: usize = 3;

/// More words than this are not compared: the positions are bits.
const MOST: usize = 120;

/// The wake word in the scripts of Alexa's languages, folded.
const WAKE_WORDS: &[&str] = &["alexa", "アレクサ", "अलेक्सा", "एलेक्सा", "أليكسا", "اليكسا", "ألكسا", "الكسا"];

/// The words of a text in lower case; everything but letters and digits parts them.
pub(crate) fn words(text: &str) -> Vec<String> {
    split(&spelt(text)).map(str::to_lowercase).collect()
}

/// The text with initials as one word: users see "APL" where the model says "a. p. l.".
fn spelt(text: &str) -> Cow<'_, str> {
    let initials = |word: &str| {
        word.len() > 1 && word.chars().enumerate().all(|(at, letter)| if at % 2 == 0 { is_part(letter) } else { letter == '.' })
    };
    if !text.contains('.') || !text.split_whitespace().any(initials) {
        return Cow::Borrowed(text);
    }
    let mut spelt = String::with_capacity(text.len());
    let mut goes_on = false;
    for word in text.split_whitespace() {
        let is_initials = initials(word);
        if !(goes_on && is_initials) {
            spelt.push(' ');
        }
        spelt.extend(word.chars().filter(|letter| !is_initials || *letter != '.'));
        goes_on = is_initials;
    }
    Cow::Owned(spelt)
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !is_part(letter)).filter(|word| !word.is_empty())
}

/// Letters, digits, and the vowel signs of scripts that write them apart.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// Whether the words of these locales stand apart, so that phrases can be compared word by word.
pub(crate) fn has_words(language: &str) -> bool {
    !matches!(language, "ja" | "ar")
}

/// Whether the phrase begins with the wake word.
pub(crate) fn begins_with_wake_word(phrase: &str) -> bool {
    let first = split(phrase).next().unwrap_or_default().to_lowercase();
    // Japanese goes on without a space.
    WAKE_WORDS.iter().any(|wake| first == *wake || (!wake.is_ascii() && first.starts_with(wake)))
}

/// Where the invocation name stands among the words of the phrase; "stand up" and "standup" are the same to the ear.
fn invocation_in(phrase: &[String], invocation: &[String]) -> Option<Range<usize>> {
    let name = invocation.concat();
    (0..phrase.len()).find_map(|start| Some(start..end_of_name(phrase, start, &name)?))
}

/// Where the name ends when it begins at the word `start`.
fn end_of_name(phrase: &[String], start: usize, name: &str) -> Option<usize> {
    let mut rest = name;
    for (at, word) in phrase.iter().enumerate().skip(start) {
        rest = rest.strip_prefix(word.as_str())?;
        if rest.is_empty() {
            return Some(at + 1);
        }
    }
    None
}

/// Whether the phrase has the invocation name, word by word where the language has words.
pub(crate) fn has_invocation(phrase: &str, invocation: &str, language: &str) -> bool {
    let (phrase, invocation) = (words(phrase), words(invocation));
    if has_words(language) { invocation_in(&phrase, &invocation).is_some() } else { phrase.concat().contains(&invocation.concat()) }
}

/// What came of comparing a phrase with the samples.
#[derive(PartialEq, Eq, Debug)]
pub(crate) enum Fit<'m> {
    /// It opens the skill, or says what a sample says.
    Fits,
    /// It says what this sample says, but for these slots it has words that are no values of their custom types.
    OtherValues { sample: &'m str, slots: Vec<(&'m str, &'m str)> },
    /// No sample says it.
    No,
}

/// Compares a phrase with the samples of a locale.
pub(crate) fn fit<'m>(phrase: &str, invocation: Option<&str>, model: &'m Model<'_>) -> Fit<'m> {
    let mut said = words(phrase);
    if said.first().is_some_and(|first| WAKE_WORDS.contains(&first.as_str())) {
        said.remove(0);
    }
    let name = invocation.and_then(|name| invocation_in(&said, &words(name)));
    let others = said.len() - name.as_ref().map_or(0, ExactSizeIterator::len);
    if said.len() > MOST || others <= if name.is_some() { SPARE } else { 1 } {
        return Fit::Fits;
    }
    let mut matcher = Matcher::new(model, &said, name);
    let mut near = Fit::No;
    for (intent, sample) in model.intents.iter().flat_map(|intent| intent.samples.iter().map(move |sample| (intent, sample))) {
        // What does not fit with any words in its slots does not fit with values either.
        let (fits, own_words) = matcher.matches(intent, sample, false);
        if !fits {
            continue;
        }
        let slots = matcher.custom_slots(intent, sample);
        if slots.is_empty() || matcher.matches(intent, sample, true).0 {
            return Fit::Fits;
        }
        if near == Fit::No && own_words > 1 {
            near = Fit::OtherValues { sample: &sample.text, slots };
        }
    }
    near
}

/// A piece of a sample.
enum Token<'t> {
    Word(&'t str),
    Slot(&'t str),
}

/// The pieces of a sample whose initials are spelt.
fn tokens(sample: &str) -> impl Iterator<Item = Token<'_>> {
    let mut open = false;
    sample.split_inclusive(['{', '}']).flat_map(move |piece| {
        let inside = open;
        open = piece.ends_with('{');
        let text = piece.trim_end_matches(['{', '}']);
        let slot = (inside && piece.ends_with('}')).then(|| Token::Slot(text.rsplit('|').next().unwrap_or(text).trim()));
        let words = if slot.is_some() { "" } else { text };
        slot.into_iter().chain(split(words).map(Token::Word))
    })
}

/// A phrase on its way through the samples.
struct Matcher<'a, 'm, 's> {
    model: &'m Model<'s>,
    said: &'a [String],
    /// The words at which a sample may begin, as bits: near the beginning, and near the end of the invocation name.
    starts: u128,
    /// The words before which it may end.
    ends: u128,
    /// The first letters of all words, for a quick look.
    initials: Vec<char>,
    /// For each type that was needed: where its values end, for each word that they may begin at.
    values: Vec<(&'m str, Vec<u128>)>,
}

impl<'a, 'm, 's> Matcher<'a, 'm, 's> {
    fn new(model: &'m Model<'s>, said: &'a [String], name: Option<Range<usize>>) -> Self {
        let length = said.len();
        let after = name.as_ref().map_or(0, |name| between(name.end, (name.end + SPARE).min(length)));
        let before = name.as_ref().map_or(0, |name| between(name.start.saturating_sub(SPARE), name.start));
        Matcher {
            model,
            said,
            starts: between(0, SPARE.min(length)) | after,
            ends: between(length.saturating_sub(SPARE), length) | before,
            initials: said.iter().filter_map(|word| word.chars().next()).collect(),
            values: Vec::new(),
        }
    }

    /// Whether the phrase says the sample, and at most a few words before and after; and how many words of its own the sample has. Custom
    /// slots take their values alone if `strict`, else anything.
    fn matches(&mut self, intent: &'m ModelIntent<'_>, sample: &'m Sample<'_>, strict: bool) -> (bool, usize) {
        let length = self.said.len();
        // The words at which the rest of the sample may begin, as bits.
        let mut at = self.starts;
        let mut own_words = 0;
        for token in tokens(&spelt(&sample.text)) {
            at = match token {
                Token::Word(word) => {
                    own_words += 1;
                    let places = bits(at).filter(|&place| place < length && same(word, &self.said[place]));
                    places.fold(0, |all, place| all | 1 << (place + 1))
                }
                Token::Slot(name) => match self.custom_type(intent, name).filter(|_| strict) {
                    Some(kind) => {
                        let ends = self.ends(kind);
                        bits(at).filter(|&place| place < length).fold(0, |all, place| all | ends[place])
                    }
                    None => between(at.trailing_zeros() as usize + 1, length),
                },
            };
            if at == 0 {
                return (false, own_words);
            }
        }
        (at & self.ends != 0, own_words)
    }

    /// The slot's type where it is custom with all values known.
    fn custom_type(&self, intent: &'m ModelIntent<'_>, slot: &str) -> Option<&'m str> {
        let kind = intent.slot(slot)?.kind?.value;
        let declared = self.model.slot_type(kind).filter(|declared| declared.catalog.is_none())?;
        (!kind.starts_with("AMAZON.") && !declared.values.is_empty()).then_some(declared.name.value)
    }

    fn custom_slots(&self, intent: &'m ModelIntent<'_>, sample: &'m Sample<'_>) -> Vec<(&'m str, &'m str)> {
        let slots = tokens(&sample.text).filter_map(|token| match token {
            Token::Slot(name) => Some(name),
            Token::Word(_) => None,
        });
        slots.filter_map(|name| Some((name, self.custom_type(intent, name)?))).collect()
    }

    /// For each word of the part, the places where a value of the type that begins there may end, as bits.
    fn ends(&mut self, kind: &'m str) -> &[u128] {
        let known = self.values.iter().position(|(name, _)| *name == kind);
        let known = known.unwrap_or_else(|| {
            self.values.push((kind, self.ends_of_values(kind)));
            self.values.len() - 1
        });
        &self.values[known].1
    }

    fn ends_of_values(&self, kind: &str) -> Vec<u128> {
        let mut ends = vec![0; self.said.len()];
        let Some(declared) = self.model.slot_type(kind) else { return ends };
        let values = declared.values.iter().map(|value| value.value.value);
        let texts = values.chain(declared.synonyms.iter().map(|synonym| synonym.value));
        for text in texts.filter(|text| self.may_be_said(text)) {
            let text = spelt(text);
            let first = split(&text).next().unwrap_or_default();
            for (start, _) in self.said.iter().enumerate().filter(|(_, word)| same(first, word)) {
                if let Some(end) = self.end_of(&text, start) {
                    ends[start] |= 1 << end;
                }
            }
        }
        ends
    }

    /// Whether any word begins like the text, as far as a look at the first letter tells.
    fn may_be_said(&self, text: &str) -> bool {
        let first = text.chars().next().unwrap_or(' ');
        !first.is_ascii_alphanumeric() || self.initials.contains(&first.to_ascii_lowercase())
    }

    /// Where the words of `text` end when they begin at `start`.
    fn end_of(&self, text: &str, start: usize) -> Option<usize> {
        let mut place = start;
        for word in split(text) {
            self.said.get(place).filter(|said| same(word, said))?;
            place += 1;
        }
        (place > start).then_some(place)
    }
}

/// The bits from `first` to `last`; none where `last` is smaller.
fn between(first: usize, last: usize) -> u128 {
    if last < first { 0 } else { (u128::MAX >> (127 - last.min(127))) & (u128::MAX << first.min(127)) }
}

/// The places of the bits of a set, from the lowest.
fn bits(mut set: u128) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(lowest)
    })
}

/// Whether a word is the folded one.
fn same(word: &str, folded: &str) -> bool {
    word == folded || (word.len().abs_diff(folded.len()) <= 4 && word.chars().flat_map(char::to_lowercase).eq(folded.chars()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Input, Options, analyze};

    const SKILL: &str = "sayso: 1
locales: [en-US]
skill: { name: Ride Hailer, invocation: ride hailer }
intents:
  Order:
    slots: { service: Service, place: AMAZON.City }
    samples: [\"order a {service}\", \"get me a {service} to {place}\", \"order {place}'s best ride\", \"how good the t. v. in the {service} is\",
      have ride hailer bring me home]
types:
  Service: { POOL: [shared ride, pool], BLACK: [black car, car] }
speech: { help: Help., fallback: Sorry. }
";

    /// Whether the phrase fits, and the slots in the way when only their values do not.
    fn fit_of(phrase: &str) -> (bool, Vec<String>) {
        analyze(&Input::from_text("skill.yaml", SKILL), &Options::default(), |analysis| {
            let skill = analysis.skill.unwrap_or_else(|| panic!("{:?}", analysis.diagnostics));
            match fit(phrase, Some("ride hailer"), &skill.models[0]) {
                Fit::Fits => (true, Vec::new()),
                Fit::OtherValues { slots, .. } => (false, slots.iter().map(|(slot, kind)| format!("{slot}: {kind}")).collect()),
                Fit::No => (false, Vec::new()),
            }
        })
    }

    #[test]
    fn phrases_that_open_the_skill_or_say_a_sample_fit() {
        for phrase in [
            "Alexa, open ride hailer",
            "Alexa, ask Ride Hailer to order a shared ride",
            "Alexa, order a Black Car with Ride Hailer, please",
            "Alexa, ask ride hailer to get me a pool to New York City",
            "Order London's best ride",
            "Alexa, ask ride hailer how good the TV in the car is",
            "Alexa, have Ride Hailer bring me home",
            "Yes",
        ] {
            assert_eq!(fit_of(phrase), (true, Vec::new()), "{phrase}");
        }
    }

    #[test]
    fn other_phrases_do_not() {
        assert_eq!(fit_of("Alexa, ask ride hailer what the weather is like"), (false, Vec::new()));
        assert_eq!(fit_of("Alexa, ask ride hailer to order a pink horse"), (false, vec!["service: Service".to_owned()]));
        assert_eq!(fit_of("Order a"), (false, Vec::new()));
    }

    #[test]
    fn invocation_names_are_found_in_every_script() {
        assert!(has_invocation("Alexa, frage Fahr-Dienst nach Taxis", "fahr dienst", "de"));
        assert!(has_invocation("アレクサ、ライドを開いて", "ライド", "ja"));
        assert!(has_invocation("Alexa, open APL Analyzer", "a. p. l. analyzer", "en"));
        assert!(has_invocation("Alexa, open standup", "stand up", "en"));
        assert!(!has_invocation("Alexa, open ride hailers", "ride hailer", "en"));
        assert!(begins_with_wake_word("アレクサ、ライドを開いて") && begins_with_wake_word("alexa open"));
        assert!(!begins_with_wake_word("Alexandra, open") && !begins_with_wake_word(""));
    }
}
