//! The skill of `skill.yaml`, whose handlers repeat all that they hear in every place that an answer has, and note whose token they were given.

use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};

use sayso::store::Memory;
use sayso::{App, Card, Context, LinkedAccount, OtherRequest, Response, Result, SessionEnded};
use serde_json::{Value, json};

sayso::skill!("skill.yaml");

/// The skill. Clones note into the same list.
#[derive(Clone, Default)]
pub struct Fuzzed {
    tokens: Arc<Mutex<Vec<String>>>,
}

impl Fuzzed {
    pub fn app(&self) -> App {
        skill::app(self.clone(), Memory::new()).vary(|_| 0)
    }

    /// The tokens of the accounts that handlers were given.
    pub fn tokens(&self) -> Vec<String> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn given<I>(&self, account: &LinkedAccount<I>) {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).push(account.expose_access_token().to_owned());
    }

    fn maybe_given<I>(&self, account: Option<&LinkedAccount<I>>) {
        account.into_iter().for_each(|account| self.given(account));
    }
}

/// Keeps what was heard wherever something can be kept, and repeats it with everything that is known.
async fn repeated(cx: &mut Context, heard: &(dyn Debug + Sync)) -> Result<Response> {
    let before: Option<Value> = if cx.session().exists() { cx.session().get("heard")? } else { None };
    let player = cx.surroundings("AudioPlayer");
    let words = format!("{heard:?} {before:?} {player:?} {cx:?} {:?}", cx.interfaces().collect::<Vec<_>>());
    kept(cx, &words).await;
    Ok(Response::ask(skill::speech::echo(&words)).card(Card::simple("Heard", words.as_str())))
}

/// What cannot be kept is not: a request need not have a session, or a user.
async fn kept(cx: &mut Context, words: &str) {
    let _ = cx.session().set("heard", words);
    let _ = skill::attributes(cx).write(&json!({"heard": words})).await;
}

async fn playing(cx: &mut Context, heard: &(dyn Debug + Sync)) -> Result<skill::audio_player::PlayResponse> {
    let _ = repeated(cx, heard).await?;
    let stream = skill::audio_player::Stream::new("https://cdn.fuzzed.dev/next.mp3", format!("{heard:?}")).title("Next");
    Ok(skill::audio_player::PlayResponse::play(skill::audio_player::Play::enqueue(stream, "now")))
}

#[sayso::handlers]
impl skill::Handlers for Fuzzed {
    async fn launch(&self, cx: &mut Context, account: Option<&LinkedAccount<skill::Launch>>) -> Result<Response> {
        self.maybe_given(account);
        repeated(cx, &"launch").await
    }

    async fn order(&self, cx: &mut Context, intent: skill::Order, account: &LinkedAccount<skill::Order>) -> Result<Response> {
        self.given(account);
        repeated(cx, &intent).await
    }

    async fn withdraw(
        &self,
        cx: &mut Context,
        intent: skill::Withdraw,
        account: Option<&LinkedAccount<skill::Withdraw>>,
    ) -> Result<Response> {
        self.maybe_given(account);
        let answer = repeated(cx, &intent).await?;
        Ok(match (intent.number, intent.because) {
            (None, None) => Response::elicit(skill::Withdraw::NUMBER, skill::speech::help()),
            (Some(_), None) => Response::confirm_slot(skill::Withdraw::BECAUSE, skill::speech::help()),
            (None, Some(_)) => Response::delegate::<skill::Withdraw>(),
            (Some(_), Some(_)) => answer,
        })
    }

    async fn echo(&self, cx: &mut Context, intent: skill::Echo) -> Result<Response> {
        let words = intent.words.as_deref().unwrap_or("nothing").to_owned();
        kept(cx, &words).await;
        Ok(Response::tell(skill::speech::echo(&words)).card(Card::simple(words.as_str(), words.as_str())))
    }

    async fn yes(&self, cx: &mut Context, account: &LinkedAccount<skill::Yes>) -> Result<Response> {
        self.given(account);
        repeated(cx, &"yes").await
    }

    async fn no(&self, cx: &mut Context) -> Result<Response> {
        repeated(cx, &"no").await
    }

    async fn pause(&self, cx: &mut Context) -> Result<Response> {
        repeated(cx, &"pause").await
    }

    async fn resume(&self, cx: &mut Context) -> Result<Response> {
        repeated(cx, &"resume").await
    }

    async fn buy_ticket_task(
        &self,
        cx: &mut Context,
        task: skill::task::Task,
        account: &LinkedAccount<skill::BuyTicketTask>,
    ) -> Result<Response> {
        self.given(account);
        repeated(cx, &task).await
    }

    async fn playback_started(
        &self,
        cx: &mut Context,
        request: skill::audio_player::PlaybackStarted,
    ) -> Result<skill::audio_player::StopResponse> {
        let _ = repeated(cx, &request).await?;
        Ok(skill::audio_player::StopResponse::clear_queue(skill::audio_player::ClearQueue::Enqueued))
    }

    async fn playback_finished(
        &self,
        cx: &mut Context,
        request: skill::audio_player::PlaybackFinished,
    ) -> Result<skill::audio_player::StopResponse> {
        let _ = repeated(cx, &request).await?;
        Ok(skill::audio_player::StopResponse::clear_queue(skill::audio_player::ClearQueue::Enqueued))
    }

    async fn playback_stopped(&self, cx: &mut Context, request: skill::audio_player::PlaybackStopped) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn playback_nearly_finished(
        &self,
        cx: &mut Context,
        request: skill::audio_player::PlaybackNearlyFinished,
        account: Option<&LinkedAccount<skill::audio_player::PlaybackNearlyFinished>>,
    ) -> Result<skill::audio_player::PlayResponse> {
        self.maybe_given(account);
        playing(cx, &request).await
    }

    async fn playback_failed(
        &self,
        cx: &mut Context,
        request: skill::audio_player::PlaybackFailed,
    ) -> Result<skill::audio_player::PlayResponse> {
        playing(cx, &request).await
    }

    async fn next_command_issued(
        &self,
        cx: &mut Context,
        request: skill::audio_player::NextCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        playing(cx, &request).await
    }

    async fn pause_command_issued(
        &self,
        cx: &mut Context,
        request: skill::audio_player::PauseCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        playing(cx, &request).await
    }

    async fn play_command_issued(
        &self,
        cx: &mut Context,
        request: skill::audio_player::PlayCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        playing(cx, &request).await
    }

    async fn previous_command_issued(
        &self,
        cx: &mut Context,
        request: skill::audio_player::PreviousCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        playing(cx, &request).await
    }

    async fn element_selected(&self, cx: &mut Context, request: skill::display::ElementSelected) -> Result<Response> {
        repeated(cx, &request).await
    }

    async fn apl_user_event(
        &self,
        cx: &mut Context,
        request: skill::apl::UserEvent,
        account: &LinkedAccount<skill::apl::UserEvent>,
    ) -> Result<Response> {
        self.given(account);
        repeated(cx, &request).await
    }

    async fn html_message(&self, cx: &mut Context, request: skill::html::Message) -> Result<Response> {
        repeated(cx, &request).await
    }

    async fn can_fulfill_intent(
        &self,
        cx: &mut Context,
        request: skill::can_fulfill::CanFulfillIntent,
    ) -> Result<skill::can_fulfill::CanFulfill> {
        let _ = repeated(cx, &request).await?;
        Ok(skill::can_fulfill::CanFulfill::new(skill::can_fulfill::Can::Maybe).slot("words", skill::can_fulfill::Can::Yes, true))
    }

    async fn input_handler_event(&self, cx: &mut Context, request: skill::game_engine::InputHandlerEvent) -> Result<Response> {
        repeated(cx, &request).await
    }

    async fn events_received(&self, cx: &mut Context, request: skill::custom_interface::EventsReceived) -> Result<Response> {
        repeated(cx, &request).await
    }

    async fn event_handler_expired(&self, cx: &mut Context, request: skill::custom_interface::Expired) -> Result<Response> {
        repeated(cx, &request).await
    }

    async fn usages_installed(&self, cx: &mut Context, request: skill::package_manager::UsagesInstalled) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn usages_removed(&self, cx: &mut Context, request: skill::package_manager::UsagesRemoved) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn api_invoked(&self, _: &mut Context, request: skill::conversation::ApiInvoked) -> Result<skill::conversation::ApiResponse> {
        Ok(skill::conversation::ApiResponse::Returned(json!(format!("{request:?}"))))
    }

    async fn input_request(&self, cx: &mut Context, request: skill::conversation::InputRequest) -> Result<Response> {
        repeated(cx, &request).await
    }

    async fn session_resumed(&self, cx: &mut Context, request: skill::connection::SessionResumed) -> Result<Response> {
        repeated(cx, &request).await
    }

    async fn skill_account_linked(
        &self,
        cx: &mut Context,
        request: skill::event::SkillAccountLinked,
        account: &LinkedAccount<skill::event::SkillAccountLinked>,
    ) -> Result<()> {
        self.given(account);
        repeated(cx, &request).await.map(drop)
    }

    async fn skill_permission_changed(&self, cx: &mut Context, request: skill::event::SkillPermissionChanged) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn items_created(&self, cx: &mut Context, request: skill::event::ItemsCreated) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn reminder_started(&self, cx: &mut Context, request: skill::event::ReminderStarted) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn message_received(&self, cx: &mut Context, request: skill::event::MessageReceived) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn authorization_grant(&self, cx: &mut Context, request: skill::authorization::Grant) -> Result<()> {
        repeated(cx, &request).await.map(drop)
    }

    async fn session_ended(&self, cx: &mut Context, ended: &SessionEnded) -> Result<()> {
        repeated(cx, ended).await.map(drop)
    }

    async fn other(&self, cx: &mut Context, request: &OtherRequest) -> Result<Response> {
        repeated(cx, &(request.kind(), request.json())).await
    }
}
