use crate::diagnostic::Report;
use crate::placeholder::{placeholder, reserved_host};
use crate::rules::rule;
use crate::skill::Skill;
use crate::url::{Url, is_private};

rule! {
    /// A text or address of a skill that goes to certification has a domain that is reserved for examples.
    ///
    /// Nobody can reach `example.com`, a name that ends in `.example`, `.test` or `.invalid` (RFC 2606), or `yourdomain.com`: the page
    /// behind the address does not exist, and certification opens it. They are fine for development.
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
    ///   privacy_policy: https://hello.example/privacy
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
    MF060 "reserved-domain" Error Submit
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let common = skill.store.testing_instructions.into_iter();
    let texts = skill.listings.iter().flat_map(|page| page.texts()).map(|(_, text)| text);
    // An endpoint on this machine is told of by another rule.
    let is_public = |uri: &str| Url::parse(uri).is_some_and(|url| !is_private(url.host));
    let endpoints = skill.uris().filter(|uri| is_public(uri.value));
    for text in common.chain(texts).chain(endpoints) {
        let found = reserved_host(text.value).filter(|_| placeholder(text.value).is_none());
        if let Some(found) = found {
            let problem = RULE.at(text.span, format!("`{}` is a domain for examples", &text.value[found]));
            report.push(problem.note("nobody can reach it, and certification tries").help("write the real address"));
        }
    }
}
