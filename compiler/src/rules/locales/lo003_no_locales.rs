use crate::rules::rule;

rule! {
    /// The skill has no locales.
    ///
    /// `locales` lists where the skill is published; the first one is the language of skill.yaml.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: []
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// locales: [en-US]
    /// ```
    LO003 "no-locales" Error Daily
}
