use crate::rules::rule;

rule! {
    /// A locale is listed twice.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: [en-US, en-US]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// locales: [en-US]
    /// ```
    LO005 "duplicate-locale" Error Daily
}
