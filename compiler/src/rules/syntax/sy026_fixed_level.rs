use crate::rules::rule;

rule! {
    /// `lints` changes the level of a rule whose level is fixed.
    ///
    /// Errors of syntax, locales, speech and account linking stay errors: without them the language or the promise of this tool would not hold.
    /// Warnings, and the errors of the other families, can be changed.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// lints: { SY002: { level: allow, reason: we like it twice } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    SY026 "fixed-level" Error Daily
}
