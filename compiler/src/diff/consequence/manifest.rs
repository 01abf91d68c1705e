//! What follows from a change of the manifest.

use super::{Ends, Rule, added, any, changed, is, removed};
use crate::diff::Change;

pub(super) const RULES: &[Rule] = &[
    Rule { path: &["manifest"], when: untold, says: "a side without a manifest says nothing of it: this may be no difference at all" },
    Rule { path: &["manifest"], when: removed, says: "the package of a skill has a manifest, or Amazon refuses it" },
    Rule { path: &["skill", "countries"], when: narrowed, says: "users in other countries can no longer find or enable the skill" },
    Rule { path: &["skill", "countries"], when: removed, says: "users in this country can no longer find or enable the skill" },
    Rule {
        path: &["skill", "distribution"],
        when: private,
        says: "the skill leaves the store: only those whom it is given to can enable it",
    },
    Rule { path: &["skill", "distribution"], when: public, says: "everybody can find the skill in the store" },
    Rule {
        path: &["permissions"],
        when: added,
        says: "users must consent to it before the skill gets it, and certification looks at why it is needed",
    },
    Rule { path: &["permissions"], when: removed, says: "the skill no longer gets it" },
    Rule { path: &["endpoint", "**"], when: any, says: "Alexa sends requests elsewhere: the code has to be there first" },
    Rule { path: &["smart_home", "endpoint", "**"], when: any, says: "Alexa sends directives elsewhere: the code has to be there first" },
    Rule { path: &["events", "endpoint", "**"], when: any, says: "Alexa sends events elsewhere: the code has to be there first" },
    Rule { path: &["events", "subscriptions"], when: any, says: "a live skill has to be certified anew for other subscriptions" },
    Rule { path: &["interfaces", "*"], when: removed, says: "Alexa refuses answers with directives of this interface" },
    Rule { path: &["interfaces", "*", "**"], when: removed, says: "Alexa refuses answers that make use of it" },
    Rule { path: &["compliance", "personal_info"], when: yes, says: "the store shows a privacy policy, which each locale must have" },
    Rule { path: &["compliance", "child_directed"], when: yes, says: "parents must consent, and stricter rules of certification hold" },
    Rule { path: &["compliance", "purchases"], when: changed, says: "the store tells users about it, and certification looks at it" },
];

/// Whether the side without it only does not tell.
fn untold(change: &Change, ends: Ends) -> bool {
    !ends.without(change).manifest
}

fn narrowed(change: &Change, _: Ends) -> bool {
    is(&change.from, "worldwide")
}

fn private(change: &Change, _: Ends) -> bool {
    is(&change.to, "private")
}

fn public(change: &Change, _: Ends) -> bool {
    is(&change.from, "private")
}

fn yes(change: &Change, _: Ends) -> bool {
    is(&change.to, "true")
}
