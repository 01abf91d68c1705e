use crate::rules::rule;

rule! {
    /// A number in a skill package is larger than numbers can be.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK003 "json-number" Error Daily
}
