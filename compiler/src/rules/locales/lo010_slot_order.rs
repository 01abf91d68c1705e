use crate::rules::rule;

rule! {
    /// An order of slots names one that the intent does not have, or names one twice.
    ///
    /// Alexa asks for slots in the order in which they stand in skill.yaml. `slot_order` says another order, usually in a file of `locales/` for a
    /// language in which it sounds better; slots that it does not name come after those that it names.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slot_order: [town]
    ///     slots: { day: AMAZON.DATE, city: AMAZON.City }
    ///     samples: ["hello from {city} on {day}"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello:
    ///     slot_order: [city]
    ///     slots: { day: AMAZON.DATE, city: AMAZON.City }
    ///     samples: ["hello from {city} on {day}"]
    /// ```
    LO010 "slot-order" Error Daily
}
