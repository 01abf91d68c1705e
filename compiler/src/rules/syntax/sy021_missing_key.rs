use crate::rules::rule;

rule! {
    /// Something without which the rest of its block says nothing is missing: the name of a task, the text of a value, the prompt of a validation.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// tasks: [{ name: SayHello }]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// tasks: [{ name: SayHello, version: "1" }]
    /// ```
    SY021 "missing-key" Error Daily
}
