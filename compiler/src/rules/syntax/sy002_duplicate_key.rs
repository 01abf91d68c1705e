use crate::rules::rule;

rule! {
    /// A map has the same key twice.
    ///
    /// YAML leaves open which of the two counts, and readers differ: some take the first, some the last. Here none is taken for granted.
    /// Keys are the same when their texts are the same, quotes and escapes aside. A key that a merge key (`<<`) brings in is no
    /// duplicate: the map's own entry wins.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech:
    ///   welcome: Hello.
    ///   "welcome": Good morning.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech:
    ///   welcome: [Hello., Good morning.]
    /// ```
    SY002 "duplicate-key" Error Daily
}
