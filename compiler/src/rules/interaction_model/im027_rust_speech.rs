use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Skill, SpeechText};
use std::collections::HashMap;

rule! {
    /// Two speech texts would be the same function in Rust.
    ///
    /// Each text becomes a function named in snake case, so `welcomeBack` and `welcome_back` are both `welcome_back`. Nothing but the handlers
    /// uses these names, so either can be changed freely.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech: { welcome_back: Welcome back., welcomeBack: Hello again. }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech: { welcome_back: Welcome back., hello_again: Hello again. }
    /// ```
    IM027 "rust-speech" Error Daily
}

pub fn check(skill: &Skill<'_>, report: &mut Report) {
    let mut seen: HashMap<&str, &SpeechText<'_>> = HashMap::new();
    for text in &skill.speech {
        if let Some(first) = seen.get(text.rust.name.as_str()) {
            if first.name.value == text.name.value {
                continue; // one key twice is told by the front end
            }
            let problem = RULE
                .at(text.name.span, format!("`{}` and `{}` would both be `{}` in Rust", text.name.value, first.name.value, text.rust.name));
            report.push(problem.also(first.name.span, "the other one").help("rename one of the texts"));
        } else {
            seen.insert(&text.rust.name, text);
        }
    }
}
