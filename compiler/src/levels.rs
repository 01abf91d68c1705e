//! How much each problem weighs in the end: the profile, then the skill's own `lints`.

use crate::diagnostic::{Diagnostic, Severity};
use crate::nearest::nearest;
use crate::rule::Profile;
use crate::rules::ALL;
use crate::rules::syntax::sy028_idle_lint as idle_lint;
use crate::rules::syntax::{sy025_unknown_code as unknown_code, sy026_fixed_level as fixed_level, sy027_no_reason as no_reason};
use crate::skill::{Lint, Skill};
use std::collections::HashMap;

/// The families whose errors a skill cannot turn down: without them the language or the promise would not hold.
const FIXED: &[&str] = &["SY", "LO", "SP", "AL"];

/// Applies the profile and the `lints` of the skill.
pub(crate) fn apply(skill: &Skill<'_>, submit: bool, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut kept = Vec::with_capacity(found.len());
    let mut used = vec![false; skill.lints.len()];
    let mut lints: HashMap<&str, usize> = HashMap::new();
    for (at, lint) in skill.lints.iter().enumerate() {
        lints.entry(lint.code.value).or_insert(at);
    }
    for mut diagnostic in found {
        match diagnostic.rule.profile {
            Profile::Submit if !submit => continue,
            Profile::Stricter if submit => diagnostic.severity = Severity::Error,
            _ => {}
        }
        if let Some(&at) = lints.get(diagnostic.code()) {
            used[at] = true;
            if !is_fixed(diagnostic.rule) {
                match skill.lints[at].level.value.severity() {
                    Some(severity) => diagnostic.severity = severity,
                    None => continue,
                }
            }
        }
        kept.push(diagnostic);
    }
    for (lint, used) in skill.lints.iter().zip(used) {
        kept.extend(problem_of(lint, used, submit));
    }
    kept.sort_by(|a, b| (a.span(), a.code(), &a.message).cmp(&(b.span(), b.code(), &b.message)));
    kept
}

fn is_fixed(rule: &crate::rules::Rule) -> bool {
    rule.severity == Severity::Error && FIXED.iter().any(|family| rule.code.starts_with(family))
}

fn problem_of(lint: &Lint<'_>, used: bool, submit: bool) -> Option<Diagnostic> {
    let code = lint.code;
    let Some(entry) = ALL.iter().find(|entry| entry.rule.code == code.value) else {
        let problem = unknown_code::RULE.at(code.span, format!("no rule has the code `{}`", code.value));
        return Some(match nearest(code.value, ALL.iter().map(|entry| entry.rule.code)) {
            Some(near) => problem.help(format!("a similar one exists: `{near}`")),
            None => problem.help("the message of a rule shows its code, such as `error[IM001]`"),
        });
    };
    if is_fixed(entry.rule) {
        return Some(fixed_level::RULE.at(code.span, format!("the level of `{}` cannot be changed", code.value)));
    }
    if !lint.unread && lint.reason.is_none_or(|reason| reason.value.trim().is_empty()) {
        return Some(
            no_reason::RULE
                .at(code.span, format!("the level of `{}` has no reason", code.value))
                .help("write `reason: …`, for those who read the file after you"),
        );
    }
    let silent = entry.rule.profile == Profile::Submit && !submit;
    (!used && !silent).then(|| idle_lint::RULE.at(code.span, format!("nothing breaks the rule `{}`", code.value)).help("remove the lint"))
}
