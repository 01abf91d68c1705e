use crate::rules::rule;

rule! {
    /// The file holds a second document.
    ///
    /// A line with `---` ends a document of YAML and begins the next. A skill is one document; what follows the second `---` is not
    /// read.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech:
    ///   welcome: Hello.
    /// ---
    /// endpoint: https://skill.example/
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech:
    ///   welcome: Hello.
    /// ```
    SY008 "second-document" Error Daily
}
