//! `requests:` and `persistent_attributes:`: what handlers need beside intents, and what is kept from session to session.

use super::{List, block, word};
use crate::source::{Spanned, Text};

block! {
    /// What the handler of a request that is no intent needs.
    RequestBlock "a request" {
        /// Whether it gets the linked account. Without this: `none`. Outside of a session a card cannot be shown: there, a request with
        /// `required` that comes without an account is answered with nothing.
        auth "auth": Spanned<super::Auth>,
        /// The OAuth scopes that the handler uses.
        scopes "scopes": List<Text<'t>>,
    }
}

word! {
    /// Whose attributes are kept.
    AttributesKey "a key" {
        /// Those of the Alexa account, whoever speaks.
        User "user" "",
        /// Those of the speaker, where Alexa recognises one, else those of the account.
        Person "person" "",
        /// Those of the account on one device.
        Device "device" "",
    }
}

word! {
    /// What becomes of changed attributes when the handler fails.
    AfterError "what becomes of changes" {
        /// They are saved.
        Save "save" "",
        /// They are dropped.
        Discard "discard" "",
    }
}

word! {
    /// What becomes of a user's attributes when the user disables the skill.
    WhenDisabled "what becomes of attributes" {
        /// They are deleted.
        Delete "delete" "",
        /// They are kept.
        Keep "keep" "",
    }
}

block! {
    /// What is kept of a user from session to session.
    PersistentAttributesBlock "`persistent_attributes`" {
        /// Whose they are: `user` (what holds when nothing is said), `person` or `device`.
        keyed_by "key": Spanned<AttributesKey>,
        /// What becomes of changes when the handler fails: `discard` (what holds when nothing is said) or `save`.
        after_error "after_error": Spanned<AfterError>,
        /// What becomes of them when the user disables the skill: `delete` (what holds when nothing is said, and needs the event
        /// `SKILL_DISABLED`) or `keep`.
        when_disabled "when_disabled": Spanned<WhenDisabled>,
        /// After how many days without a change they are forgotten. Without this: never.
        expires_after_days "expires_after_days": Spanned<i64>,
    }
}
