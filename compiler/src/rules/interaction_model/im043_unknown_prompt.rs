use crate::rules::rule;

rule! {
    /// A dialog names a prompt by its id alone, and nothing says its text.
    ///
    /// `ask: { id: … }` without `say` takes the text of another use of the id, of `prompts`, or of `amazon.interaction_model.prompts`. Where there is
    /// none, Alexa refuses the model.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Visit: { slots: { city: { type: AMAZON.City, required: true, ask: { id: Elicit.City } } }, samples: ["visit {city}"] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Visit: { slots: { city: { type: AMAZON.City, required: true, ask: { id: Elicit.City, say: Where to? } } }, samples: ["visit {city}"] }
    /// ```
    IM043 "unknown-prompt" Error Daily
}
