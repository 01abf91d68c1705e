//! The skill's locales, and the sets of them that parts of the skill name.

use super::{Documents, Lowering};
use crate::builtin;
use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::interaction_model::im007_no_locale as no_locale;
use crate::rules::locales::{
    lo003_no_locales as no_locales, lo004_unknown_locale as unknown_locale, lo005_duplicate_locale as duplicate,
    lo009_unusable_locale as unusable,
};
use crate::skill::{Locale, LocaleSet, Parts};
use crate::source::{Span, Text};
use crate::syntax::List;

/// The locales of the skill; never empty, so that the rest of the file is checked even where they are missing.
pub(super) fn lower<'s>(documents: &Documents<'s>, parts: Parts, report: &mut Report) -> Vec<Locale<'s>> {
    let top = Span::new(documents.file, 0, 0);
    let items: &[Text<'s>] = documents.main.locales.as_ref().map_or(&[], |list| &list.items);
    let mut locales: Vec<Locale<'s>> = Vec::new();
    for tag in items {
        match locales.iter().find(|known| known.tag.value == tag.value) {
            Some(first) => report
                .push(duplicate::RULE.at(tag.span, format!("locale `{}` is listed twice", tag.value)).also(first.tag.span, "first here")),
            None if locales.len() == LocaleSet::MOST => {
                let message = format!("the skill has more than {} locales, and Alexa knows {}", LocaleSet::MOST, builtin::LOCALES.len());
                report.push(unusable::RULE.at(tag.span, message));
                break;
            }
            None => locales.push(Locale { tag: *tag }),
        }
    }
    if locales.is_empty() {
        let place = documents.main.locales.as_ref().map_or(top, |list| list.span);
        // Account linking is the same in all locales; a store that lists none is told as such.
        let listed = documents.main.skill.as_ref().and_then(|skill| skill.locales.as_ref());
        let is_listed = parts.manifest && listed.is_none_or(|list| !list.items.is_empty());
        if is_listed || parts.interaction_models {
            report.push(
                no_locales::RULE
                    .at(place, "the skill has no locales")
                    .help("add `locales: [en-US]`; the first one is the language of this file")
                    .for_want_of(documents.main.key, "locales"),
            );
        }
        locales.push(Locale { tag: Text::new("en-US", top) });
    }
    locales
}

/// The locale that a misspelt one means, such as `en-GB` for `en_GB`; that it is misspelt is reported by a rule.
pub(super) fn meant(tag: &str) -> Option<&'static str> {
    if builtin::LOCALES.contains(&tag) { None } else { nearest(tag, builtin::LOCALES.iter().copied()) }
}

impl Lowering<'_, '_, '_> {
    /// The set that a `locales` key names; all where there is none.
    pub fn locale_set(&mut self, list: Option<&List<Text<'_>>>) -> LocaleSet {
        self.locales_of(list, "this is in no locale")
    }

    /// The same, with what an empty list means.
    pub fn locales_of(&mut self, list: Option<&List<Text<'_>>>, none: &str) -> LocaleSet {
        let Some(list) = list else { return LocaleSet::ALL };
        if list.items.is_empty() {
            let problem = no_locale::RULE.at(list.span, none);
            self.report.push(problem.help("list the locales that have it, or leave `locales` out where all do"));
        }
        let mut set = 0;
        for tag in &list.items {
            match self.locales.iter().position(|locale| locale.tag.value == tag.value) {
                Some(index) => set |= 1_u64.checked_shl(index as u32).unwrap_or(0),
                None => self.report.push(not_of_the_skill(*tag, self.locales).for_want_of(self.documents.main.key, "locales")),
            }
        }
        LocaleSet(set)
    }
}

fn not_of_the_skill(tag: Text<'_>, locales: &[Locale<'_>]) -> crate::diagnostic::Diagnostic {
    let tags: Vec<&str> = locales.iter().map(|locale| locale.tag.value).collect();
    let problem = unknown_locale::RULE.at(tag.span, format!("`{}` is not one of the skill's locales", tag.value));
    match nearest(tag.value, tags.iter().copied()) {
        Some(near) => problem.fix(format!("a similar one is: `{near}`"), tag.span, near),
        None => problem.help(format!("the skill's locales are {}", crate::syntax::listed(&tags))),
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn a_misspelt_locale_misses_nothing() {
        let skill = "sayso: 1\nlocales: [en-US, en_GB, de_DE]\nspeech: { welcome: Hello. }\n";
        let input = crate::Input::from_text("skill.yaml", skill).with_locale("de-DE", "speech: {}");
        let codes = crate::analyze(&input, &crate::Options::default(), |analysis| {
            let codes = analysis.diagnostics.iter().map(crate::diagnostic::Diagnostic::code);
            codes.filter(|code| code.starts_with("LO")).collect::<Vec<_>>()
        });
        assert_eq!(codes, ["LO008", "LO008"]);
    }

    #[test]
    fn more_locales_than_a_set_holds_are_told_once() {
        let mut keys = String::from("locales: [en-US");
        (0..100).for_each(|number| keys.push_str(&format!(", aa-{number}")));
        keys.push_str("]\n");
        assert_eq!(told("LO009", &keys, ""), ["the skill has more than 64 locales, and Alexa knows 17"; 1]);
        assert_eq!(told("LO008", &keys, "").len(), 63);
    }
}
