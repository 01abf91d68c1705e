use crate::rules::rule;

rule! {
    /// The file holds a control character.
    ///
    /// Characters that are neither letters nor signs nor line breaks cannot stand in YAML. They come from copied terminal output or
    /// from damaged files, and nobody sees them. In double quotes an escape such as `\u001b` can stand for one.
    ///
    /// There is no example here: the character would not be visible in this page.
    SY014 "control-character" Error Daily
}
