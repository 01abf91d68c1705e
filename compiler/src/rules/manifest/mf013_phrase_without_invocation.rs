use crate::diagnostic::Report;
use crate::phrase::has_invocation;
use crate::rules::rule;
use crate::skill::Model;
use crate::skill::Skill;

rule! {
    /// The first example phrase does not have the invocation name.
    ///
    /// Said to a device, a phrase without the name reaches no skill or another one. The name stands in it exactly as users say it;
    /// capitals make no difference. Certification tests the phrase word by word ("Functional Testing for a Custom Skill").
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, open hello friends"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, open hello friend"]
    /// ```
    MF013 "phrase-without-invocation" Warning Stricter
}

pub(crate) fn check_model(skill: &Skill<'_>, model: &Model<'_>, report: &mut Report) {
    let phrases = skill.listing(model.locale).and_then(|listing| listing.example_phrases.as_ref());
    let (Some(first), Some(invocation)) = (phrases.and_then(|phrases| phrases.first()), model.invocation) else { return };
    let language = skill.locales.get(model.locale).map_or("", |locale| locale.language());
    if first.value.trim().is_empty() || invocation.value.trim().is_empty() || has_invocation(first.value, invocation.value, language) {
        return;
    }
    let problem = RULE.at(first.span, format!("the first example phrase does not have the invocation name `{}`", invocation.value));
    report.push(
        problem
            .also(invocation.span, "the invocation name")
            .help(format!("write it as users say it, such as `Alexa, open {}`", invocation.value)),
    );
}
