use crate::rules::rule;

rule! {
    /// A file is not UTF-8.
    ///
    /// The bytes of such a file cannot be shown here.
    SY011 "not-utf8" Error Daily
}
