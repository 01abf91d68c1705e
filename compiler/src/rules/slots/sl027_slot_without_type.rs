use crate::rules::rule;

rule! {
    /// A slot has no type.
    ///
    /// The type says what users may fill the slot with; a model without it is refused. For free text take `AMAZON.SearchQuery`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Visit: { slots: { city: { required: true, ask: Where to? } }, samples: ["visit {city}"] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Visit: { slots: { city: { type: AMAZON.City, required: true, ask: Where to? } }, samples: ["visit {city}"] }
    /// ```
    SL027 "slot-without-type" Error Daily
}
