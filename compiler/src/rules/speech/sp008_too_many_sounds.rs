use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::ssml;

rule! {
    /// A text has more than five `<audio>` tags.
    ///
    /// Alexa plays five sounds in a response at most, and refuses one with more; the limit is told by those who ran into it, and tools such as
    /// Litexa hold skills to it. The sounds of a response last 240 seconds at most, which only the files can tell.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech:
    ///   drums: >-
    ///     <speak><audio src="https://drums.dev/1.mp3"/><audio src="https://drums.dev/2.mp3"/><audio src="https://drums.dev/3.mp3"/>
    ///     <audio src="https://drums.dev/4.mp3"/><audio src="https://drums.dev/5.mp3"/><audio src="https://drums.dev/6.mp3"/></speak>
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech:
    ///   drums: <speak><audio src="https://drums.dev/all.mp3"/></speak>
    /// ```
    SP008 "too-many-sounds" Warning Stricter
}

/// The most sounds in a response.
const MOST: usize = 5;

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for text in &skill.speech {
        let variations = text.translations().flat_map(|(_, variations)| variations);
        for variation in variations.filter(|variation| variation.ssml) {
            let sounds = ssml::opening_tags(variation.text.value).filter(|(name, _)| *name == "audio").count();
            if sounds > MOST {
                let message = format!("the text `{}` has {sounds} `<audio>` tags, more than the {MOST} that Alexa plays", text.name.value);
                report.push(RULE.at(variation.text.span, message).help("join the sounds into fewer files, or leave some out"));
            }
        }
    }
}
