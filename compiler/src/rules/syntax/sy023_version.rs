use crate::rules::rule;

rule! {
    /// The file does not say which version of this language it is written in, or says one that does not exist.
    ///
    /// `sayso: 1` is the only version so far. It lets a later Sayso tell an old file from a broken one.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// sayso: 2
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// sayso: 1
    /// ```
    SY023 "version" Error Daily
}
