use crate::rules::rule;

rule! {
    /// Braces in a speech text that do not hold an argument.
    ///
    /// `{name}` is an argument; `{name: number}` is one of another type (`text`, `number`, `date`, `time`). A name has letters, digits and `_`.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { welcome: "Welcome {0}." }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { welcome: "Welcome {name}." }
    /// ```
    SP001 "bad-placeholder" Error Daily
}
