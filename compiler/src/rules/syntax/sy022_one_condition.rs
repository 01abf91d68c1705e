use crate::rules::rule;

rule! {
    /// A validation has none or several conditions.
    ///
    /// Alexa checks validations one after the other, each with its own prompt, so each entry of `validate` has exactly one condition.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       count:
    ///         type: AMAZON.NUMBER
    ///         required: true
    ///         ask: How many?
    ///         validate: [{ is_greater_than: 0, is_less_than: 9, prompt: One to eight please. }]
    ///     samples: ["hello {count} times"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slots:
    ///       count:
    ///         type: AMAZON.NUMBER
    ///         required: true
    ///         ask: How many?
    ///         validate:
    ///           - { is_greater_than: 0, prompt: At least one please. }
    ///           - { is_less_than: 9, prompt: Eight at most please. }
    ///     samples: ["hello {count} times"]
    /// ```
    SY022 "one-condition" Error Daily
}
