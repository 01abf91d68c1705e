use crate::rules::rule;

rule! {
    /// A level in `lints` has no reason.
    ///
    /// A rule that was silenced without a word cannot be told from one that was silenced by mistake.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// lints: { IM002: { level: allow } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    SY027 "no-reason" Error Daily
}
