use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill that goes to certification has no id in skill.yaml.
    ///
    /// Only with the id can the runtime refuse the requests of other skills, which certification tests for ("Skill Certification
    /// Testing"). Amazon gives the id when the skill is first created.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: SOCIAL_NETWORKING
    ///   summary: Says hello to you and your friends.
    ///   description: Hello Friend says hello to you and your friends. It works without an account.
    ///   example_phrases: ["Alexa, open hello friend"]
    ///   small_icon: https://hello.friend.dev/small.png
    ///   large_icon: https://hello.friend.dev/large.png
    ///   privacy_policy: https://hello.friend.dev/privacy
    ///   testing_instructions: Say hello to it.
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   id: amzn1.ask.skill.12345678-1234-1234-1234-123456789012
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: SOCIAL_NETWORKING
    ///   summary: Says hello to you and your friends.
    ///   description: Hello Friend says hello to you and your friends. It works without an account.
    ///   example_phrases: ["Alexa, open hello friend"]
    ///   small_icon: https://hello.friend.dev/small.png
    ///   large_icon: https://hello.friend.dev/large.png
    ///   privacy_policy: https://hello.friend.dev/privacy
    ///   testing_instructions: Say hello to it.
    /// ```
    MF004 "missing-skill-id" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if skill.ids.is_empty() {
        let problem = RULE
            .at(skill.store.key, "the skill has no `id`")
            .for_want_of(skill.top, "skill")
            .for_want_of(skill.store.key, "id")
            .note("without it the runtime cannot refuse requests for other skills");
        report.push(problem.help("add `id: amzn1.ask.skill.…` under `skill`; the developer console shows it"));
    }
}
