//! What a request is for, by the skill's declaration.

use crate::declare::{self, Auth};
use crate::generated::Entry;
use crate::guard::Guard;
use crate::link::Wish;
use crate::wire::Envelope;
use crate::wire::slots::{Intent, Slots};
use crate::{OtherRequest, Refused, SessionEnded};

/// The entry of a request, and what the declaration says of it.
pub(crate) struct Target<'a> {
    /// The request's type.
    pub(crate) kind: &'a str,
    pub(crate) auth: Auth,
    /// The OAuth scopes that it uses.
    pub(crate) scopes: &'static [&'static str],
    pub(crate) intent: Option<&'static declare::Intent>,
    pub(crate) slots: Slots<'a>,
    entry: Owned,
}

enum Owned {
    Launch,
    Intent(usize),
    SessionEnded(SessionEnded),
    Other(OtherRequest),
}

impl<'a> Target<'a> {
    pub(crate) fn of(skill: &'static declare::Skill, envelope: &'a Envelope<'a>, body: &[u8], guard: Guard<'_>) -> Result<Self, Refused> {
        let kind = envelope.request.kind.filled().ok_or(Refused::NoType)?;
        let bare = |entry, auth| Self { kind, auth, scopes: &[], intent: None, slots: Slots::NONE, entry };
        Ok(match kind {
            "LaunchRequest" => Self::launch(skill, kind),
            "IntentRequest" => match Self::intent(skill, envelope) {
                Some(target) => target,
                None => bare(unknown_intent(envelope, body, guard), Auth::None),
            },
            "SessionEndedRequest" => bare(Owned::SessionEnded(ended(envelope, guard)), Auth::None),
            _ => bare(Owned::Other(OtherRequest::from_body(body, kind, guard)), Auth::None),
        })
    }

    /// What the user wanted before they linked their account, as if they had just asked for it.
    pub(crate) fn wish(skill: &'static declare::Skill, wish: &'a Wish<'a>) -> Self {
        let kind = "SessionResumedRequest";
        match wish {
            Wish::Launch => Self::launch(skill, kind),
            Wish::Intent(asked) => Self::declared(kind, asked.place, asked.declared, &asked.slots),
        }
    }

    fn launch(skill: &'static declare::Skill, kind: &'a str) -> Self {
        Self { kind, auth: skill.launch, scopes: skill.launch_scopes, intent: None, slots: Slots::NONE, entry: Owned::Launch }
    }

    fn intent(skill: &'static declare::Skill, envelope: &'a Envelope<'a>) -> Option<Self> {
        let intent = envelope.request.intent.get()?;
        let place = skill.intent(intent.name.get()?)?;
        let declared = skill.intents.get(place)?;
        Some(Self::declared("IntentRequest", place, declared, intent))
    }

    fn declared(kind: &'a str, place: usize, declared: &'static declare::Intent, intent: &'a Intent<'a>) -> Self {
        Self {
            kind,
            auth: declared.auth,
            scopes: declared.scopes,
            intent: Some(declared),
            slots: Slots::new(declared.slots, intent),
            entry: Owned::Intent(place),
        }
    }

    pub(crate) fn entry(&self) -> Entry<'_> {
        match &self.entry {
            Owned::Launch => Entry::Launch,
            Owned::Intent(place) => Entry::Intent(*place),
            Owned::SessionEnded(ended) => Entry::SessionEnded(ended),
            Owned::Other(request) => Entry::Other(request),
        }
    }
}

fn unknown_intent(envelope: &Envelope<'_>, body: &[u8], guard: Guard<'_>) -> Owned {
    let name = envelope.request.intent.get().and_then(|intent| intent.name.to_owned());
    tracing::error!(
        intent = name.map(|name| guard.redact(name)),
        "the skill does not declare this intent: its model is not the one in use"
    );
    Owned::Other(OtherRequest::from_body(body, "IntentRequest", guard))
}

/// The error of an ended session is often the only word on what was wrong with the last answer, so it is logged.
fn ended(envelope: &Envelope<'_>, guard: Guard<'_>) -> SessionEnded {
    let ended = SessionEnded::from_wire(&envelope.request);
    if let Some((kind, message)) = ended.error() {
        tracing::error!(kind = guard.redact(kind.to_owned()), message = guard.redact(message.to_owned()), "Alexa ended the session");
    }
    ended
}
