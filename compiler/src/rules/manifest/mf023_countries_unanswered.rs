use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Availability;
use crate::skill::Skill;

rule! {
    /// The skill goes to certification, but does not say where it is offered.
    ///
    /// `unanswered` leaves the question out of the manifest. That is good for development; certification needs an answer.
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
    ///   testing_instructions: Say hello to it.
    ///   countries: unanswered
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
    ///   countries: [US, GB]
    /// ```
    MF023 "countries-unanswered" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    if let Availability::Unanswered(said) = skill.store.countries {
        let problem = RULE.at(said, "the skill does not say where it is offered").note("certification needs an answer");
        report.push(problem.help("write `worldwide`, or list countries such as `[US, GB]`"));
    }
}
