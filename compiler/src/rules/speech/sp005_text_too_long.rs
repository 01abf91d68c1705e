use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Piece, Skill, Variation};

rule! {
    /// A speech text is longer than Alexa speaks.
    ///
    /// The speech of a response has 8,000 characters at most, tags included. A longer one is not cut: Alexa refuses the whole response and tells
    /// the skill so only with the next request, as an error of the kind `INVALID_RESPONSE`. Arguments count when the text is spoken; here the
    /// text without them is too long already.
    ///
    /// An example would fill pages and cannot be shown.
    SP005 "text-too-long" Error Daily
}

/// The most characters of a response's speech.
const MOST: usize = 8_000;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for text in &skill.speech {
        for variation in text.translations().flat_map(|(_, variations)| variations) {
            let length = length(variation);
            if length <= MOST {
                continue;
            }
            let problem = RULE
                .at(
                    variation.text.span,
                    format!("the text `{}` has {length} characters, more than the {MOST} that Alexa speaks", text.name.value),
                )
                .note("Alexa refuses the whole response")
                .help("split it, and go on when the user asks for more");
            report.push(problem);
        }
    }
}

/// The characters besides the arguments.
fn length(variation: &Variation<'_>) -> usize {
    if variation.text.value.len() <= MOST {
        return 0;
    }
    let literals = variation.pieces.iter().filter_map(|piece| if let Piece::Literal(text) = piece { Some(*text) } else { None });
    literals.map(|text| text.chars().count()).sum()
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn the_limit_counts_characters_without_arguments() {
        let text = |length: usize| format!("speech: {{ a: \"{}{{name}}\" }}", "ä".repeat(length));
        assert!(told("SP005", &text(8_000), "").is_empty());
        assert_eq!(told("SP005", &text(8_001), ""), ["the text `a` has 8001 characters, more than the 8000 that Alexa speaks"]);
    }
}
