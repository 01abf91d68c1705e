use super::im019_empty_prompt::prompts;
use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Model, Prompt, Skill};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

rule! {
    /// Two prompts have the same id and different texts.
    ///
    /// The model names each prompt by its id, so Alexa would say one text in both places. Prompts that share their id and their text are fine.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: { say: Shall I say hello?, id: Confirm } }
    ///   Goodbye: { samples: [say goodbye], confirm: { say: Shall I say goodbye?, id: Confirm } }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello], confirm: { say: Are you sure?, id: Confirm } }
    ///   Goodbye: { samples: [say goodbye], confirm: { say: Are you sure?, id: Confirm } }
    /// ```
    IM021 "prompt-id-twice" Error Daily
}

pub fn check_model(_: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let mut seen: HashMap<&str, &Prompt<'_>> = HashMap::new();
    for prompt in prompts(model).filter(|prompt| prompt.said) {
        let Some(id) = prompt.id.as_deref() else { continue };
        match seen.entry(id) {
            Entry::Vacant(place) => {
                place.insert(prompt);
            }
            Entry::Occupied(first) => {
                if !say_the_same(first.get(), prompt) {
                    let problem = RULE.at(prompt.span, format!("the prompt id `{id}` stands for two different texts"));
                    let problem = problem.here("for one text here").also(first.get().span, "for another here");
                    report.push(problem.help("give each text an id of its own, or leave `id` out"));
                }
            }
        }
    }
}

fn say_the_same(a: &Prompt<'_>, b: &Prompt<'_>) -> bool {
    a.variations.iter().map(|said| said.value).eq(b.variations.iter().map(|said| said.value))
}
