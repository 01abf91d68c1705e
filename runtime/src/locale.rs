//! Which of the skill's locales answers a request, and what the runtime itself says in it.

/// The place of the locale that fits: the same one, else one of the same language, else the first.
pub(crate) fn choose(declared: &[&str], asked: Option<&str>) -> usize {
    let Some(asked) = asked else { return 0 };
    let same = |locale: &&str| locale.eq_ignore_ascii_case(asked);
    let related = |locale: &&str| language(locale).eq_ignore_ascii_case(language(asked));
    declared.iter().position(same).or_else(|| declared.iter().position(related)).unwrap_or(0)
}

/// The language of a locale: what stands before the first hyphen.
fn language(locale: &str) -> &str {
    locale.split(['-', '_']).next().unwrap_or_default()
}

/// A sentence of the runtime's own, in each language that Alexa speaks.
pub(crate) struct Sentences {
    pub(crate) english: &'static str,
    pub(crate) others: &'static [(&'static str, &'static str)],
}

impl Sentences {
    /// The sentence in the language of a locale, else in English.
    pub(crate) fn in_language_of(&self, locale: &str) -> &'static str {
        let language = language(locale);
        let known = self.others.iter().find(|(known, _)| known.eq_ignore_ascii_case(language));
        known.map_or(self.english, |(_, sentence)| sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::choose;

    #[test]
    fn falls_back_to_the_language_then_to_the_first() {
        let declared = ["en-US", "de-DE", "de-AT"];
        for (asked, place) in [(Some("de-AT"), 2), (Some("DE-at"), 2), (Some("de-CH"), 1), (Some("fr-FR"), 0), (Some(""), 0), (None, 0)] {
            assert_eq!(choose(&declared, asked), place, "{asked:?}");
        }
    }
}
