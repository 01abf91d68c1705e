//! What follows from a change of what handlers need.

use super::{Ends, Rule, added, is, removed};
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
];

const CARD: &str = "users without a linked account hear the prompt and get the LinkAccount card instead";
const OPEN: &str = "users without a linked account reach the handler";
const UNSEEN: &str = "the handler no longer sees the account of users who have linked one";
const SEEN: &str = "the handler sees the account of users who have linked one";

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
