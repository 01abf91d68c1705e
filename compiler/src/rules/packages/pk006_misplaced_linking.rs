use crate::rules::rule;

rule! {
    /// Account linking is written inside the skill manifest, where Amazon never reads it.
    ///
    /// It is a request of its own: `sayso import` takes it from there into `account_linking`, and `sayso build` writes it into
    /// `account-linking.json`.
    ///
    /// There is no example here: the rule is about files that are not skill.yaml.
    PK006 "misplaced-linking" Warning Daily
}
