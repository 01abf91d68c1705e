use crate::rules::rule;

rule! {
    /// A `locales` key inside the skill names a locale that the skill does not have.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { locales: [fr-FR], samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { locales: [en-US], samples: [say hello] }
    /// ```
    LO004 "not-a-locale-of-the-skill" Error Daily
}
