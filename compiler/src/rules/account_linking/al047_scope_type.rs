use crate::diagnostic::Report;
use crate::rules::rule;
use crate::skill::{Scope, Skill};
use std::collections::HashMap;

rule! {
    /// Two scopes come out as the same type in Rust.
    ///
    /// Each OAuth scope becomes a type of `skill::scope`, named in camel case: `rides.request` is `RidesRequest`. Signs between words do not
    /// count, so `rides.request` and `rides:request` would be one type, and a function that asks for one would take an account that grants
    /// the other.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://auth.friend.dev/authorize
    ///   token_url: https://auth.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:SECRET
    ///   client_authentication: http_basic
    ///   scopes: [hello.read, hello_read]
    ///   prompt: Please log in first. I have sent a card to your Alexa app.
    /// launch: { auth: required }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://auth.friend.dev/authorize
    ///   token_url: https://auth.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:SECRET
    ///   client_authentication: http_basic
    ///   scopes: [hello.read]
    ///   prompt: Please log in first. I have sent a card to your Alexa app.
    /// launch: { auth: required }
    /// ```
    AL047 "scope-type" Error Daily
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let scopes = skill.linking.as_ref().map_or(&[][..], |linking| &linking.scopes);
    let mut first: HashMap<&str, &Scope<'_>> = HashMap::new();
    for scope in scopes {
        let earlier = *first.entry(&scope.rust.name).or_insert(scope);
        // One scope listed twice is told on its own.
        if earlier.name.value != scope.name.value {
            let message = format!("scopes `{}` and `{}` are both `{}` in Rust", earlier.name.value, scope.name.value, scope.rust.name);
            report.push(
                RULE.at(scope.name.span, message)
                    .also(earlier.name.span, "the other one")
                    .help("ask your service for scopes that differ in more than signs"),
            );
        }
    }
}
