use crate::analysis::Checked;
use crate::diagnostic::Report;
use crate::drift::Code;
use crate::rules::rule;
use crate::rust::says_itself;

rule! {
    /// No source file of the crate says a text of `speech`.
    ///
    /// The text is translated and kept, and nobody hears it: a leftover, or a place in a handler that was forgotten. A text counts as said where
    /// a source file below `src` names it behind `speech::`, imports it from there, or imports all of them and has the name anywhere; what only
    /// tests say does not count. The generated Rust itself says `error` and `consent`, and `help`, `fallback` and `goodbye` in the handlers that
    /// are there unasked.
    ///
    /// Only `sayso check` reads the crate: the one whose sources name this skill.yaml, at or above its folder or in the workspace there.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// speech:
    ///   help: Say hello to me.
    ///   fallback: You can say hello to me.
    ///   hello: Hello.
    ///   hello_again: Hello again.
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn hello(&self, cx: &mut Context) -> Result<Response> {
    ///         Ok(Response::tell(skill::speech::hello()))
    ///     }
    /// }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// speech:
    ///   help: Say hello to me.
    ///   fallback: You can say hello to me.
    ///   hello: Hello.
    /// ```
    ///
    /// ```rust,ignore
    /// impl skill::Handlers for Friend {
    ///     async fn hello(&self, cx: &mut Context) -> Result<Response> {
    ///         Ok(Response::tell(skill::speech::hello()))
    ///     }
    /// }
    /// ```
    DR004 "unsaid-text" Warning Daily
}

pub(crate) fn check_code(skill: &Checked<'_>, code: &Code, report: &mut Report) {
    let Some(said) = &code.said else { return };
    let unsaid = skill.speech.iter().filter(|text| !said.contains(&text.rust.name));
    for text in unsaid.filter(|text| !says_itself(skill, text, |name| code.handler(name).is_some())) {
        let problem = RULE
            .at(text.name.span, format!("nothing says the text `{}`", text.name.value))
            .also(code.implementation, format!("no source file of the crate with these handlers has `speech::{}`", text.rust.name))
            .help("say it in a handler, or remove it");
        report.push(problem);
    }
}
