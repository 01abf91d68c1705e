use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;

rule! {
    /// The skill goes to certification with an id that nobody has.
    ///
    /// A UUID of zeros alone is what a template writes until Amazon has given the skill its id. Requests carry the real one, so the
    /// runtime would refuse all of them.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   id: amzn1.ask.skill.00000000-0000-0000-0000-000000000000
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
    MF035 "placeholder-skill-id" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for id in &skill.ids {
        let digits = id.value.rsplit('.').next().unwrap_or_default().bytes().filter(|byte| *byte != b'-');
        if digits.clone().count() == 32 && digits.clone().all(|digit| digit == b'0') {
            let problem = RULE.at(id.span, "the skill id is a placeholder").note("the runtime refuses requests for other skills than this");
            report.push(problem.help("copy the id from the developer console"));
        }
    }
}
