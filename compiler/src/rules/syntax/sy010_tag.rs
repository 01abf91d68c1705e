use crate::rules::rule;

rule! {
    /// A value carries a YAML tag.
    SY010 "tag" Error Daily
}
