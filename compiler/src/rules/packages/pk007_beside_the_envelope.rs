use crate::rules::rule;

rule! {
    /// A key stands beside the envelope of a part, where no skill can say it.
    ///
    /// What Amazon reads is inside `manifest`, `interactionModel` or `accountLinkingRequest`; only an interaction model has `version` and
    /// `description` beside it. `sayso import` leaves out what stands there, and so does `sayso build`.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK007 "beside-the-envelope" Warning Daily
}
