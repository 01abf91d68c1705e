use crate::rules::rule;

rule! {
    /// A translation uses an argument that the text in skill.yaml does not have.
    ///
    /// The handler hands over the arguments of the text in skill.yaml; in another language they may stand in another order, or be left out.
    ///
    /// It takes two files to show.
    SP002 "unknown-argument" Error Daily
}
