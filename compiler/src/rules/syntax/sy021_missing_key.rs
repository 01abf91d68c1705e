use crate::rules::rule;

rule! {
    /// Something without which the rest of its block says nothing is missing: the type of a slot, the text of a value, the prompt of a validation.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: { required: false } }
    ///     samples: ["hello from {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots: { city: AMAZON.City }
    ///     samples: ["hello from {city}"]
    /// ```
    SY021 "missing-key" Error Daily
}
