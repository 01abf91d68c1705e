use crate::rules::rule;

rule! {
    /// A text needs quotes.
    ///
    /// Some signs mean something else to YAML when a text begins with them: `[` begins a list and `{` a map, `*` and `&` are for
    /// aliases and anchors, `!` for tags, `|` and `>` for texts of several lines; `@`, `%` and the backquote are reserved. A colon with
    /// a space after it ends a key, wherever it stands. In quotes all of them are text. To go on, the line is read as the text
    /// that it was most likely meant to be.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   OrderRide:
    ///     samples:
    ///       - [please] order a ride
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   OrderRide:
    ///     samples:
    ///       - "[please] order a ride"
    /// ```
    SY007 "needs-quotes" Error Daily
}
