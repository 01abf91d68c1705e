use crate::rules::rule;

rule! {
    /// Too much is reached through aliases.
    SY005 "too-many-aliases" Error Daily
}
