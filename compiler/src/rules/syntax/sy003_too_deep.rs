use crate::rules::rule;

rule! {
    /// Lists and maps are nested too deep.
    SY003 "too-deep" Error Daily
}
