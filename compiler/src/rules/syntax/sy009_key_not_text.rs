use crate::rules::rule;

rule! {
    /// A key is not a text.
    SY009 "key-not-text" Error Daily
}
