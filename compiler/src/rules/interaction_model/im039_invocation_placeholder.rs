use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// What templates put in the place of a name.
const PLACEHOLDERS: &[&str] = &["change me", "invocation name", "your invocation name", "my invocation name"];

rule! {
    /// The invocation name is the placeholder of a template, such as `change me`.
    ///
    /// Amazon refuses it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: change me }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM039 "invocation-placeholder" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    if PLACEHOLDERS.iter().any(|known| name.value.trim().eq_ignore_ascii_case(known)) {
        let problem = RULE.at(name.span, format!("the invocation name `{}` is a placeholder", name.value));
        report.push(problem.help("write the two or more words that users say to call the skill"));
    }
}
