use crate::rules::rule;

rule! {
    /// Two files of a skill package are the same part of it: two manifests, two models of one locale, two account-linking requests.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK005 "part-twice" Error Daily
}
