use crate::analysis::Checked;
use crate::diagnostic::Report;
use crate::drift::Code;
use crate::rules::rule;

rule! {
    /// A handler never gets a slot in some locales, for the slot is declared for others only.
    ///
    /// `locales` at a slot keeps it out of the other interaction models. The generated struct has the field all the same, and there it is
    /// always empty: a handler that asks the user for it asks for something that Alexa cannot hear. Where the difference is meant, a line in
    /// `lints` says so.
    ///
    /// Only `sayso check` reads the crate: the one whose sources name this skill.yaml, at or above its folder or in the workspace there.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: [en-US, en-GB]
    /// intents:
    ///   Hello:
    ///     slots:
    ///       name: AMAZON.FirstName
    ///       county: { type: AMAZON.Region, locales: [en-GB], required: true, ask: Which county? }
    ///     samples: ["say hello to {name}"]
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn hello(&self, cx: &mut Context, intent: skill::Hello) -> Result<Response> { … }
    /// }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// locales: [en-US, en-GB]
    /// intents:
    ///   Hello:
    ///     slots:
    ///       name: AMAZON.FirstName
    ///       county: { type: AMAZON.Region, required: true, ask: Which county? }
    ///     samples: ["say hello to {name}"]
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn hello(&self, cx: &mut Context, intent: skill::Hello) -> Result<Response> { … }
    /// }
    /// ```
    DR003 "slot-not-everywhere" Warning Daily
}

pub(crate) fn check_code(skill: &Checked<'_>, code: &Code, report: &mut Report) {
    for intent in &skill.intents {
        let Some(handler) = code.handler(&intent.rust.name) else { continue };
        for slot in &intent.slots {
            let name = slot.name.value;
            // Where the intent is missing too, that is told of the intent.
            let (with, _) = skill.tags(|locale| slot.locales.has(locale));
            let (without, _) = skill.tags(|locale| intent.locales.has(locale) && !slot.locales.has(locale));
            if without.is_empty() {
                continue;
            }
            let problem = RULE
                .at(handler, format!("the handler `{}` never gets the slot `{name}` in {}", intent.rust.name, without.join(", ")))
                .also(slot.name.span, format!("`{name}` is declared for {} only", with.join(", ")))
                .help(format!("declare `{name}` for all locales of the intent, or allow `DR003` in `lints` where the difference is meant"));
            report.push(problem);
        }
    }
}
