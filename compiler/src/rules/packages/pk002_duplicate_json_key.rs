use crate::rules::rule;

rule! {
    /// A key stands twice in one object of a skill package.
    ///
    /// JSON does not say which of the two counts; most readers take the last one, and so does `sayso import --lenient`.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK002 "duplicate-json-key" Error Daily
}
