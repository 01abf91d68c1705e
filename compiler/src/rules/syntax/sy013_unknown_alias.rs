use crate::rules::rule;

rule! {
    /// An alias names no anchor.
    SY013 "unknown-alias" Error Daily
}
