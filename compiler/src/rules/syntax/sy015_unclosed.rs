use crate::rules::rule;

rule! {
    /// A quote or a bracket is opened and not closed.
    ///
    /// YAML then takes the lines that follow for a part of it, up to the next quote or bracket that happens to fit. The message names
    /// the place where it was opened. To go on, only the entry with the open quote or bracket is set aside.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech:
    ///   welcome: "Hello.
    ///   goodbye: Bye.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech:
    ///   welcome: "Hello."
    ///   goodbye: Bye.
    /// ```
    SY015 "unclosed" Error Daily
}
