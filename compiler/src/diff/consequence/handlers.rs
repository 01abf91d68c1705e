//! What follows from a change of what handlers need.

use super::{Ends, Rule, added, any, changed, is, removed};
use crate::diff::Change;

pub(super) const RULES: &[Rule] = &[
    Rule { path: &["*", "*", "auth"], when: now_required, says: CARD },
    Rule { path: &["launch", "auth"], when: now_required, says: CARD },
    Rule { path: &["*", "*", "auth"], when: no_longer_required, says: OPEN },
    Rule { path: &["launch", "auth"], when: no_longer_required, says: OPEN },
    Rule { path: &["*", "*", "auth"], when: no_longer_seen, says: UNSEEN },
    Rule { path: &["launch", "auth"], when: no_longer_seen, says: UNSEEN },
    Rule { path: &["*", "*", "auth"], when: now_seen, says: SEEN },
    Rule { path: &["launch", "auth"], when: now_seen, says: SEEN },
    // The first that fits is told: what the launch has is no handler of its own.
    Rule { path: &["launch", "scopes"], when: added, says: "users whose tokens lack it must link again" },
    Rule { path: &["launch", "scopes"], when: removed, says: "the handler can no longer ask for it" },
    Rule { path: &["*", "*"], when: removed, says: "its handler is never called, and no longer compiles" },
    Rule { path: &["*", "*"], when: added, says: "the crate does not compile before it has a handler" },
    Rule { path: &["*", "*", "scopes"], when: added, says: "users whose tokens lack it must link again" },
    Rule { path: &["*", "*", "scopes"], when: removed, says: "the handler can no longer ask for it" },
    Rule { path: &["account_linking", "identity"], when: changed, says: OTHER },
    Rule { path: &["account_linking", "token"], when: no_longer_checked, says: UNCHECKED },
    Rule { path: &["account_linking", "token"], when: changed, says: CHECKED },
    Rule { path: &["account_linking", "token", "introspection", "client_id"], when: changed, says: CREDENTIALS },
    Rule { path: &["account_linking", "token", "introspection", "client_secret"], when: changed, says: CREDENTIALS },
    Rule { path: &["account_linking", "token", "introspection", "client_authentication"], when: changed, says: CREDENTIALS },
    Rule { path: &["account_linking", "token", "introspection", "cache_seconds"], when: any, says: CACHE },
    Rule { path: &["account_linking", "token", "**"], when: any, says: CHECKED },
];

const OTHER: &str = "another token counts: users who have not linked in that way must link again";
const CHECKED: &str = "users whose tokens are not valid by this must link again";
const UNCHECKED: &str = "a token counts before anybody knows whether it is valid, and handlers no longer hear what it says";
const CREDENTIALS: &str = "the service must take the skill's credentials as they are now, or nobody with an account is let through";
const CACHE: &str = "a revoked token works for another time";
const CARD: &str = "users without a linked account hear the prompt and get the LinkAccount card instead";
const OPEN: &str = "users without a linked account reach the handler";
const UNSEEN: &str = "the handler no longer sees the account of users who have linked one";
const SEEN: &str = "the handler sees the account of users who have linked one";

fn no_longer_checked(change: &Change, _: Ends) -> bool {
    is(&change.to, "opaque")
}

fn now_required(change: &Change, _: Ends) -> bool {
    is(&change.to, "required")
}

fn no_longer_required(change: &Change, _: Ends) -> bool {
    is(&change.from, "required")
}

fn no_longer_seen(change: &Change, _: Ends) -> bool {
    is(&change.to, "none")
}

fn now_seen(change: &Change, _: Ends) -> bool {
    is(&change.from, "none")
}
