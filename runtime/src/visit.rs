//! One request on its way: the gate comes first, then the dialog, then the skill's own code, and what it leaves behind.

use std::pin::{Pin, pin};
use std::time::Duration;

use crate::account::{Account, Gate};
use crate::answer::{self, Setting};
use crate::apology::APOLOGY;
use crate::app::App;
use crate::consent::CONSENT;
use crate::declare::{self, Auth, Dialog};
use crate::dialog::{Act, Step};
use crate::error::{Error, chain};
use crate::generated::{Entry, Halt, IntoResponse, can_fulfill};
use crate::in_time::{in_time, lasting};
use crate::legal::Kind;
use crate::locale::Sentences;
use crate::panic::{self, Cut};
use crate::target::Target;
use crate::token::Refusal;
use crate::wire::Envelope;
use crate::{Answer, ConsentMissing, Context, DialogState, Outcome, Response, Speech, consent, link};

/// There is nothing to answer but an apology. The log has been told why.
struct Failed;

/// What a turn came to before it is kept.
struct Turned {
    response: Result<Response, Failed>,
    outcome: Outcome,
    /// Whether a handler was run and failed.
    failed: bool,
}

impl Turned {
    fn without_handler(response: Result<Response, Failed>, outcome: Outcome) -> Self {
        Self { response, outcome, failed: false }
    }
}

/// One request on its way through.
pub(crate) struct Visit<'a> {
    pub(crate) app: &'a App,
    pub(crate) skill: &'static declare::Skill,
    pub(crate) setting: Setting<'a>,
    pub(crate) target: &'a Target<'a>,
    pub(crate) envelope: &'a Envelope<'a>,
    pub(crate) body: &'a [u8],
    /// What the turn may take.
    pub(crate) time: Duration,
    /// Whether the session comes back from where the account is linked.
    pub(crate) resumed: bool,
}

impl Visit<'_> {
    /// The answer, and what it came to.
    pub(crate) async fn turn(&self, cx: &mut Context, time_over: impl Future<Output = ()>) -> (Answer, Outcome) {
        let mut time_over = pin!(lasting(time_over));
        let turned = self.respond(cx, time_over.as_mut()).await;
        let outcome = turned.outcome;
        let response = self.keep(cx, turned, time_over).await;
        match self.write(response, cx) {
            Ok(answer) => (answer, outcome),
            Err(apology) => (apology, if outcome == Outcome::TimedOut { outcome } else { Outcome::Failed }),
        }
    }

    async fn respond(&self, cx: &mut Context, mut time_over: Pin<&mut impl Future<Output = ()>>) -> Turned {
        let account = match in_time(self.account(), time_over.as_mut()).await {
            Some(Ok(None)) if self.target.auth == Auth::Required => return Turned::without_handler(self.link(), Outcome::NotLinked),
            Some(Ok(account)) => account,
            Some(Err(failed)) => return Turned::without_handler(Err(failed), Outcome::Failed),
            None => return Turned::without_handler(self.cut(Cut::Late), Outcome::TimedOut),
        };
        if self.is_delegated(cx) {
            let delegated = self.target.intent.map_or_else(Response::empty, Response::delegated);
            return Turned::without_handler(Ok(delegated), Outcome::Delegated);
        }
        let gate = Gate::new(account.as_ref());
        let door = &self.app.door;
        match panic::caught(self.setting.guard, || door.enter(cx, self.target, &gate), time_over).await {
            Ok(Ok(Ok(response))) => Turned { response: Ok(response), outcome: Outcome::Answered, failed: false },
            Ok(Ok(Err(error))) => self.fail(error),
            Ok(Err(halt)) => self.halt(halt),
            Err(cut) => {
                let outcome = if matches!(cut, Cut::Late) { Outcome::TimedOut } else { Outcome::Failed };
                Turned { response: self.cut(cut), outcome, failed: true }
            }
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

    fn halt(&self, halt: Halt) -> Turned {
        match halt {
            Halt::NotLinked => Turned::without_handler(self.link(), Outcome::NotLinked),
            Halt::Unmet(place) => Turned::without_handler(self.ask_again(place), Outcome::AskedAgain),
            Halt::Unknown => {
                tracing::error!("the generated code and its declaration do not fit together");
                Turned::without_handler(Err(Failed), Outcome::Failed)
            }
        }
    }

    fn fail(&self, error: Error) -> Turned {
        let (response, outcome) = match error {
            Error::TokenRejected => (self.link(), Outcome::NotLinked),
            Error::ConsentMissing(missing) => (Ok(self.ask_for_consent(missing)), Outcome::ConsentMissing),
            Error::Failed(error) => {
                tracing::error!(error = self.setting.guard.redact(chain(error.as_ref())), "a handler failed");
                (Err(Failed), Outcome::Failed)
            }
        };
        Turned { response, outcome, failed: true }
    }

    fn cut(&self, cut: Cut) -> Result<Response, Failed> {
        match cut {
            Cut::Panicked(message) => tracing::error!(panic = self.setting.guard.redact(message), "a handler panicked"),
            Cut::Late => tracing::error!(time = ?self.time, "a handler took longer than it has"),
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

    /// Writes the answer; in the place of one that Alexa would refuse, the apology.
    fn write(&self, response: Result<Response, Failed>, cx: &Context) -> Result<Answer, Answer> {
        if matches!(self.target.entry(), Entry::SessionEnded(_) | Entry::ExceptionEncountered(_)) {
            let empty = Answer { failed: response.is_err(), ..Answer::empty() };
            return if empty.failed { Err(empty) } else { Ok(empty) };
        }
        let attributes = cx.session_ref().to_send();
        let written = response.and_then(|response| {
            answer::write(&response, &self.setting, attributes).map_err(|reason| {
                tracing::error!(reason, "the answer cannot be sent");
                Failed
            })
        });
        written.map(Answer::new).map_err(|Failed| self.apologise())
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
