use crate::rules::rule;

rule! {
    /// A validation has no prompt.
    ///
    /// Alexa says the prompt when a value does not fulfil the condition, and asks again; it cannot do so without words.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Visit:
    ///     slots: { city: { type: AMAZON.City, required: true, ask: Where to?, validate: [{ is_in_set: [Rome] }] } }
    ///     samples: ["visit {city}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Visit:
    ///     slots: { city: { type: AMAZON.City, required: true, ask: Where to?, validate: [{ is_in_set: [Rome], prompt: Only Rome. }] } }
    ///     samples: ["visit {city}"]
    /// ```
    IM044 "validation-without-prompt" Error Daily
}
