use crate::rules::rule;

rule! {
    /// A level in `lints` for a rule that nothing breaks.
    ///
    /// It would hide the next case of it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// lints: { IM002: { level: allow, reason: the brand is one word } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    SY028 "idle-lint" Warning Daily
}
