//! What the launch, intents, tasks and requests need of the account.

use super::Lowering;
use crate::skill::Need;
use crate::source::{Span, Spanned, Text};
use crate::syntax::{Auth, Document, List};

/// What opening the skill needs.
pub(super) fn launch<'s>(cx: &Lowering<'_, 's, '_>, top: Span) -> Need<'s> {
    let main = &cx.documents.main;
    let block = main.launch.as_ref();
    let place = block.map_or(top, |block| block.key);
    let unread = main.unread.contains(&"launch") || block.is_some_and(|block| !block.unread.is_empty());
    let said = Said { auth: block.and_then(|block| block.auth), scopes: block.and_then(|block| block.scopes.as_ref()), unread };
    need(said, place, default_auth(main))
}

/// What holds for everything that does not say otherwise; `None` where that could not be read, which has been reported.
pub(super) fn default_auth(main: &Document<'_>) -> Option<Auth> {
    let defaults = main.defaults.as_ref();
    let unread = main.unread.contains(&"defaults") || defaults.is_some_and(|defaults| !defaults.unread.is_empty());
    (!unread).then(|| defaults.and_then(|defaults| defaults.auth).map_or(Auth::None, |said| said.value))
}

/// What the launch, an intent, a task or a request says of the account.
pub(super) struct Said<'a, 's> {
    pub auth: Option<Spanned<Auth>>,
    pub scopes: Option<&'a List<Text<'s>>>,
    /// Whether some of that could not be read.
    pub unread: bool,
}

pub(super) fn need<'s>(said: Said<'_, 's>, place: Span, default: Option<Auth>) -> Need<'s> {
    let Said { auth, scopes, unread } = said;
    Need {
        auth: auth.unwrap_or(Spanned::new(default.unwrap_or(Auth::None), place)),
        declared: auth.is_some(),
        scopes: scopes.map(|list| list.items.clone()).unwrap_or_default(),
        unread: unread || (auth.is_none() && default.is_none()),
    }
}
