use crate::analysis::Checked;
use crate::diagnostic::Report;
use crate::drift::Code;
use crate::rules::rule;

rule! {
    /// A handler never runs in some locales, for its intent is declared for others only.
    ///
    /// `locales` at an intent keeps it out of the other interaction models. Rust sees the union of all locales and demands the handler, so that
    /// in the source it looks as if every user could reach it. Where the difference is meant, a line in `lints` says so.
    ///
    /// Only `sayso check` reads the crate: the one whose sources name this skill.yaml, at or above its folder or in the workspace there.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// locales: [en-US, en-GB]
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Cricket: { locales: [en-GB], samples: [how is the cricket] }
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn cricket(&self, cx: &mut Context) -> Result<Response> { … }
    /// }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// locales: [en-US, en-GB]
    /// intents:
    ///   Hello: { samples: [say hello] }
    ///   Cricket: { samples: [how is the cricket] }
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn cricket(&self, cx: &mut Context) -> Result<Response> { … }
    /// }
    /// ```
    DR001 "intent-not-everywhere" Warning Daily
}

pub(crate) fn check_code(skill: &Checked<'_>, code: &Code, report: &mut Report) {
    for intent in &skill.intents {
        let Some(handler) = code.handler(&intent.rust.name) else { continue };
        let name = intent.name.value;
        let (with, without) = skill.tags(|locale| intent.locales.has(locale));
        if without.is_empty() {
            continue;
        }
        let problem = RULE
            .at(handler, format!("the handler `{}` never runs in {}", intent.rust.name, without.join(", ")))
            .also(intent.name.span, format!("`{name}` is declared for {} only", with.join(", ")))
            .help(format!("declare `{name}` for all locales, or allow `DR001` in `lints` where the difference is meant"));
        report.push(problem);
    }
}
