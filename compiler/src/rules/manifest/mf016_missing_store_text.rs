use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Listing;
use crate::skill::Skill;

rule! {
    /// The store's page lacks something that certification demands.
    ///
    /// For every locale that is a summary, a description, at least one example phrase, and both icons ("Define Skill Store Details for
    /// Publication"). They are not needed while the skill is in development.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   id: amzn1.ask.skill.12345678-1234-1234-1234-123456789012
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   category: SOCIAL_NETWORKING
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
    MF016 "missing-store-text" Error Submit
}

type Has = fn(&Listing<'_>) -> bool;

/// What every page needs; whether it is text, which each language says for itself; and how to tell.
const NEEDED: &[(&str, bool, Has)] = &[
    ("summary", true, |page| page.summary.is_some()),
    ("description", true, |page| page.description.is_some()),
    ("example_phrases", true, |page| page.example_phrases.as_ref().is_some_and(|phrases| !phrases.is_empty())),
    ("small_icon", false, |page| page.small_icon.is_some_and(|icon| !icon.value.is_empty())),
    ("large_icon", false, |page| page.large_icon.is_some_and(|icon| !icon.value.is_empty())),
];

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for (key, is_text, has) in NEEDED {
        let lacking = skill.listings.iter().filter(|page| !has(page));
        let lacking: Vec<&str> = lacking.filter_map(|page| skill.locales.get(page.locale)).map(|locale| locale.tag.value).collect();
        // What the first locale says and another one does not is a missing translation, which is told apart from this.
        let is_translation =
            *is_text && skill.listings.first().is_some_and(has) && !skill.listings.iter().any(|page| page.omitted.contains(key));
        if lacking.is_empty() || is_translation {
            continue;
        }
        let place = if lacking.len() == skill.listings.len() { String::new() } else { format!(" in {}", crate::syntax::listed(&lacking)) };
        let problem = RULE
            .at(skill.store.key, format!("the store's page has no `{key}`{place}"))
            .for_want_of(skill.top, "skill")
            .for_want_of(skill.store.key, key);
        report.push(problem.note("certification needs it in every locale").help(format!("add `{key}` under `skill`")));
    }
}
