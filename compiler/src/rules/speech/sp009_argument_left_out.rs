use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Piece, Skill, Variation};
use std::collections::HashSet;

rule! {
    /// A translation never says one of the text's arguments.
    ///
    /// The handler hands over the arguments of the text in skill.yaml. A variation may leave one out, and a language may not need it, but where no
    /// variation of a translation has it, users of that language are told less than the others: most often it was forgotten.
    ///
    /// It takes two files to show.
    SP009 "argument-left-out" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for text in &skill.speech {
        for (_, variations) in text.translations() {
            let said = said(variations);
            for (_, arg) in text.args.iter().enumerate().filter(|(index, _)| !said.contains(index)) {
                let what = if variations.len() == 1 { "this translation" } else { "no variation of this translation" };
                let verb = if variations.len() == 1 { "does not say" } else { "says" };
                let problem = RULE
                    .at(variations[0].text.span, format!("{what} of `{}` {verb} `{{{}}}`", text.name.value, arg.name))
                    .also(arg.span, "said here")
                    .help(format!("write `{{{}}}` where it belongs", arg.name));
                report.push(problem);
            }
        }
    }
}

/// The arguments that the variations say.
fn said(variations: &[Variation<'_>]) -> HashSet<usize> {
    let pieces = variations.iter().flat_map(|variation| &variation.pieces);
    pieces.filter_map(|piece| if let Piece::Arg(index) = piece { Some(*index) } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn one_variation_with_the_argument_is_enough() {
        let told = |de: &str| told("SP009", "speech: { a: ['{n} rides to {city}', '{n} rides'] }", &format!("speech: {{ a: {de} }}"));
        assert!(told("['{n} Fahrten', 'nach {city}']").is_empty());
        assert_eq!(told("'{n} Fahrten'"), ["this translation of `a` does not say `{city}`"]);
        assert_eq!(told("[eins, 'nach {city}']"), ["no variation of this translation of `a` says `{n}`"]);
    }
}
