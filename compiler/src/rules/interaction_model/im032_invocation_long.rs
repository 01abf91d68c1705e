use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};

/// The most characters that are known to be taken.
const MOST: usize = 50;

rule! {
    /// The invocation name has more than 50 characters.
    ///
    /// Other tools take that for the limit of the developer console; the longest public name has 32. A long name is hard to say and to remember.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello everyone who is my friend or might soon become one }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill: { name: Hello Friend, invocation: hello friend }
    /// ```
    IM032 "invocation-long" Warning Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let Some(name) = model.invocation else { return };
    let length = name.value.trim().chars().count();
    if length > MOST {
        let problem = RULE.at(name.span, format!("the invocation name has {length} characters, and {MOST} are known to be taken"));
        report.push(problem.help("choose two or three words that are easy to say"));
    }
}
