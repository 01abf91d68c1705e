use crate::rules::rule;

rule! {
    /// A text, list or map stands where another of them is expected.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: { say: hello } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    /// ```
    SY017 "wrong-kind" Error Daily
}
