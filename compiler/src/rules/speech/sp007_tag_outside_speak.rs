use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::ssml;

rule! {
    /// A tag of SSML stands in a text that is not SSML.
    ///
    /// Only a text that begins with `<speak>` is sent as SSML. Anything else is plain text, in which a tag is no tag: users would hear its name
    /// read out, or nothing of it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { welcome: "Welcome. <break time='1s'/> What now?" }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { welcome: "<speak>Welcome. <break time='1s'/> What now?</speak>" }
    /// ```
    SP007 "tag-outside-speak" Warning Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for text in &skill.speech {
        let variations = text.translations().flat_map(|(_, variations)| variations);
        for variation in variations.filter(|variation| !variation.ssml) {
            let value = variation.text.value;
            let Some((tag, range)) = ssml::opening_tags(value).find(|(name, _)| ssml::TAGS.contains(name)) else { continue };
            let exact = variation.text.span.range().len() == value.len();
            let place = if exact { variation.text.span.slice(range) } else { variation.text.span };
            let problem = RULE.at(place, format!("the text `{}` has the tag `<{tag}>`, but it is not SSML", text.name.value));
            report.push(match tag {
                "speak" => problem.help("begin the text with `<speak>` itself, without attributes"),
                _ => problem.help("write the text as `<speak>…</speak>`, or leave the tag out"),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn only_the_tags_of_ssml_count() {
        let keys =
            "speech: { a: 'a <b', b: 'a <br/> b', c: 'a <p>b</p>', d: '<speak version=\"1.0\">a</speak>', e: '<speak>a<p/></speak>' }";
        let told = told("SP007", keys, "");
        assert_eq!(told, ["the text `c` has the tag `<p>`, but it is not SSML", "the text `d` has the tag `<speak>`, but it is not SSML"]);
    }
}
