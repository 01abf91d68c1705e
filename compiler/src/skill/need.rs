//! What needs the linked account, and how.

use super::{Intent, Request, Task};
use crate::builtin::Account;
use crate::source::{Spanned, Text};
use crate::syntax::Auth;
use std::fmt;

/// What something needs of the linked account.
#[derive(Clone, Debug)]
pub struct Need<'s> {
    /// Whether it needs one. The place is that of `auth` where it is said, else that of the name.
    pub auth: Spanned<Auth>,
    /// Whether the file says it, or it follows from the defaults.
    pub declared: bool,
    /// The OAuth scopes that it uses.
    pub scopes: Vec<Text<'s>>,
    /// Whether what the file says of it could not be read, which has been reported.
    pub unread: bool,
}

/// What has a need.
#[derive(Clone, Copy)]
pub enum Subject<'a, 's> {
    /// The launch.
    Launch,
    /// An intent.
    Intent(&'a Intent<'s>),
    /// A task.
    Task(&'a Task<'s>),
    /// A request of another kind.
    Request(&'a Request<'s>),
}

impl<'a, 's> Subject<'a, 's> {
    /// The intent, if it is one.
    pub fn intent(self) -> Option<&'a Intent<'s>> {
        match self {
            Subject::Intent(intent) => Some(intent),
            Subject::Launch | Subject::Task(_) | Subject::Request(_) => None,
        }
    }

    /// Its name; the launch has none.
    pub fn name(self) -> Option<&'s str> {
        match self {
            Subject::Launch => None,
            Subject::Intent(intent) => Some(intent.name.value),
            Subject::Task(task) => Some(task.name.value),
            Subject::Request(request) => Some(request.known.kind),
        }
    }

    /// Whether a user without an account can be shown the card.
    pub fn shows_card(self) -> bool {
        !matches!(self, Subject::Request(request) if request.known.account != Account::InSession)
    }
}

impl fmt::Display for Subject<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Subject::Launch => return f.write_str("the launch"),
            Subject::Intent(_) => "intent",
            Subject::Task(_) => "task",
            Subject::Request(_) => "request",
        };
        write!(f, "{kind} `{}`", self.name().unwrap_or_default())
    }
}
