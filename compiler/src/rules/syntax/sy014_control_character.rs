use crate::rules::rule;

rule! {
    /// The file, or a key, holds a control character.
    ///
    /// Characters that are neither letters nor signs nor line breaks cannot stand in YAML. They come from copied terminal output or
    /// from damaged files, and nobody sees them. In double quotes an escape such as `\u001b` can stand for one; in a key it cannot, since keys
    /// are names.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { "wel\u001bcome": Hello. }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { welcome: Hello. }
    /// ```
    SY014 "control-character" Error Daily
}
