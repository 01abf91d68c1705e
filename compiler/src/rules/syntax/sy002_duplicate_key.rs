use crate::rules::rule;

rule! {
    /// A map has the same key twice.
    SY002 "duplicate-key" Error Daily
}
