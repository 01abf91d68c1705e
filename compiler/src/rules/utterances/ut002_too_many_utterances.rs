use crate::rules::rule;

rule! {
    /// The alternatives and optional parts of one sample stand for more than 1,000 utterances.
    ///
    /// Each combination becomes an utterance of the interaction model, whose size is limited; a few brackets too many make millions.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     samples: ["(a|b|c|d|e|f|g|h) (a|b|c|d|e|f|g|h) (a|b|c|d|e|f|g|h) (a|b|c|d|e|f|g|h) hello"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     samples: ["(please|kindly) say hello"]
    /// ```
    UT002 "too-many-utterances" Error Daily
}
