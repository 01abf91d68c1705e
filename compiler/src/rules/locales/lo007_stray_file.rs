use crate::rules::rule;

rule! {
    /// A file of `locales/` belongs to no locale of the skill.
    ///
    /// Its name is a locale of the skill, or the language of one: `de-DE.yaml` or `de.yaml`.
    ///
    /// It takes two files to show.
    LO007 "stray-locale-file" Error Daily
}
