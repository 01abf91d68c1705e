use crate::rules::rule;

rule! {
    /// A file is not the part of a skill package that its name or its place says.
    ///
    /// A skill manifest is an object with the key `manifest`, an interaction model one with `interactionModel`, and account linking one with
    /// `accountLinkingRequest`.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK004 "not-a-part" Error Daily
}
