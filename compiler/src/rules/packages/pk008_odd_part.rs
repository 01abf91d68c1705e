use crate::rules::rule;

rule! {
    /// A part of an interaction model is in a form that skill.yaml cannot say.
    ///
    /// Such as an intent that stands twice, a key that Amazon does not have, a prompt of an unknown type, or a dialog for an intent that is not
    /// there. `sayso import` keeps it as it is, under `amazon.interaction_model`, where `check` refuses it: Amazon would, too. `--lenient` lets it
    /// through, so that it can be mended.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK008 "odd-part" Warning Daily
}
