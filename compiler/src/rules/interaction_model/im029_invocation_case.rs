use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The invocation name has upper-case letters.
    ///
    /// It is spoken, and written in lower case whatever the name in the store looks like; the build of the model fails on upper case (page
    /// "Choose the Invocation Name for a Custom Skill"). None of 231 public names has any.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: Hello Friend }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM029 "invocation-case" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    if name.value.chars().any(char::is_uppercase) {
        let problem = RULE.at(name.span, format!("the invocation name `{}` has upper-case letters", name.value));
        report.push(problem.fix("write it in lower case", name.span, name.value.to_lowercase()));
    }
}
