use crate::rules::rule;

rule! {
    /// A key that this block does not have.
    ///
    /// Nothing is dropped silently: a misspelt key would otherwise look as if it did something. What Amazon has and this language does not
    /// belongs under `amazon`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { sampels: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    SY016 "unknown-key" Error Daily
}
