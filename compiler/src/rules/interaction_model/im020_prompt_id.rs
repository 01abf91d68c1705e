use super::im019_empty_prompt::prompts;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Skill};
use std::borrow::Cow;

rule! {
    /// The id of a prompt is empty or has a space in it.
    ///
    /// Other tools that write interaction models refuse such ids. Without `id`, the id follows from the names of the intent and the slot.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: { say: Shall I say hello?, id: really say hello } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: { say: Shall I say hello?, id: Confirm.Hello } }
    /// ```
    IM020 "prompt-id" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    for prompt in prompts(model) {
        let Some(Cow::Borrowed(id)) = prompt.id else { continue };
        let fault = match id {
            "" => "the id of a prompt is empty".to_owned(),
            _ if id.contains(char::is_whitespace) => format!("the prompt id `{id}` has a space in it"),
            _ => continue,
        };
        report.push(RULE.at(prompt.span, fault).help("leave `id` out, or write it like `Elicit.Slot.city`"));
    }
}
