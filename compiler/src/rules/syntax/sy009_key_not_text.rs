use crate::rules::rule;

rule! {
    /// A key is not a text.
    ///
    /// YAML lets a list, a map or nothing at all be the key of an entry. Names in a skill are texts, so such an entry is passed over.
    /// Numbers and words such as `true` are texts here; `null` and `~` are nothing, unless they stand in quotes.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech:
    ///   [welcome, again]: Hello.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech:
    ///   welcome_again: Hello.
    /// ```
    SY009 "key-not-text" Error Daily
}
