use crate::rules::rule;

rule! {
    /// An argument has two types.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { count: ["{n: number} rides", "{n: date} rides"] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { count: ["{n: number} rides", "You have {n} rides"] }
    /// ```
    SP003 "argument-type" Error Daily
}
