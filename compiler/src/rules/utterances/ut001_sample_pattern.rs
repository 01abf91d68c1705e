use crate::rules::rule;

rule! {
    /// The brackets of a sample do not match, or a sample can stand for nothing at all.
    ///
    /// `(a|b)` are alternatives and `[a]` is optional; both can be nested. A `|` stands inside of `(…)` or `[…]`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: ["(say|tell hello"] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: ["(say|tell) hello"] }
    /// ```
    UT001 "sample-pattern" Error Daily
}
