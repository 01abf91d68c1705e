//! From a request to its answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tracing::{Instrument, Span, field};

use crate::answer::Setting;
use crate::app::App;
use crate::guard::Guard;
use crate::legal::Kind;
use crate::link::Wish;
use crate::report::pseudonym;
use crate::target::Target;
use crate::visit::Visit;
use crate::wire::{self, Envelope};
use crate::{Answer, Context, Outcome, Refused, TurnReport, declare, fault, link, locale};

/// `time` is how long it is until `time_over` is done.
pub(crate) async fn handle(app: &App, body: &[u8], time: Duration, time_over: impl Future<Output = ()>) -> Result<Answer, Refused> {
    answer(app, &wire::parse(body)?, body, time, time_over).await
}

/// The same for a door that has to look into a request before it is believed.
pub(crate) async fn answer(
    app: &App,
    envelope: &Envelope<'_>,
    body: &[u8],
    time: Duration,
    time_over: impl Future<Output = ()>,
) -> Result<Answer, Refused> {
    let began = Instant::now();
    let skill = app.skill();
    check_application(skill, envelope)?;
    let tokens = envelope.tokens();
    let guard = tokens.guard();
    let mut cx = Context::from_wire(envelope, guard);
    let wish = link::resumed(skill, envelope);
    let target = match &wish {
        Some(wish) => Target::wish(skill, envelope, wish),
        None => Target::of(skill, envelope, body, guard)?,
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
    #[cfg(feature = "services")]
    cx.lend(crate::services::Turn::new(Arc::clone(&app.env), envelope, tokens.clone(), setting.locale, time));
    if let (Some(store), Some(declared)) = (&app.env.store, &skill.attributes) {
        cx.keep(Arc::clone(store), declared, tokens.clone(), (app.env.clock)());
    }
    let span = span(&target, &cx, guard);
    span.in_scope(|| fault::log(target.entry(), &cx, &app.env.recent, guard));
    let visit = Visit { app, skill, setting, target: &target, envelope, body, time, resumed: wish.is_some() };
    let (answer, outcome) = visit.turn(&mut cx, time_over).instrument(span.clone()).await;
    let outcome = if began.elapsed() > time { overrun(&span, outcome, time) } else { outcome };
    app.env.recent.note(cx.request_id(), cx.session_ref().id(), &answer.json);
    let (request, intent) = (target.kind, target.intent.map(|intent| intent.name));
    let report = TurnReport { request, intent, locale: cx.locale(), outcome, time: began.elapsed(), size: answer.json.len() };
    tell(app, &report, &span);
    Ok(answer)
}

/// What the log has with everything that it says of this turn. Of the user it has a pseudonym, and of tokens nothing.
fn span(target: &Target<'_>, cx: &Context, guard: Guard<'_>) -> Span {
    let span = tracing::info_span!(
        "turn",
        id = field::Empty,
        request = field::Empty,
        intent = target.intent.map(|intent| intent.name),
        locale = field::Empty,
        user = field::Empty,
        outcome = field::Empty
    );
    if !span.is_disabled() {
        span.record("request", guard.redact(target.kind.to_owned()));
        let texts = [("id", cx.request_id()), ("locale", cx.locale())];
        texts.into_iter().filter_map(|(name, text)| Some((name, text?))).for_each(|(name, text)| {
            span.record(name, guard.redact(text.to_owned()));
        });
        cx.user_id().map(|id| span.record("user", pseudonym(id)));
    }
    span
}

/// A handler that blocks cannot be cut off, nor can any through a door that brings no end: it ends when it likes, and Alexa has long stopped waiting.
fn overrun(span: &Span, outcome: Outcome, time: Duration) -> Outcome {
    if outcome != Outcome::TimedOut {
        let message = "a turn took longer than it has, and nothing cut it off: what blocks belongs on a thread of its own (`tokio::task::spawn_blocking`)";
        span.in_scope(|| tracing::error!(?time, message));
    }
    Outcome::TimedOut
}

fn tell(app: &App, report: &TurnReport<'_>, span: &Span) {
    span.record("outcome", report.outcome.word());
    span.in_scope(|| {
        let micros = u64::try_from(report.time.as_micros()).unwrap_or(u64::MAX);
        tracing::debug!(outcome = report.outcome.word(), micros, bytes = report.size, "the turn is over");
    });
    app.env.observers.iter().for_each(|observer| observer(report));
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
