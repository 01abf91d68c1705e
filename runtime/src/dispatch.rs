//! From a request to its answer. The gate comes first, then the dialog, then the skill's own code.

use crate::account::{Account, Gate};
use crate::answer::{self, Setting};
use crate::app::App;
use crate::declare::{self, Auth, Dialog};
use crate::dialog::{Act, Step};
use crate::error::{Error, chain};
use crate::generated::{Entry, Halt};
use crate::guard::Guard;
use crate::legal::Kind;
use crate::link::Wish;
use crate::target::Target;
use crate::token::Refusal;
use crate::wire::{self, Envelope};
use crate::{Context, DialogState, Refused, Response, Speech, apology, link, locale, panic};

pub(crate) async fn handle(app: &App, body: &[u8]) -> Result<Vec<u8>, Refused> {
    let envelope = wire::parse(body)?;
    let skill = app.skill();
    check_application(skill, &envelope)?;
    let mut cx = Context::from_wire(&envelope);
    let guard = Guard::new(envelope.tokens());
    let wish = link::resumed(skill, &envelope);
    let target = match &wish {
        Some(wish) => Target::wish(skill, wish),
        None => Target::of(skill, &envelope, body, guard)?,
    };
    let asked = match &wish {
        Some(Wish::Intent(asked)) => Some(&asked.json),
        _ => None,
    };
    if wish.is_some() {
        cx.begin_dialog(target.intent);
    }
    let setting = Setting {
        kind: Kind::of(target.kind, cx.session_ref().exists()),
        locale: locale::choose(skill.locales, cx.locale()),
        intent: target.intent,
        asked,
        pick: &*app.env.pick,
        guard,
    };
    tracing::debug!(request = target.kind, intent = target.intent.map(|intent| intent.name), id = cx.request_id(), "turn");
    let visit = Visit { app, skill, setting, target: &target, body, resumed: wish.is_some() };
    let response = visit.respond(&mut cx, &envelope).await;
    Ok(visit.write(&response, &cx))
}

/// A request is for this skill if it says so, and does not say two things.
fn check_application(skill: &declare::Skill, envelope: &Envelope<'_>) -> Result<(), Refused> {
    let (system, session) = (envelope.system_application(), envelope.session_application());
    if matches!((system, session), (Some(one), Some(other)) if one != other) {
        return Err(Refused::OtherSkill);
    }
    let known = |id: &str| skill.application_ids.contains(&id);
    let ours = skill.application_ids.is_empty() || system.or(session).is_some_and(known);
    if ours { Ok(()) } else { Err(Refused::OtherSkill) }
}

/// Whether there is an account cannot be found out.
struct Unknown;

/// One request on its way through.
struct Visit<'a> {
    app: &'a App,
    skill: &'static declare::Skill,
    setting: Setting<'a>,
    target: &'a Target<'a>,
    body: &'a [u8],
    /// Whether the session comes back from where the account is linked.
    resumed: bool,
}

impl Visit<'_> {
    async fn respond(&self, cx: &mut Context, envelope: &Envelope<'_>) -> Response {
        let account = match self.account(envelope).await {
            Ok(None) if self.target.auth == Auth::Required => return self.link(),
            Ok(account) => account,
            Err(Unknown) => return self.apologise(),
        };
        if self.is_delegated(cx) {
            return self.target.intent.map_or_else(Response::empty, Response::delegated);
        }
        let gate = Gate::new(account.as_ref());
        let door = &self.app.door;
        match panic::caught(|| door.enter(cx, self.target.entry(), &gate, &self.target.slots)).await {
            Ok(Ok(result)) => result.unwrap_or_else(|error| self.fail(error)),
            Ok(Err(halt)) => self.halt(halt),
            Err(message) => {
                tracing::error!(panic = self.setting.guard.redact(message), "a handler panicked");
                self.apologise()
            }
        }
    }

    /// The account, if the declaration lets it through, and the token is good, and grants what is declared.
    async fn account(&self, envelope: &Envelope<'_>) -> Result<Option<Account>, Unknown> {
        let token = envelope.token(self.skill.identity).filter(|_| self.target.auth != Auth::None);
        let Some(token) = token else { return Ok(None) };
        let application = envelope.system_application().or(envelope.session_application());
        match self.app.checks.check(application, token, &self.app.env).await {
            Ok(claims) => match claims.lacks(self.target.scopes) {
                None => Ok(Some(Account::new(token.clone(), claims))),
                Some(scope) => {
                    tracing::warn!(scope, "the access token does not grant a scope that is declared: it counts as none");
                    Ok(None)
                }
            },
            Err(Refusal::Invalid(reason)) => {
                tracing::warn!(%reason, "the access token is not valid: it counts as none");
                Ok(None)
            }
            Err(Refusal::Unavailable(reason)) => {
                tracing::error!(%reason, "whether the access token is valid cannot be found out: nobody is let through");
                Err(Unknown)
            }
        }
    }

    /// While Alexa leads the dialog, the handler waits.
    fn is_delegated(&self, cx: &Context) -> bool {
        let delegates = self.target.intent.is_some_and(|intent| intent.dialog == Dialog::Delegated);
        delegates && matches!(cx.dialog_state(), Some(DialogState::Started | DialogState::InProgress))
    }

    fn halt(&self, halt: Halt) -> Response {
        match halt {
            Halt::NotLinked => self.link(),
            Halt::Unmet(place) => self.ask_again(place),
            Halt::Unknown => {
                tracing::error!("the generated code and its declaration do not fit together");
                self.apologise()
            }
        }
    }

    fn fail(&self, error: Error) -> Response {
        match error {
            Error::TokenRejected => self.link(),
            Error::Failed(error) => {
                tracing::error!(error = self.setting.guard.redact(chain(error.as_ref())), "a handler failed");
                self.apologise()
            }
        }
    }

    fn link(&self) -> Response {
        if !self.setting.kind.speaks() {
            tracing::warn!(request = self.target.kind, "no linked account, and this request cannot be answered with the card");
            return Response::empty();
        }
        match &self.skill.link {
            // Who comes back from linking by voice without an account gets the card.
            Some(link) if link.voice_forward && !self.resumed => {
                link::connection(link, &link::wish(self.body, self.target.entry(), self.target.intent))
            }
            Some(link) => link::card(link),
            None => {
                tracing::error!("an account is needed, but the skill declares no account linking");
                self.apologise()
            }
        }
    }

    /// Asks for a required slot that came back empty or was not understood.
    fn ask_again(&self, place: usize) -> Response {
        let found = self.target.intent.and_then(|intent| Some((intent, intent.slots.get(place)?.ask?)));
        let Some((intent, ask)) = found else {
            tracing::error!(place, "a required slot is missing, and there is no question for it");
            return self.apologise();
        };
        let said = (0..intent.slots.len()).map(|place| self.target.slots.said_arg(place)).collect();
        Response::ask(Speech::with_args(ask, said)).with_step(Step { intent, act: Act::Elicit(place) })
    }

    fn apologise(&self) -> Response {
        if !self.setting.kind.speaks() {
            return Response::empty();
        }
        let locale = self.skill.locales.get(self.setting.locale).copied().unwrap_or_default();
        Response::tell(match self.skill.error {
            Some(text) => Speech::with_args(text, Vec::new()),
            None => Speech::text(apology::in_language_of(locale)),
        })
    }

    /// Writes the answer; one that Alexa would refuse is replaced by the apology.
    fn write(&self, response: &Response, cx: &Context) -> Vec<u8> {
        if matches!(self.target.entry(), Entry::SessionEnded(_)) {
            return answer::EMPTY.to_vec();
        }
        let attributes = cx.session_ref().to_send();
        let refused = match answer::write(response, &self.setting, attributes.as_deref()) {
            Ok(bytes) => return bytes,
            Err(reason) => reason,
        };
        tracing::error!(reason = refused, "the answer cannot be sent");
        // Without the attributes: they may be what is too large, or what holds the token.
        let apology = answer::write(&self.apologise(), &self.setting, None);
        apology.unwrap_or_else(|_| answer::EMPTY.to_vec())
    }
}
