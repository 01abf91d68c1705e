use crate::diagnostic::Report;
use crate::nearest::nearest;
use crate::rules::rule;
use crate::skill::{Linking, Skill};
use crate::source::Span;
use crate::syntax::Auth;
use std::collections::{HashMap, HashSet};

rule! {
    /// An intent uses a scope that `account_linking` does not declare.
    ///
    /// Users grant the scopes of `account_linking.scopes` when they link their account. A token never has another one, so calls to your
    /// service would be refused.
    ///
    /// ## Fails
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [friends.read]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, scopes: [friend.read], samples: [say hello] }
    /// ```
    ///
    /// ## Passes
    ///
    /// ```yaml
    /// account_linking:
    ///   authorization_url: https://login.friend.dev/authorize
    ///   token_url: https://login.friend.dev/token
    ///   client_id: alexa
    ///   client_secret: env:FRIEND_SECRET
    ///   client_authentication: http_basic
    ///   scopes: [friends.read]
    ///   prompt: Please link your account. I have sent a card to your Alexa app.
    /// intents:
    ///   Hello: { auth: required, scopes: [friends.read], samples: [say hello] }
    /// ```
    AL034 "undeclared-scope" Error Daily
}

/// How many places one diagnostic shows.
const SHOWN: usize = 5;

/// The uses of one scope.
pub(crate) struct Uses<'s> {
    pub scope: &'s str,
    pub places: Vec<(String, Span)>,
}

pub(crate) fn check(skill: &Skill<'_>, report: &mut Report) {
    let Some(linking) = skill.linking.as_ref().filter(|linking| !linking.is_unread("scopes")) else { return };
    for uses in undeclared(skill, linking) {
        let Some(((who, span), others)) = uses.places.split_first() else { continue };
        let mut problem =
            RULE.at(*span, format!("{who} uses scope `{}`, which `account_linking` does not declare", uses.scope)).here("used here");
        for (_, other) in others.iter().take(SHOWN - 1) {
            problem = problem.also(*other, "and here");
        }
        problem = match linking.scopes_span {
            Some(scopes) => problem.also(scopes, "not among these"),
            None => problem.also(linking.key, "no `scopes` in this block"),
        };
        let near = nearest(uses.scope, linking.scopes.iter().map(|scope| scope.name.value));
        report.push(match near {
            Some(near) if others.is_empty() => problem.fix(format!("a similar one is declared: `{near}`"), *span, near),
            Some(near) => problem.help(format!("a similar one is declared: `{near}`")),
            None => problem.help(format!("add `{}` to `account_linking.scopes`", uses.scope)),
        });
    }
}

/// The scopes that are used and not declared, in the order of their first use.
pub(crate) fn undeclared<'l>(skill: &'l Skill<'_>, linking: &Linking<'_>) -> Vec<Uses<'l>> {
    let mut found: Vec<Uses<'l>> = Vec::new();
    let mut index = HashMap::new();
    // One text may hold several, which is told on its own.
    let declared: HashSet<&str> = linking.scopes.iter().flat_map(|scope| scope.name.value.split([' ', ','])).collect();
    for (subject, need) in skill.needs().filter(|(_, need)| need.auth.value != Auth::None) {
        let is_one = |scope: &&str| !scope.is_empty() && !scope.contains([' ', ',']);
        for scope in need.scopes.iter().filter(|scope| is_one(&scope.value) && !declared.contains(scope.value)) {
            let at = *index.entry(scope.value).or_insert(found.len());
            if at == found.len() {
                found.push(Uses { scope: scope.value, places: Vec::new() });
            }
            found[at].places.push((subject.to_string(), scope.span));
        }
    }
    found
}
