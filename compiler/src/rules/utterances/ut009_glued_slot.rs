use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::{self, Class, Marks, Part};
use crate::skill::{Model, Skill};
use std::iter::Peekable;

rule! {
    /// A slot touches the text beside it.
    ///
    /// Alexa wants a plain space between a slot and its neighbours, also in Japanese and other languages that write without spaces: models with
    /// samples such as `{artist}の曲` are answered with `InvalidSample`. The space is not heard.
    ///
    /// A possessive such as `{name}'s` is another case, with a rule of its own.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello{city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["say hello to {city}", "hello {city}"]
    /// ```
    UT009 "glued-slot" Error Daily
}

pub(crate) fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for (_, sample) in sample::marked(model, Marks::TOUCHED) {
        let text = &*sample.text;
        let Some((slot, first)) = glued(text).next() else { continue };
        let gap = first - previous_len(text, first)..first + next_len(text, first);
        let message = format!("the slot `{{{slot}}}` touches what stands beside it");
        let problem =
            RULE.at(sample::place(sample, gap), message).note("Alexa wants a space between a slot and its neighbours in every language");
        report.push(match sample::exact(sample, 0..text.len()) {
            Some(span) => {
                let spaced = with_spaces(text);
                problem.fix(format!("write `{spaced}`"), span, spaced)
            }
            None => problem.help(format!("write a space on both sides of `{{{slot}}}`")),
        });
    }
}

/// The slots that touch something, and where a space is wanting.
fn glued(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut parts: Peekable<_> = sample::parts(text).peekable();
    std::iter::from_fn(move || {
        let part = parts.next()?;
        let next = parts.peek();
        Some(match (&part, next) {
            (Part::Slot { name, range }, Some(Part::Slot { .. })) => Some((*name, range.end)),
            (Part::Slot { name, range }, Some(Part::Words(words))) => {
                let next = text[words.clone()].chars().next();
                next.is_some_and(|next| touches(next) && next != '\'').then_some((*name, range.end))
            }
            (Part::Words(words), Some(Part::Slot { name, range })) => {
                let previous = text[words.clone()].chars().next_back();
                previous.is_some_and(touches).then_some((*name, range.start))
            }
            _ => None,
        })
    })
    .flatten()
}

/// Whether the character wants a space before a slot; what samples cannot have at all is reported as such.
fn touches(letter: char) -> bool {
    letter != ' ' && sample::class(letter) == Class::Allowed
}

fn with_spaces(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + 4);
    let mut at = 0;
    for (_, gap) in glued(text) {
        spaced.push_str(&text[at..gap]);
        spaced.push(' ');
        at = gap;
    }
    spaced.push_str(&text[at..]);
    spaced
}

fn previous_len(text: &str, at: usize) -> usize {
    text[..at].chars().next_back().map_or(0, char::len_utf8)
}

fn next_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use crate::told::{fixed, told};

    #[test]
    fn spaces_are_put_on_both_sides() {
        let keys = "intents:\n  Hello:\n    slots: { city: AMAZON.City, friend: AMAZON.FirstName, query: AMAZON.SearchQuery }\n    samples:\n      - 曲{city}の{friend}を\n      - l'{city}\n      - from {city}{friend} now\n";
        assert_eq!(fixed("UT009", keys), ["- 曲 {city} の {friend} を", "- l' {city}", "- from {city} {friend} now"]);
    }

    #[test]
    fn possessives_and_forbidden_signs_are_left_to_other_rules() {
        assert!(told("UT009", "intents:\n  Hello:\n    slots: { city: AMAZON.City, friend: AMAZON.FirstName, query: AMAZON.SearchQuery }\n    samples:\n      - the dog of {friend}'s dog\n      - to {city}, please\n      - to {city}\n", "").is_empty());
    }
}
