use crate::rules::rule;

rule! {
    /// `lints` names a code that no rule has.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// lints: { XX999: { level: allow, reason: none } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    SY025 "unknown-code" Error Daily
}
