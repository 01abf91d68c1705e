use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Span;
use crate::syntax::{Answer, listed};

rule! {
    /// The skill learns something of its users, but has no privacy policy.
    ///
    /// A skill that links accounts, asks for permissions or collects personal information has the URL of a privacy policy in every locale
    /// ("Define Skill Store Details for Publication"). Skills without one fail certification.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    /// permissions: ["alexa::profile:email:read"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   privacy_policy: https://hello.friend.dev/privacy
    /// permissions: ["alexa::profile:email:read"]
    /// ```
    MF052 "missing-privacy-policy" Warning Stricter
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some((cause, why)) = reason(skill) else { return };
    let lacking = skill.listings.iter().filter(|page| page.privacy_policy.is_none_or(|address| address.value.is_empty()));
    let lacking: Vec<&str> = lacking.filter_map(|page| skill.locales.get(page.locale)).map(|locale| locale.tag.value).collect();
    if lacking.is_empty() {
        return;
    }
    let place = if lacking.len() == skill.listings.len() { String::new() } else { format!(" in {}", listed(&lacking)) };
    let problem = RULE
        .at(skill.store.key, format!("{why}, but has no privacy policy{place}"))
        .also(cause, "needed because of this")
        .for_want_of(skill.top, "skill")
        .for_want_of(skill.store.key, "privacy_policy");
    report.push(problem.help("add `privacy_policy: https://…` under `skill`"));
}

/// Why the skill needs a policy, and where that is said.
fn reason(skill: &Skill<'_>) -> Option<(Span, &'static str)> {
    let linking = skill.linking.as_ref().map(|linking| (linking.key, "the skill links accounts"));
    let permissions = || skill.permissions.first().map(|first| (first.span, "the skill asks for permissions"));
    let answer = || {
        let answered = skill.store.compliance.as_ref()?.personal_info;
        let said = answered.said.filter(|_| answered.answer == Answer::Yes)?;
        Some((said, "the skill collects personal information"))
    };
    linking.or_else(permissions).or_else(answer)
}
