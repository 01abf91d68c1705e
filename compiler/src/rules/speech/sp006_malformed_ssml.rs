use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::ssml;

rule! {
    /// A text in SSML is not well-formed.
    ///
    /// A text that begins with `<speak>` is SSML, which is XML: each tag is closed, the values of attributes stand in quotes, `&` and `<` as signs
    /// are written `&amp;` and `&lt;`. Alexa refuses the whole response otherwise, and users hear that the skill has a problem; a bare `&` in a
    /// name or in the address of a sound is the usual cause. Arguments such as `{name}` may stand in the text and in the values of attributes;
    /// what they bring is escaped when the text is spoken.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { welcome: "<speak>Welcome to Hide & Seek.</speak>" }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { welcome: "<speak>Welcome to Hide &amp; Seek.</speak>" }
    /// ```
    SP006 "malformed-ssml" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for text in &skill.speech {
        let variations = text.translations().flat_map(|(_, variations)| variations);
        for variation in variations.filter(|variation| variation.ssml) {
            let Some(flaw) = ssml::flaw(variation.text.value) else { continue };
            let is_exact = variation.text.span.range().len() == variation.text.value.len();
            let place = if is_exact { variation.text.span.slice(flaw.range) } else { variation.text.span };
            let problem = RULE.at(place, format!("{} in the text `{}`", flaw.problem, text.name.value));
            report.push(match flaw.instead.filter(|_| is_exact) {
                Some(instead) => problem.fix(flaw.help, place, instead),
                None => problem.help(flaw.help),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::told::{fixed, told};

    #[test]
    fn signs_are_mended_where_they_stand() {
        let keys = "speech:\n  a: <speak>you & me</speak>\n  b: <speak>a < b</speak>\n  c: you & me\n";
        assert_eq!(told("SP006", keys, "").len(), 2);
        assert_eq!(fixed("SP006", keys), ["a: <speak>you &amp; me</speak>", "b: <speak>a &lt; b</speak>"]);
    }
}
