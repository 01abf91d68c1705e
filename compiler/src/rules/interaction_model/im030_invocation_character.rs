use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};
use crate::source::{Span, Text};
use std::ops::{Range, RangeInclusive};

/// Signs beyond ASCII that stand in no word of any language of Alexa's.
#[rustfmt::skip]
const SIGNS: &[RangeInclusive<char>] = &[
    '\u{80}'..='\u{a9}', '\u{ab}'..='\u{b4}', '\u{b6}'..='\u{b9}', '\u{bb}'..='\u{bf}', // Latin-1 signs, without ª µ º
    '\u{60c}'..='\u{60f}', '\u{61b}'..='\u{61f}', '\u{66a}'..='\u{66d}', '\u{964}'..='\u{965}', // Arabic and Devanagari punctuation
    '\u{2000}'..='\u{200b}', '\u{200e}'..='\u{206f}', '\u{20a0}'..='\u{20cf}', '\u{2190}'..='\u{2bff}', // punctuation, money, symbols
    '\u{3000}'..='\u{3004}', '\u{3008}'..='\u{3020}', '\u{30fb}'..='\u{30fb}', '\u{ff01}'..='\u{ff65}', // Japanese punctuation, full width
    '\u{1f000}'..='\u{1faff}', // pictures
];

rule! {
    /// The invocation name has something other than letters, spaces, apostrophes and periods, or begins with something else than a letter.
    ///
    /// Numbers are written as words, as they are spoken. In English the letters are `a` to `z`; other languages have their own. Apostrophes are
    /// for possessives and periods for abbreviations (page "Choose the Invocation Name for a Custom Skill").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend 2 }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello second friend }
    /// ```
    IM030 "invocation-character" Error Daily
}

pub fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    let english = skill.locales[model.locale].language() == "en";
    let stray = name.value.char_indices().find(|(_, letter)| !is_allowed(*letter, english));
    if let Some((at, stray)) = stray {
        let place = part(name, at..at + stray.len_utf8());
        let problem = RULE.at(place, format!("the invocation name `{}` has a `{}`", name.value, stray.escape_debug()));
        let problem = problem.note(allowed(english));
        report.push(match stray {
            _ if stray.is_numeric() => problem.help("write numbers as words"),
            '\u{2019}' => problem.help("write the apostrophe as `'`"),
            _ => problem.help("leave it out, or write the word for it"),
        });
    } else if name.value.trim().starts_with(['\'', '.']) {
        let problem = RULE.at(name.span, format!("the invocation name `{}` does not begin with a letter", name.value));
        report.push(problem.note(allowed(english)).help("begin it with a word"));
    }
}

fn allowed(english: bool) -> &'static str {
    match english {
        true => "an invocation name has the letters `a` to `z`, spaces, `'` and `.`, and begins with a letter",
        false => "an invocation name has letters of its language, spaces, `'` and `.`, and begins with a letter",
    }
}

/// Upper case is told on its own.
fn is_allowed(letter: char, english: bool) -> bool {
    if letter.is_ascii() || english {
        return letter.is_ascii_alphabetic() || matches!(letter, ' ' | '\'' | '.') || (english && letter.is_uppercase());
    }
    // Marks that belong to letters, such as the virama, are no letters themselves: so this asks for what is certainly none.
    !letter.is_numeric() && !SIGNS.iter().any(|signs| signs.contains(&letter))
}

/// The place of a part of a text: exact where the text stands in the source as it is, else the whole text.
pub(super) fn part(text: Text<'_>, part: Range<usize>) -> Span {
    let Span { start, end, .. } = text.span;
    if (end - start) as usize == text.value.len() { text.span.slice(part) } else { text.span }
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn other_languages_have_their_own_letters() {
        for name in
            ["नमस्ते दुनिया", "エーピーエルアナライザ", "المساعد", "le génie des salutations", "feliz cumpleaños", "川口のゴミ分別", "straße"]
        {
            assert!(name.chars().all(|letter| is_allowed(letter, false)), "{name}");
        }
        for letter in ['2', '٣', '・', '!', '-', '！', '\u{2019}', '🚕', '、', '؟'] {
            assert!(!is_allowed(letter, false), "{letter}");
        }
        assert!(!is_allowed('é', true));
    }
}
