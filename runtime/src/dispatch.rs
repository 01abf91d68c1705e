//! From a request to its answer. The gate comes first, then the dialog, then the skill's own code.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;

use crate::account::{Account, Gate};
use crate::answer::{self, Setting};
use crate::apology::APOLOGY;
use crate::app::App;
use crate::consent::CONSENT;
use crate::declare::{self, Auth, Dialog};
use crate::dialog::{Act, Step};
use crate::error::{Error, chain};
use crate::generated::{Entry, Halt, IntoResponse, can_fulfill};
use crate::guard::Guard;
use crate::legal::Kind;
use crate::link::Wish;
use crate::locale::{self, Sentences};
use crate::panic::{self, Cut};
use crate::target::Target;
use crate::token::Refusal;
use crate::wire::{self, Envelope};
use crate::{Answer, ConsentMissing, Context, DialogState, Refused, Response, Speech, consent, link};

pub(crate) async fn handle(app: &App, body: &[u8], time_over: impl Future<Output = ()>) -> Result<Answer, Refused> {
    let envelope = wire::parse(body)?;
    let skill = app.skill();
    check_application(skill, &envelope)?;
    let tokens = envelope.tokens();
    let guard = Guard::new(&tokens);
    let mut cx = Context::from_wire(&envelope, guard);
    let wish = link::resumed(skill, &envelope);
    let target = match &wish {
        Some(wish) => Target::wish(skill, &envelope, wish),
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
        skill,
        asked,
        pick: &*app.env.pick,
        guard,
    };
    tracing::debug!(request = target.kind, intent = target.intent.map(|intent| intent.name), id = cx.request_id(), "turn");
    #[cfg(feature = "services")]
    cx.lend(crate::services::Turn::new(&app.env, &envelope, setting.locale));
    if let (Some(store), Some(declared)) = (&app.env.store, &skill.attributes) {
        cx.keep(Arc::clone(store), declared, tokens.iter().map(|token| (*token).clone()).collect(), (app.env.clock)());
    }
    let visit = Visit { app, skill, setting, target: &target, envelope: &envelope, body, resumed: wish.is_some() };
    let mut time_over = pin!(lasting(time_over));
    let turned = visit.respond(&mut cx, time_over.as_mut()).await;
    let response = visit.keep(&mut cx, turned, time_over).await;
    Ok(visit.write(response, &cx))
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

/// There is nothing to answer but an apology. The log has been told why.
struct Failed;

/// What a turn came to before it is kept.
struct Turned {
    response: Result<Response, Failed>,
    /// Whether a handler was run and failed.
    failed: bool,
}

impl Turned {
    fn without_handler(response: Result<Response, Failed>) -> Self {
        Self { response, failed: false }
    }
}

/// One request on its way through.
struct Visit<'a> {
    app: &'a App,
    skill: &'static declare::Skill,
    setting: Setting<'a>,
    target: &'a Target<'a>,
    envelope: &'a Envelope<'a>,
    body: &'a [u8],
    /// Whether the session comes back from where the account is linked.
    resumed: bool,
}

impl Visit<'_> {
    async fn respond(&self, cx: &mut Context, mut time_over: Pin<&mut impl Future<Output = ()>>) -> Turned {
        let account = match in_time(self.account(), time_over.as_mut()).await {
            Some(Ok(None)) if self.target.auth == Auth::Required => return Turned::without_handler(self.link()),
            Some(Ok(account)) => account,
            Some(Err(failed)) => return Turned::without_handler(Err(failed)),
            None => return Turned::without_handler(self.cut(Cut::Late)),
        };
        if self.is_delegated(cx) {
            return Turned::without_handler(Ok(self.target.intent.map_or_else(Response::empty, Response::delegated)));
        }
        let gate = Gate::new(account.as_ref());
        let door = &self.app.door;
        match panic::caught(|| door.enter(cx, self.target, &gate), time_over).await {
            Ok(Ok(Ok(response))) => Turned { response: Ok(response), failed: false },
            Ok(Ok(Err(error))) => Turned { response: self.fail(error), failed: true },
            Ok(Err(halt)) => Turned::without_handler(self.halt(halt)),
            Err(cut) => Turned { response: self.cut(cut), failed: true },
        }
    }

    /// Saves what the handler changed of the persistent attributes, or deletes all of them when the user has left.
    async fn keep(&self, cx: &mut Context, turned: Turned, time_over: impl Future<Output = ()>) -> Result<Response, Failed> {
        let (Some(declared), Some(kept)) = (&self.skill.attributes, cx.kept()) else { return turned.response };
        let work = async {
            if declared.delete_when_disabled && self.target.kind == "AlexaSkillEvent.SkillDisabled" {
                return kept.delete_user().await;
            }
            if turned.failed && !declared.save_after_error {
                return Ok(());
            }
            kept.save().await
        };
        let fault = match in_time(work, time_over).await {
            Some(Ok(())) => return turned.response,
            Some(Err(fault)) => self.setting.guard.redact(chain(&fault)),
            None => "the store took longer than Alexa waits".to_owned(),
        };
        tracing::error!(fault, "the persistent attributes are not saved");
        Err(Failed)
    }

    /// The account, if the declaration lets it through, and the token is good, and grants what is declared.
    async fn account(&self) -> Result<Option<Account>, Failed> {
        let token = self.target.token.filter(|_| self.target.auth != Auth::None);
        let Some(token) = token else { return Ok(None) };
        let application = self.envelope.system_application().or(self.envelope.session_application());
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
                Err(Failed)
            }
        }
    }

    /// While Alexa leads the dialog, the handler waits.
    fn is_delegated(&self, cx: &Context) -> bool {
        let delegates = self.target.intent.is_some_and(|intent| intent.dialog == Dialog::Delegated);
        delegates && matches!(cx.dialog_state(), Some(DialogState::Started | DialogState::InProgress))
    }

    fn halt(&self, halt: Halt) -> Result<Response, Failed> {
        match halt {
            Halt::NotLinked => self.link(),
            Halt::Unmet(place) => self.ask_again(place),
            Halt::Unknown => {
                tracing::error!("the generated code and its declaration do not fit together");
                Err(Failed)
            }
        }
    }

    fn fail(&self, error: Error) -> Result<Response, Failed> {
        match error {
            Error::TokenRejected => self.link(),
            Error::ConsentMissing(missing) => Ok(self.ask_for_consent(missing)),
            Error::Failed(error) => {
                tracing::error!(error = self.setting.guard.redact(chain(error.as_ref())), "a handler failed");
                Err(Failed)
            }
        }
    }

    fn cut(&self, cut: Cut) -> Result<Response, Failed> {
        match cut {
            Cut::Panicked(message) => tracing::error!(panic = self.setting.guard.redact(message), "a handler panicked"),
            Cut::Late => tracing::error!("a handler took longer than Alexa waits"),
        }
        Err(Failed)
    }

    fn link(&self) -> Result<Response, Failed> {
        if !self.setting.kind.speaks() {
            tracing::warn!(request = self.target.kind, "no linked account, and this request cannot be answered with the card");
            return Ok(Response::empty());
        }
        match &self.skill.link {
            // Who comes back from linking by voice without an account gets the card.
            Some(link) if link.voice_forward && !self.resumed => {
                Ok(link::connection(link, &link::wish(self.body, self.target.entry(), self.target.intent)))
            }
            Some(link) => Ok(link::card(link)),
            None => {
                tracing::error!("an account is needed, but the skill declares no account linking");
                Err(Failed)
            }
        }
    }

    fn ask_for_consent(&self, missing: ConsentMissing) -> Response {
        let why = self.setting.guard.redact(missing.to_string());
        if !self.setting.kind.speaks() {
            tracing::warn!(request = self.target.kind, "{why}, and this request cannot be answered with the card");
            return Response::empty();
        }
        tracing::info!("{why}");
        consent::answer(self.say(self.skill.consent, &CONSENT), missing)
    }

    /// Asks for a required slot that came back empty or was not understood.
    fn ask_again(&self, place: usize) -> Result<Response, Failed> {
        let found = self.target.intent.and_then(|intent| Some((intent, intent.slots.get(place)?.ask?)));
        let Some((intent, ask)) = found else {
            tracing::error!(place, "a required slot is missing, and there is no question for it");
            return Err(Failed);
        };
        let said = (0..intent.slots.len()).map(|place| self.target.slots.said_arg(place)).collect();
        Ok(Response::ask(Speech::with_args(ask, said)).with_step(Step { intent, act: Act::Elicit(place) }))
    }

    /// Writes the answer; one that Alexa would refuse is replaced by the apology.
    fn write(&self, response: Result<Response, Failed>, cx: &Context) -> Answer {
        if matches!(self.target.entry(), Entry::SessionEnded(_) | Entry::ExceptionEncountered(_)) {
            return Answer { failed: response.is_err(), ..Answer::empty() };
        }
        let attributes = cx.session_ref().to_send();
        let written = response.and_then(|response| {
            answer::write(&response, &self.setting, attributes.as_deref()).map_err(|reason| {
                tracing::error!(reason, "the answer cannot be sent");
                Failed
            })
        });
        written.map_or_else(|Failed| self.apologise(), Answer::new)
    }

    /// The apology, where it can be said. Without the attributes: they may be what is too large, or what holds the token.
    fn apologise(&self) -> Answer {
        let written = self.apology().and_then(|apology| answer::write(&apology, &self.setting, None).ok());
        written.map_or(Answer { failed: true, ..Answer::empty() }, Answer::new)
    }

    fn apology(&self) -> Option<Response> {
        match self.setting.kind {
            Kind::Turn => Some(Response::tell(self.say(self.skill.error, &APOLOGY))),
            Kind::CanFulfill => Some(can_fulfill::CanFulfill::new(can_fulfill::Can::No).into_response()),
            Kind::Audio | Kind::Stopping | Kind::Silent => None,
        }
    }

    /// The skill's own text where it has one, else the runtime's.
    fn say(&self, text: Option<&'static declare::Text>, otherwise: &Sentences) -> Speech {
        let locale = self.skill.locales.get(self.setting.locale).copied().unwrap_or_default();
        text.map_or_else(|| Speech::text(otherwise.in_language_of(locale)), |text| Speech::with_args(text, Vec::new()))
    }
}

/// A future that is still over when it is asked again.
fn lasting(time_over: impl Future<Output = ()>) -> impl Future<Output = ()> {
    let mut time_over = Some(Box::pin(time_over));
    poll_fn(move |cx| match time_over.as_mut().map_or(Poll::Ready(()), |running| running.as_mut().poll(cx)) {
        Poll::Pending => Poll::Pending,
        Poll::Ready(()) => {
            time_over = None;
            Poll::Ready(())
        }
    })
}

/// What the work comes to, unless the time is over before.
async fn in_time<T>(work: impl Future<Output = T>, time_over: impl Future<Output = ()>) -> Option<T> {
    let (mut work, mut time_over) = (pin!(work), pin!(time_over));
    poll_fn(|cx| match work.as_mut().poll(cx) {
        Poll::Ready(done) => Poll::Ready(Some(done)),
        Poll::Pending => time_over.as_mut().poll(cx).map(|()| None),
    })
    .await
}
