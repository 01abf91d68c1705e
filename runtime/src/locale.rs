//! Which of the skill's locales answers a request.

/// The place of the locale that fits: the same one, else one of the same language, else the first.
pub(crate) fn choose(declared: &[&str], asked: Option<&str>) -> usize {
    let Some(asked) = asked else { return 0 };
    let same = |locale: &&str| locale.eq_ignore_ascii_case(asked);
    let related = |locale: &&str| language(locale).eq_ignore_ascii_case(language(asked));
    declared.iter().position(same).or_else(|| declared.iter().position(related)).unwrap_or(0)
}

/// The language of a locale: what stands before the first hyphen.
pub(crate) fn language(locale: &str) -> &str {
    locale.split(['-', '_']).next().unwrap_or_default()
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
