use crate::rules::rule;

rule! {
    /// Texts are missing in some locales.
    ///
    /// A text is looked for in the file of the locale (`locales/en-GB.yaml`), then in the one of its language (`locales/en.yaml`), then in
    /// skill.yaml where that is written in the same language. What is found in none of them is listed in one table. Users of a locale with a
    /// hole would meet an intent without samples, a question without words, or a store page in another language.
    ///
    /// What only some locales have says so with `locales: […]`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: [en-US, de-DE]
    /// speech: { welcome: Welcome. }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { welcome: Welcome. }
    /// ```
    LO001 "missing-text" Error Daily
}
