use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill goes to certification without testing instructions.
    ///
    /// They tell Amazon's testers what they cannot see: how to log in with a test account, which device or data the skill needs. Without
    /// anything to tell, say so.
    ///
    /// ## Fails
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
    MF025 "missing-testing-instructions" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let text = skill.store.testing_instructions;
    // An empty text has its own rule.
    if text.is_none() {
        let problem = RULE
            .at(skill.store.key, "the skill has no `testing_instructions`")
            .note("certification needs them")
            .for_want_of(skill.top, "skill")
            .for_want_of(skill.store.key, "testing_instructions");
        let advice = match skill.linking {
            Some(_) => "say how to log in: user and password of a test account that does not expire",
            None => "say what testers need to know, or that there is nothing special",
        };
        report.push(problem.help(format!("add `testing_instructions` under `skill`: {advice}")));
    }
}
