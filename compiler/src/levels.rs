//! How much each problem weighs in the end: the profile, then the skill's own `lints`.

use crate::analysis::Options;
use crate::diagnostic::{Diagnostic, Severity};
use crate::nearest::nearest;
use crate::rule::{Check, Profile};
use crate::rules::ALL;
use crate::rules::syntax::sy028_idle_lint as idle_lint;
use crate::rules::syntax::{sy025_unknown_code as unknown_code, sy026_fixed_level as fixed_level, sy027_no_reason as no_reason};
use crate::skill::{Lint, Skill};
use crate::source::Text;
use std::collections::HashMap;

/// The families whose errors a skill cannot turn down: without them the language or the promise would not hold.
const FIXED: &[&str] = &["SY", "LO", "SP", "AL"];

/// What Amazon would refuse: a lenient compilation lets it pass with a warning, so that a broken skill can be brought in and mended.
const AMAZONS: &[&str] = &["MF", "IM", "UT", "SL", "AL", "LO008"];

/// What stays an error in a lenient compilation though its family is among those.
#[rustfmt::skip]
const FIRM: &[&str] = &[
    // A secret would get into a file.
    "AL009", "AL015", "AL016", "MF064",
    // The promise of the account would not hold.
    "AL004", "AL034", "AL036", "AL038", "AL039", "AL048", "AL049", "AL050", "AL051", "AL052", "AL053", "AL055",
    // Something would be left out of what is written: URLs that no provider fills in, samples that stand for nothing, what has no place.
    "AL001", "AL002", "AL045", "MF073", "UT001", "UT002",
];

/// Applies the profile, the `lints` of the skill, and leniency.
pub(crate) fn apply(skill: &Skill<'_>, options: &Options, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let submit = options.submit;
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
    if options.lenient {
        kept.iter_mut().filter(|found| is_amazons(found.code())).for_each(|found| found.severity = found.severity.min(Severity::Warning));
    }
    kept.sort_by(|a, b| (a.span(), a.code(), &a.message).cmp(&(b.span(), b.code(), &b.message)));
    kept
}

/// Applies the `lints` of the skill to what its crate was found to disagree with; where all of that is known, tells which lints are idle.
pub(crate) fn apply_to_code(skill: &Skill<'_>, found: Vec<Diagnostic>, all_known: bool) -> Vec<Diagnostic> {
    let broken: Vec<&str> = found.iter().map(Diagnostic::code).collect();
    let is_idle = |lint: &&Lint<'_>| all_known && is_of_code(lint.code.value) && !broken.contains(&lint.code.value);
    let idle: Vec<Diagnostic> = skill.lints.iter().filter(is_idle).map(|lint| idle(lint.code)).collect();
    let weigh = |mut diagnostic: Diagnostic| {
        if let Some(lint) = skill.lints.iter().find(|lint| lint.code.value == diagnostic.code()) {
            diagnostic.severity = lint.level.value.severity()?;
        }
        Some(diagnostic)
    };
    found.into_iter().filter_map(weigh).chain(idle).collect()
}

/// Whether the rule is about the crate, which most doors do not read.
fn is_of_code(code: &str) -> bool {
    ALL.iter().any(|entry| entry.rule.code == code && matches!(entry.check, Check::Code(_)))
}

fn idle(code: Text<'_>) -> Diagnostic {
    idle_lint::RULE.at(code.span, format!("nothing breaks the rule `{}`", code.value)).help("remove the lint")
}

fn is_amazons(code: &str) -> bool {
    AMAZONS.iter().any(|family| code.starts_with(family)) && !FIRM.contains(&code)
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
    (!used && !silent && !is_of_code(code.value)).then(|| idle(code))
}

#[cfg(test)]
mod tests {
    use super::{AMAZONS, FIRM};
    use crate::rules::ALL;

    #[test]
    fn every_firm_code_is_that_of_a_rule_which_leniency_would_let_pass() {
        for code in FIRM {
            assert!(ALL.iter().any(|entry| entry.rule.code == *code), "no rule has the code {code}");
            assert!(AMAZONS.iter().any(|family| code.starts_with(family)), "{code} is firm anyway");
        }
    }
}
