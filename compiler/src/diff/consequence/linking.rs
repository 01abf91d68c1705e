//! What follows from a change of account linking.

use super::{Ends, Rule, added, any, changed, is, removed};
use crate::diff::Change;

const ALL_AGAIN: &str = "all users must link again";
const OPEN: &str = "Alexa no longer authenticates itself at the service";

pub(super) const RULES: &[Rule] = &[
    Rule {
        path: &["account_linking"],
        when: untold,
        says: "Amazon keeps account linking apart from the package: a side without it may have it all the same",
    },
    Rule { path: &["account_linking"], when: removed, says: "users can no longer link an account, and the skill gets no more tokens" },
    Rule { path: &["account_linking"], when: added, says: "users can link an account" },
    Rule { path: &["account_linking", "grant"], when: any, says: ALL_AGAIN },
    Rule { path: &["account_linking", "authorization_url"], when: any, says: ALL_AGAIN },
    Rule { path: &["account_linking", "client_id"], when: any, says: ALL_AGAIN },
    Rule {
        path: &["account_linking", "token_url"],
        when: removed,
        says: "no token is refreshed any more: users must link again when theirs ends",
    },
    Rule {
        path: &["account_linking", "token_url"],
        when: any,
        says: "tokens are got and refreshed there: users whose refresh tokens are not known there must link again",
    },
    Rule { path: &["account_linking", "client_secret"], when: removed, says: OPEN },
    Rule { path: &["account_linking", "client_authentication"], when: removed, says: OPEN },
    Rule {
        path: &["account_linking", "client_secret"],
        when: any,
        says: "the service must take the new secret, or no user can link and no token is refreshed",
    },
    Rule {
        path: &["account_linking", "client_authentication"],
        when: any,
        says: "the service must take credentials in this form, or no user can link and no token is refreshed",
    },
    Rule { path: &["account_linking", "scopes"], when: added, says: "linked users must link again before their tokens have it" },
    Rule {
        path: &["account_linking", "scopes"],
        when: removed,
        says: "new tokens lack it; those that users have keep it until they link again",
    },
    Rule { path: &["account_linking", "enablement"], when: required, says: "users link an account when they enable the skill" },
    Rule {
        path: &["account_linking", "enablement"],
        when: optional,
        says: "users can enable the skill without an account: the skill has to offer linking when it needs one",
    },
    Rule { path: &["account_linking", "pkce"], when: on, says: "the service must know PKCE with S256, or no user can link" },
    Rule { path: &["account_linking", "pkce"], when: off, says: "Alexa no longer uses PKCE: a service that demands it links no user" },
    Rule { path: &["account_linking", "domains"], when: removed, says: "the login page can no longer load from it" },
    Rule { path: &["account_linking", "voice_forward"], when: on, says: "users can link by voice" },
    Rule { path: &["account_linking", "voice_forward"], when: any, says: "users can no longer link by voice" },
    Rule {
        path: &["account_linking", "token_expiration"],
        when: any,
        says: "tokens are refreshed at another time, where the service does not say when they expire",
    },
    Rule { path: &["account_linking", "app_to_app", "*"], when: removed, says: "apps that use it can no longer link" },
    Rule { path: &["account_linking", "app_to_app", "*"], when: changed, says: "the app has to answer to the new link" },
    Rule {
        path: &["account_linking", "reciprocal_token_url"],
        when: removed,
        says: "Alexa no longer sends authorization codes of its own",
    },
    Rule { path: &["account_linking", "reciprocal_token_url"], when: any, says: "Alexa sends its authorization codes elsewhere" },
];

/// Whether the side without it only does not tell.
fn untold(change: &Change, ends: Ends) -> bool {
    !ends.without(change).linking
}

fn required(change: &Change, _: Ends) -> bool {
    is(&change.to, "required")
}

fn optional(change: &Change, _: Ends) -> bool {
    is(&change.to, "optional")
}

fn on(change: &Change, _: Ends) -> bool {
    is(&change.to, "true")
}

fn off(change: &Change, _: Ends) -> bool {
    is(&change.from, "true")
}
