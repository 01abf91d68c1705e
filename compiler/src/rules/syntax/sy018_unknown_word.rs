use crate::rules::rule;

rule! {
    /// A word that is not one of the fixed set that the key takes; the message lists them.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// launch: { auth: maybe }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// launch: { auth: none }
    /// ```
    SY018 "unknown-word" Error Daily
}
