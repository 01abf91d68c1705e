use crate::rules::rule;

rule! {
    /// A `rust` key that cannot be the name of a Rust function or field.
    ///
    /// It is written in snake case: lower-case letters, digits and `_`, beginning with a letter, and no keyword.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { rust: Say-Hello, samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { rust: say_hello, samples: [say hello] }
    /// ```
    SY020 "not-a-rust-name" Error Daily
}
