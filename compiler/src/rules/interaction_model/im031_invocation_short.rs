use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

rule! {
    /// The invocation name has fewer than two characters.
    ///
    /// The developer console refuses it.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: h }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM031 "invocation-short" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    let fault = match name.value.trim().chars().count() {
        0 => "the invocation name is empty",
        1 => "the invocation name has one letter",
        _ => return,
    };
    report.push(RULE.at(name.span, fault).help("write the two or more words that users say to call the skill"));
}
