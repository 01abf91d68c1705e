use crate::diagnostic::Report;
use crate::rules::rule;
use crate::sample::Unread;
use crate::skill::Skill;

rule! {
    /// An intent has no samples.
    ///
    /// Without samples nobody can reach the intent by speaking; only dialogs that lead to it, or other skills, can. Where that is meant,
    /// `dialog_only: true` says so. Amazon's own intents need no samples. Of 384 public models four have a custom intent without any.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Goodbye: {}
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Goodbye: { dialog_only: true }
    /// ```
    UT018 "no-samples" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let mut unsaid: Vec<Vec<&str>> = vec![Vec::new(); skill.intents.len()];
    let mut present = vec![0; skill.intents.len()];
    for model in &skill.models {
        for intent in &model.intents {
            present[intent.intent] += 1;
            if intent.unsaid {
                unsaid[intent.intent].push(skill.locales[model.locale].tag.value);
            }
        }
    }
    let unread = Unread::of(skill, report);
    for ((intent, unsaid), present) in skill.intents.iter().zip(unsaid).zip(present) {
        if unsaid.is_empty() || intent.dialog_only || intent.is_builtin() || unread.has(intent) {
            continue;
        }
        let place = if unsaid.len() < present { format!(" in {}", unsaid.join(", ")) } else { String::new() };
        let problem = RULE
            .at(intent.name.span, format!("`{}` has no samples{place}", intent.name.value))
            .note("nobody can reach an intent without samples by speaking")
            .help("add `samples` with what users say, or `dialog_only: true` when only dialogs lead to it");
        report.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn some_locales_are_named() {
        let keys = "intents: { Hello: {}, Bye: [bye] }";
        let de = "intents: { Hello: { samples: [hallo] }, Bye: { samples: [ade] } }";
        assert_eq!(told("UT018", keys, de), ["`Hello` has no samples in en-US"]);
        assert_eq!(told("UT018", keys, ""), ["`Hello` has no samples"]);
    }

    #[test]
    fn what_is_missing_or_cannot_be_read_is_left_to_other_rules() {
        assert!(told("UT018", "intents: { Hello: [hello] }", "intents: {}").is_empty());
        assert!(told("UT018", "intents: { Hello: ['(hello'] }", "").is_empty());
        assert!(told("UT018", "intents:\n  Hello:\n    samples: [hello\n  Bye: [bye]\n", "").is_empty());
    }
}
