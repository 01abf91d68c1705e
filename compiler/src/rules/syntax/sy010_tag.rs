use crate::rules::rule;

rule! {
    /// A value carries a tag that has no meaning here.
    ///
    /// A word that begins with `!` tells YAML which type the value after it has. A skill has no types of that kind. Where a text
    /// was meant to begin with `!`, it needs quotes. The core tags `!!str`, `!!seq` and `!!map` are accepted on texts, lists and maps.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech:
    ///   welcome: !loud Hello.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech:
    ///   welcome: "!loud Hello."
    /// ```
    SY010 "tag" Error Daily
}
