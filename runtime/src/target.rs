//! What a request is for, by the skill's declaration.

use serde_json::Value;

use crate::declare::{self, Auth};
use crate::generated::Entry;
use crate::guard::Guard;
use crate::interface::Json;
use crate::link::Wish;
use crate::wire::slots::{Intent, Slots};
use crate::wire::{self, Envelope, Secret};
use crate::{ExceptionEncountered, OtherRequest, Refused, SessionEnded};

/// The entry of a request, and what the declaration says of it.
pub(crate) struct Target<'a> {
    /// The request's type.
    pub(crate) kind: &'a str,
    pub(crate) auth: Auth,
    /// The OAuth scopes that it uses.
    pub(crate) scopes: &'static [&'static str],
    pub(crate) intent: Option<&'static declare::Intent>,
    pub(crate) slots: Slots<'a>,
    /// The token that counts for this request.
    pub(crate) token: Option<&'a Secret>,
    entry: Owned,
}

enum Owned {
    Launch,
    Intent(usize),
    Request(usize, Value),
    Task(usize, Value),
    SessionEnded(SessionEnded),
    Exception(ExceptionEncountered),
    Other(OtherRequest),
}

impl<'a> Target<'a> {
    pub(crate) fn of(skill: &'static declare::Skill, envelope: &'a Envelope<'a>, body: &[u8], guard: Guard<'_>) -> Result<Self, Refused> {
        let kind = envelope.request.kind.filled().ok_or(Refused::NoType)?;
        let token = envelope.token(skill.identity);
        let bare = |entry, auth, scopes| Self { kind, auth, scopes, intent: None, slots: Slots::NONE, token, entry };
        let other = |kind| OtherRequest::from_body(body, kind, guard).map(Owned::Other);
        Ok(match kind {
            "LaunchRequest" => match task(skill, envelope) {
                Some((place, task)) => bare(Owned::Task(place, wire::request_json(body)?), task.auth, task.scopes),
                None => Self::launch(skill, envelope, kind),
            },
            "IntentRequest" => match Self::intent(skill, envelope) {
                Some(target) => target,
                None => {
                    unknown_intent(envelope, guard);
                    bare(other(kind)?, Auth::None, &[])
                }
            },
            "SessionEndedRequest" => bare(Owned::SessionEnded(SessionEnded::from_wire(&envelope.request)), Auth::None, &[]),
            "System.ExceptionEncountered" => bare(Owned::Exception(ExceptionEncountered::from_wire(&envelope.request)), Auth::None, &[]),
            _ => match skill.requests.iter().enumerate().find(|(_, request)| request.kind == kind) {
                Some((place, request)) => {
                    let linked = kind == "AlexaSkillEvent.SkillAccountLinked";
                    let token = if linked { envelope.linked_token() } else { token };
                    Self { token, ..bare(Owned::Request(place, wire::request_json(body)?), request.auth, request.scopes) }
                }
                None => bare(other(kind)?, Auth::None, &[]),
            },
        })
    }

    /// What the user wanted before they linked their account, as if they had just asked for it.
    pub(crate) fn wish(skill: &'static declare::Skill, envelope: &'a Envelope<'a>, wish: &'a Wish<'a>) -> Self {
        let kind = "SessionResumedRequest";
        match wish {
            Wish::Launch => Self::launch(skill, envelope, kind),
            Wish::Intent(asked) => {
                let token = envelope.token(skill.identity);
                Self { token, ..Self::declared(kind, asked.place, asked.declared, &asked.slots) }
            }
        }
    }

    fn launch(skill: &'static declare::Skill, envelope: &'a Envelope<'a>, kind: &'a str) -> Self {
        let token = envelope.token(skill.identity);
        Self { kind, auth: skill.launch, scopes: skill.launch_scopes, intent: None, slots: Slots::NONE, token, entry: Owned::Launch }
    }

    fn intent(skill: &'static declare::Skill, envelope: &'a Envelope<'a>) -> Option<Self> {
        let intent = envelope.request.intent.get()?;
        let place = skill.intent(intent.name.get()?)?;
        let declared = skill.intents.get(place)?;
        let token = envelope.token(skill.identity);
        Some(Self { token, ..Self::declared("IntentRequest", place, declared, intent) })
    }

    fn declared(kind: &'a str, place: usize, declared: &'static declare::Intent, intent: &'a Intent<'a>) -> Self {
        Self {
            kind,
            auth: declared.auth,
            scopes: declared.scopes,
            intent: Some(declared),
            slots: Slots::new(declared.slots, intent),
            token: None,
            entry: Owned::Intent(place),
        }
    }

    pub(crate) fn entry(&self) -> Entry<'_> {
        match &self.entry {
            Owned::Launch => Entry::Launch,
            Owned::Intent(place) => Entry::Intent(*place),
            Owned::Request(place, _) => Entry::Request(*place),
            Owned::Task(place, _) => Entry::Task(*place),
            Owned::SessionEnded(ended) => Entry::SessionEnded(ended),
            Owned::Exception(exception) => Entry::ExceptionEncountered(exception),
            Owned::Other(request) => Entry::Other(request),
        }
    }

    /// The request object, for the handlers that take one.
    pub(crate) fn json(&self) -> Json<'_> {
        match &self.entry {
            Owned::Request(_, json) | Owned::Task(_, json) => Json(Some(json)),
            _ => Json(None),
        }
    }
}

/// The task that the skill is started with, where it is one that is declared.
fn task(skill: &'static declare::Skill, envelope: &Envelope<'_>) -> Option<(usize, &'static declare::Task)> {
    let asked = envelope.request.task.get()?.name.filled()?;
    skill.tasks.iter().enumerate().find(|(_, task)| task.is_meant(asked))
}

fn unknown_intent(envelope: &Envelope<'_>, guard: Guard<'_>) {
    let name = envelope.request.intent.get().and_then(|intent| intent.name.to_owned());
    tracing::error!(
        intent = name.map(|name| guard.redact(name)),
        "the skill does not declare this intent: its model is not the one in use"
    );
}
