use crate::rules::rule;

rule! {
    /// The file is not YAML at this place.
    ///
    /// A block that cannot be read is set aside, and the rest of the file is still checked.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     samples: [say hello]
    ///     say good day
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     samples: [say hello, say good day]
    /// ```
    SY001 "not-yaml" Error Daily
}
