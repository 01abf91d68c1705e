use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::Skill;
use crate::source::Text;

rule! {
    /// There are more example phrases or keywords than Amazon takes.
    ///
    /// The manifest's schema has room for four example phrases (the store shows three) and 30 keywords. Five phrases were answered with
    /// "Skill manifest is not valid" and no more.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, open hello friend", "Alexa, start hello friend", "Alexa, launch hello friend", "Alexa, run hello friend", "Alexa, use hello friend"]
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// skill:
    ///   name: Hello Friend
    ///   invocation: hello friend
    ///   example_phrases: ["Alexa, open hello friend", "Alexa, start hello friend", "Alexa, launch hello friend"]
    /// ```
    MF009 "too-many-store-entries" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    for listing in &skill.listings {
        count("example phrases", 4, listing.example_phrases.as_deref(), report);
        count("keywords", 30, listing.keywords.as_deref(), report);
    }
}

fn count(what: &str, most: usize, entries: Option<&[Text<'_>]>, report: &mut Report) {
    let entries = entries.unwrap_or_default();
    if let Some(first) = entries.get(most) {
        let problem = RULE.at(first.span, format!("there are {} {what}, and Amazon takes {most}", entries.len()));
        report.push(problem.here("the first one too many"));
    }
}
