//! Promise 12, and every request that has a handler of its own: it reaches that handler with what it carries, and can be answered with what
//! Alexa takes for it.

use crate::twin::hear;
use sayso::testing::{Conversation, block_on};
use sayso::{App, Context, ExceptionEncountered, LinkedAccount, OtherRequest, Response, Result, Speech};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

sayso::skill!("corpus/requests/skill.yaml");

/// Notes what each handler is given.
#[derive(Clone, Default)]
struct Noted(Arc<Mutex<Vec<String>>>);

impl Noted {
    fn note(&self, what: &impl std::fmt::Debug) {
        self.0.lock().unwrap().push(format!("{what:?}"));
    }

    /// Notes what a handler is given, and the token of its account.
    fn note_linked<I>(&self, what: &impl std::fmt::Debug, account: Option<&LinkedAccount<I>>) {
        self.note(what);
        self.note(&account.map(LinkedAccount::expose_access_token));
    }

    fn taken(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

fn said() -> Result<Response> {
    Ok(Response::tell(Speech::text("Said.")))
}

fn played() -> Result<skill::audio_player::PlayResponse> {
    let stream = skill::audio_player::Stream::new("https://cdn.corpus.dev/next.mp3", "next").title("Next");
    Ok(skill::audio_player::PlayResponse::play(skill::audio_player::Play::enqueue(stream, "now")))
}

#[sayso::handlers]
impl skill::Handlers for Noted {
    async fn launch(&self, _: &mut Context) -> Result<Response> {
        self.note(&"launch");
        said()
    }

    async fn play(&self, _: &mut Context) -> Result<Response> {
        self.note(&"play");
        said()
    }

    async fn pause(&self, _: &mut Context) -> Result<Response> {
        self.note(&"pause");
        said()
    }

    async fn resume(&self, _: &mut Context) -> Result<Response> {
        self.note(&"resume");
        said()
    }

    async fn start_show_task(&self, _: &mut Context, task: skill::task::Task) -> Result<Response> {
        self.note(&task);
        said()
    }

    async fn buy_ticket_task(
        &self,
        _: &mut Context,
        task: skill::task::Task,
        account: &LinkedAccount<skill::BuyTicketTask>,
    ) -> Result<Response> {
        self.note_linked(&task, Some(account));
        said()
    }

    async fn playback_started(
        &self,
        _: &mut Context,
        request: skill::audio_player::PlaybackStarted,
    ) -> Result<skill::audio_player::StopResponse> {
        self.note(&request);
        Ok(skill::audio_player::StopResponse::clear_queue(skill::audio_player::ClearQueue::Enqueued))
    }

    async fn playback_finished(
        &self,
        _: &mut Context,
        request: skill::audio_player::PlaybackFinished,
    ) -> Result<skill::audio_player::StopResponse> {
        self.note(&request);
        Ok(skill::audio_player::StopResponse::clear_queue(skill::audio_player::ClearQueue::Enqueued))
    }

    async fn playback_stopped(&self, _: &mut Context, request: skill::audio_player::PlaybackStopped) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn playback_nearly_finished(
        &self,
        _: &mut Context,
        request: skill::audio_player::PlaybackNearlyFinished,
        account: Option<&LinkedAccount<skill::audio_player::PlaybackNearlyFinished>>,
    ) -> Result<skill::audio_player::PlayResponse> {
        self.note_linked(&request, account);
        played()
    }

    async fn playback_failed(
        &self,
        _: &mut Context,
        request: skill::audio_player::PlaybackFailed,
    ) -> Result<skill::audio_player::PlayResponse> {
        self.note(&request);
        played()
    }

    async fn next_command_issued(
        &self,
        _: &mut Context,
        request: skill::audio_player::NextCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        self.note(&request);
        played()
    }

    async fn pause_command_issued(
        &self,
        _: &mut Context,
        request: skill::audio_player::PauseCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        self.note(&request);
        played()
    }

    async fn play_command_issued(
        &self,
        _: &mut Context,
        request: skill::audio_player::PlayCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        self.note(&request);
        played()
    }

    async fn previous_command_issued(
        &self,
        _: &mut Context,
        request: skill::audio_player::PreviousCommandIssued,
    ) -> Result<skill::audio_player::PlayResponse> {
        self.note(&request);
        played()
    }

    async fn element_selected(&self, _: &mut Context, request: skill::display::ElementSelected) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn apl_user_event(
        &self,
        _: &mut Context,
        request: skill::apl::UserEvent,
        account: &LinkedAccount<skill::apl::UserEvent>,
    ) -> Result<Response> {
        self.note_linked(&request, Some(account));
        said()
    }

    async fn html_message(&self, _: &mut Context, request: skill::html::Message) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn can_fulfill_intent(
        &self,
        _: &mut Context,
        request: skill::can_fulfill::CanFulfillIntent,
    ) -> Result<skill::can_fulfill::CanFulfill> {
        self.note(&request);
        Ok(skill::can_fulfill::CanFulfill::new(skill::can_fulfill::Can::Maybe).slot("city", skill::can_fulfill::Can::Yes, true))
    }

    async fn input_handler_event(&self, _: &mut Context, request: skill::game_engine::InputHandlerEvent) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn events_received(&self, _: &mut Context, request: skill::custom_interface::EventsReceived) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn event_handler_expired(&self, _: &mut Context, request: skill::custom_interface::Expired) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn usages_installed(&self, _: &mut Context, request: skill::package_manager::UsagesInstalled) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn usages_removed(&self, _: &mut Context, request: skill::package_manager::UsagesRemoved) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn api_invoked(&self, _: &mut Context, request: skill::conversation::ApiInvoked) -> Result<skill::conversation::ApiResponse> {
        self.note(&request);
        Ok(skill::conversation::ApiResponse::Returned(json!({"sunny": true})))
    }

    async fn input_request(&self, _: &mut Context, request: skill::conversation::InputRequest) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn session_resumed(&self, _: &mut Context, request: skill::connection::SessionResumed) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn connections_response(&self, _: &mut Context, request: skill::connection::ConnectionsResponse) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn skill_enabled(&self, _: &mut Context, request: skill::event::SkillEnabled) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn skill_disabled(&self, _: &mut Context, request: skill::event::SkillDisabled) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn skill_account_linked(
        &self,
        _: &mut Context,
        request: skill::event::SkillAccountLinked,
        account: &LinkedAccount<skill::event::SkillAccountLinked>,
    ) -> Result<()> {
        self.note_linked(&request, Some(account));
        Ok(())
    }

    async fn skill_permission_accepted(&self, _: &mut Context, request: skill::event::SkillPermissionAccepted) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn skill_permission_changed(&self, _: &mut Context, request: skill::event::SkillPermissionChanged) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn proactive_subscription_changed(&self, _: &mut Context, request: skill::event::ProactiveSubscriptionChanged) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn notification_subscription_changed(
        &self,
        _: &mut Context,
        request: skill::event::NotificationSubscriptionChanged,
    ) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn list_created(&self, _: &mut Context, request: skill::event::ListCreated) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn list_updated(&self, _: &mut Context, request: skill::event::ListUpdated) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn list_deleted(&self, _: &mut Context, request: skill::event::ListDeleted) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn items_created(&self, _: &mut Context, request: skill::event::ItemsCreated) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn items_updated(&self, _: &mut Context, request: skill::event::ItemsUpdated) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn items_deleted(&self, _: &mut Context, request: skill::event::ItemsDeleted) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn reminder_created(&self, _: &mut Context, request: skill::event::ReminderCreated) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn reminder_updated(&self, _: &mut Context, request: skill::event::ReminderUpdated) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn reminder_started(&self, _: &mut Context, request: skill::event::ReminderStarted) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn reminder_status_changed(&self, _: &mut Context, request: skill::event::ReminderStatusChanged) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn reminder_deleted(&self, _: &mut Context, request: skill::event::ReminderDeleted) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn message_received(&self, _: &mut Context, request: skill::event::MessageReceived) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn authorization_grant(&self, _: &mut Context, request: skill::authorization::Grant) -> Result<()> {
        self.note(&request);
        self.note(&request.expose_code());
        Ok(())
    }

    async fn apl_load_index_list_data(&self, _: &mut Context, request: skill::apl::LoadIndexListData) -> Result<skill::apl::ListData> {
        self.note(&request);
        Ok(skill::apl::ListData::at_index(&request, vec![json!("item")]))
    }

    async fn apl_load_token_list_data(&self, _: &mut Context, request: skill::apl::LoadTokenListData) -> Result<skill::apl::ListData> {
        self.note(&request);
        Ok(skill::apl::ListData::page(&request, vec![json!("item")], Some("3".to_owned())))
    }

    async fn apl_runtime_error(&self, _: &mut Context, request: skill::apl::RuntimeError) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn apla_runtime_error(&self, _: &mut Context, request: skill::apl::AudioRuntimeError) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn aplt_user_event(&self, _: &mut Context, request: skill::apl::TextUserEvent) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn html_runtime_error(&self, _: &mut Context, request: skill::html::RuntimeError) -> Result<Response> {
        self.note(&request);
        said()
    }

    async fn data_store_error(&self, _: &mut Context, request: skill::data_store::DataStoreError) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn package_update_request(&self, _: &mut Context, request: skill::package_manager::UpdateRequest) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn package_installation_error(&self, _: &mut Context, request: skill::package_manager::InstallationError) -> Result<()> {
        self.note(&request);
        Ok(())
    }

    async fn exception_encountered(&self, _: &mut Context, exception: &ExceptionEncountered) -> Result<()> {
        self.note(exception);
        Ok(())
    }

    async fn other(&self, _: &mut Context, request: &OtherRequest) -> Result<Response> {
        self.note(&("other", request.kind()));
        Ok(Response::empty())
    }
}

const TOKEN: &str = "the-token-of-the-user";

/// A request of a linked user, in a session or outside of one.
fn send(app: &App, in_session: bool, request: Value) -> Value {
    let application = json!({"applicationId": "amzn1.ask.skill.0a1b2c3d-0000-4000-8000-000000000031"});
    let user = json!({"userId": "amzn1.ask.account.ONE", "accessToken": TOKEN});
    let mut envelope = json!({
        "version": "1.0",
        "context": {"System": {"application": application, "user": user},
            "AudioPlayer": {"token": "now", "offsetInMilliseconds": 1500, "playerActivity": "PLAYING"}},
        "request": request,
    });
    if in_session {
        envelope["session"] = json!({"new": false, "sessionId": "s", "application": application, "user": user});
    }
    let answer = block_on(app.handle(envelope.to_string().as_bytes())).expect("an answer");
    serde_json::from_slice(&answer).expect("JSON")
}

/// What a request of the type carries, what its handler is then given, and the answer.
#[track_caller]
fn is_heard(in_session: bool, request: Value, given: &[&str], answer: Value) {
    let noted = Noted::default();
    let found = send(&skill::app(noted.clone()), in_session, request.clone());
    assert_eq!(noted.taken(), given, "{request}");
    assert_eq!(found["response"], answer, "{request}");
}

fn spoken() -> Value {
    json!({"outputSpeech": {"type": "SSML", "ssml": "<speak>Said.</speak>"}, "shouldEndSession": true})
}

fn play() -> Value {
    json!({"directives": [{"type": "AudioPlayer.Play", "playBehavior": "ENQUEUE", "audioItem": {
        "stream": {"url": "https://cdn.corpus.dev/next.mp3", "token": "next", "offsetInMilliseconds": 0, "expectedPreviousToken": "now"},
        "metadata": {"title": "Next"},
    }}]})
}

fn clear() -> Value {
    json!({"directives": [{"type": "AudioPlayer.ClearQueue", "clearBehavior": "CLEAR_ENQUEUED"}]})
}

#[test]
fn those_of_the_audio_player() {
    let at = |kind: &str| json!({"type": kind, "token": "now", "offsetInMilliseconds": 2500});
    let carries = |name: &str| format!("{name} {{ token: \"now\", offset: 2.5s }}");
    for (name, answer) in [("PlaybackStarted", clear()), ("PlaybackFinished", clear()), ("PlaybackStopped", json!({}))] {
        is_heard(false, at(&format!("AudioPlayer.{name}")), &[&carries(name)], answer);
    }
    let linked = format!("Some({TOKEN:?})");
    is_heard(false, at("AudioPlayer.PlaybackNearlyFinished"), &[&carries("PlaybackNearlyFinished"), &linked], play());
    is_heard(
        false,
        json!({"type": "AudioPlayer.PlaybackFailed", "token": "now", "error": {"type": "MEDIA_ERROR_SERVICE_UNAVAILABLE", "message": "gone"},
            "currentPlaybackState": {"token": "then", "offsetInMilliseconds": 7, "playerActivity": "IDLE"}}),
        &[
            "PlaybackFailed { token: \"now\", error: ServiceUnavailable, message: \"gone\", current: State { token: \"then\", offset: 7ms, activity: Idle } }",
        ],
        play(),
    );
    for name in ["NextCommandIssued", "PauseCommandIssued", "PlayCommandIssued", "PreviousCommandIssued"] {
        is_heard(false, json!({"type": format!("PlaybackController.{name}")}), &[name], play());
    }
}

#[test]
fn those_of_screens() {
    let linked = format!("Some({TOKEN:?})");
    is_heard(true, json!({"type": "Display.ElementSelected", "token": "a"}), &["ElementSelected { token: \"a\" }"], spoken());
    is_heard(
        true,
        json!({"type": "Alexa.Presentation.APL.UserEvent", "token": "a", "arguments": ["buy", 1], "source": {"id": "button"}}),
        &[
            "UserEvent { token: \"a\", arguments: [String(\"buy\"), Number(1)], source: Object {\"id\": String(\"button\")}, components: Null, presentation_uri: None }",
            &linked,
        ],
        spoken(),
    );
    is_heard(
        true,
        json!({"type": "Alexa.Presentation.APL.LoadIndexListData", "token": "a", "correlationToken": "c", "listId": "l", "startIndex": 5, "count": 2}),
        &["LoadIndexListData { token: \"a\", correlation_token: \"c\", list_id: \"l\", start_index: 5, count: 2 }"],
        json!({"directives": [{"type": "Alexa.Presentation.APL.SendIndexListData", "correlationToken": "c", "listId": "l", "startIndex": 5, "items": ["item"]}]}),
    );
    is_heard(
        true,
        json!({"type": "Alexa.Presentation.APL.LoadTokenListData", "token": "a", "correlationToken": "c", "listId": "l", "pageToken": "2"}),
        &["LoadTokenListData { token: \"a\", correlation_token: \"c\", list_id: \"l\", page_token: \"2\" }"],
        json!({"directives": [{"type": "Alexa.Presentation.APL.SendTokenListData", "correlationToken": "c", "listId": "l", "pageToken": "2",
            "nextPageToken": "3", "items": ["item"]}]}),
    );
    for (kind, name) in [("APL", "RuntimeError"), ("APLA", "AudioRuntimeError")] {
        let request = json!({"type": format!("Alexa.Presentation.{kind}.RuntimeError"), "token": "a", "errors": [{"type": "LIST_ERROR"}]});
        is_heard(true, request, &[&format!("{name} {{ token: \"a\", errors: [Object {{\"type\": String(\"LIST_ERROR\")}}] }}")], json!({}));
    }
    is_heard(
        true,
        json!({"type": "Alexa.Presentation.APLT.UserEvent", "token": "a", "arguments": []}),
        &["TextUserEvent { token: \"a\", arguments: [], source: Null }"],
        spoken(),
    );
    is_heard(
        true,
        json!({"type": "Alexa.Presentation.HTML.Message", "message": {"x": 1}}),
        &["Message { message: Object {\"x\": Number(1)} }"],
        spoken(),
    );
    is_heard(
        true,
        json!({"type": "Alexa.Presentation.HTML.RuntimeError", "error": {"reason": "TIMED_OUT", "message": "slow", "code": 504}}),
        &["RuntimeError { reason: TimedOut, message: \"slow\", code: Some(\"504\") }"],
        spoken(),
    );
}

#[test]
fn those_of_gadgets_and_data() {
    is_heard(
        true,
        json!({"type": "GameEngine.InputHandlerEvent", "originatingRequestId": "r", "events": [{"name": "pressed", "inputEvents": [{"color": "FF"}]}]}),
        &[
            "InputHandlerEvent { originating_request_id: \"r\", events: [GameEvent { name: \"pressed\", input_events: [Object {\"color\": String(\"FF\")}] }] }",
        ],
        spoken(),
    );
    is_heard(
        true,
        json!({"type": "CustomInterfaceController.EventsReceived", "token": "t",
            "events": [{"header": {"namespace": "Custom.Robot", "name": "Moved"}, "payload": {"by": 1}, "endpoint": {"endpointId": "e"}}]}),
        &[
            "EventsReceived { token: \"t\", events: [GadgetEvent { endpoint_id: Some(\"e\"), namespace: \"Custom.Robot\", name: \"Moved\", payload: Object {\"by\": Number(1)} }] }",
        ],
        spoken(),
    );
    is_heard(
        true,
        json!({"type": "CustomInterfaceController.Expired", "token": "t", "expirationPayload": "over"}),
        &["Expired { token: \"t\", payload: String(\"over\") }"],
        spoken(),
    );
    is_heard(
        false,
        json!({"type": "Alexa.DataStore.Error", "error": {"type": "DEVICE_UNAVAILABLE", "content": {"deviceId": "d"}}}),
        &["DataStoreError { kind: DeviceUnavailable, content: Object {\"deviceId\": String(\"d\")} }"],
        json!({}),
    );
    for name in ["UsagesInstalled", "UsagesRemoved"] {
        is_heard(
            false,
            json!({"type": format!("Alexa.DataStore.PackageManager.{name}"),
                "payload": {"packageId": "p", "packageVersion": "1", "usages": [{"location": "FAVORITE", "instanceId": "i"}]}}),
            &[&format!(
                "{name} {{ package_id: \"p\", package_version: \"1\", usages: [Usage {{ location: \"FAVORITE\", instance_id: Some(\"i\") }}] }}"
            )],
            json!({}),
        );
    }
    is_heard(
        false,
        json!({"type": "Alexa.DataStore.PackageManager.UpdateRequest", "packageId": "p", "fromVersion": "1", "toVersion": "2"}),
        &["UpdateRequest { package_id: \"p\", from_version: \"1\", to_version: \"2\" }"],
        json!({}),
    );
    is_heard(
        false,
        json!({"type": "Alexa.DataStore.PackageManager.InstallationError", "packageId": "p", "version": "2", "error": {"type": "INTERNAL_ERROR"}}),
        &["InstallationError { package_id: \"p\", version: \"2\", error: Object {\"type\": String(\"INTERNAL_ERROR\")} }"],
        json!({}),
    );
}

#[test]
fn those_of_others_than_the_user() {
    is_heard(
        false,
        json!({"type": "CanFulfillIntentRequest", "intent": {"name": "Play", "slots": {"city": {"name": "city", "value": "Dallas"}, "when": {"name": "when"}}}}),
        &["CanFulfillIntent { intent: \"Play\", slots: {\"city\": \"Dallas\"} }"],
        json!({"canFulfillIntent": {"canFulfill": "MAYBE", "slots": {"city": {"canUnderstand": "YES", "canFulfill": "YES"}}}}),
    );
    is_heard(
        true,
        json!({"type": "Dialog.API.Invoked", "apiRequest": {"name": "weather", "arguments": {"city": "Dallas"}}}),
        &["ApiInvoked { name: \"weather\", arguments: Object {\"city\": String(\"Dallas\")}, slots: Null }"],
        json!({"apiResponse": {"sunny": true}}),
    );
    is_heard(
        true,
        json!({"type": "Dialog.InputRequest", "input": {"name": "help", "slots": {}}}),
        &["InputRequest { name: \"help\", slots: Object {} }"],
        spoken(),
    );
    is_heard(
        true,
        json!({"type": "SessionResumedRequest", "cause": {"type": "ConnectionCompleted", "token": "t", "status": {"code": 200, "message": "OK"}, "result": null}}),
        &["SessionResumed { code: \"200\", message: \"OK\", result: Null, token: \"t\" }"],
        spoken(),
    );
    is_heard(
        true,
        json!({"type": "Connections.Response", "name": "Buy", "status": {"code": "200", "message": "OK"}, "payload": {"purchaseResult": "ACCEPTED"}, "token": "t"}),
        &[
            "ConnectionsResponse { name: \"Buy\", code: \"200\", message: \"OK\", payload: Object {\"purchaseResult\": String(\"ACCEPTED\")}, token: \"t\" }",
        ],
        spoken(),
    );
    let linked = format!("Some({TOKEN:?})");
    let task = |name: &str| json!({"type": "LaunchRequest", "task": {"name": name, "version": "1", "input": {"seats": 2}}});
    let given = "Task { version: \"1\", input: Object {\"seats\": Number(2)} }";
    is_heard(true, task("amzn1.ask.skill.0a1b2c3d.StartShow"), &[given], spoken());
    is_heard(true, task("BuyTicket"), &[given, &linked], spoken());
    is_heard(true, task("amzn1.ask.skill.0a1b2c3d.DontBuyTicket"), &["\"launch\""], spoken());
}

#[test]
fn events() {
    let times = "times: Times { created: Some(\"2026-01-01T00:00:00Z\"), published: None }";
    let event = |kind: &str, body: Value| json!({"type": kind, "eventCreationTime": "2026-01-01T00:00:00Z", "body": body});
    let heard = |kind: &str, body: Value, given: &[&str]| is_heard(false, event(kind, body), given, json!({}));
    heard("AlexaSkillEvent.SkillEnabled", Value::Null, &[&format!("SkillEnabled {{ {times} }}")]);
    heard(
        "AlexaSkillEvent.SkillDisabled",
        json!({"userInformationPersistenceStatus": "PERSISTED"}),
        &[&format!("SkillDisabled {{ persistence: Persisted, {times} }}")],
    );
    heard(
        "AlexaSkillEvent.SkillAccountLinked",
        json!({"accessToken": "the-token-that-was-linked"}),
        &[&format!("SkillAccountLinked {{ {times} }}"), "Some(\"the-token-that-was-linked\")"],
    );
    for name in ["SkillPermissionAccepted", "SkillPermissionChanged"] {
        heard(
            &format!("AlexaSkillEvent.{name}"),
            json!({"acceptedPermissions": [{"scope": "a"}]}),
            &[&format!("{name} {{ permissions: [\"a\"], person_permissions: [], {times} }}")],
        );
    }
    heard(
        "AlexaSkillEvent.ProactiveSubscriptionChanged",
        json!({"subscriptions": [{"eventName": "AMAZON.OrderStatus.Updated"}]}),
        &["ProactiveSubscriptionChanged { event_names: [\"AMAZON.OrderStatus.Updated\"] }"],
    );
    heard(
        "AlexaSkillEvent.NotificationSubscriptionChanged",
        json!({"subscriptions": [{"topicId": "t"}]}),
        &["NotificationSubscriptionChanged { topic_ids: [\"t\"] }"],
    );
    for name in ["ListCreated", "ListUpdated", "ListDeleted"] {
        heard(&format!("AlexaHouseholdListEvent.{name}"), json!({"listId": "l"}), &[&format!("{name} {{ list_id: \"l\", {times} }}")]);
    }
    for name in ["ItemsCreated", "ItemsUpdated", "ItemsDeleted"] {
        let given = format!("{name} {{ list_id: \"l\", item_ids: [\"i\"], {times} }}");
        heard(&format!("AlexaHouseholdListEvent.{name}"), json!({"listId": "l", "listItemIds": ["i"]}), &[&given]);
    }
    for name in ["ReminderCreated", "ReminderUpdated", "ReminderStarted", "ReminderStatusChanged"] {
        let given = format!("{name} {{ alert_token: \"a\", status: Completed }}");
        heard(&format!("Reminders.{name}"), json!({"alertToken": "a", "status": "COMPLETED"}), &[&given]);
    }
    heard("Reminders.ReminderDeleted", json!({"alertTokens": ["a", "b"]}), &["ReminderDeleted { alert_tokens: [\"a\", \"b\"] }"]);
    is_heard(
        false,
        json!({"type": "Messaging.MessageReceived", "message": {"hello": "world"}}),
        &["MessageReceived { message: Object {\"hello\": String(\"world\")} }"],
        json!({}),
    );
    heard(
        "Alexa.Authorization.Grant",
        json!({"grant": {"type": "OAuth2.AuthorizationCode", "code": "the-code"}}),
        &["Grant { .. }", "Some(\"the-code\")"],
    );
    is_heard(
        false,
        json!({"type": "System.ExceptionEncountered", "error": {"type": "INVALID_RESPONSE", "message": "bad"}, "cause": {"requestId": "r"}}),
        &["ExceptionEncountered { kind: InvalidResponse, message: \"bad\", request_id: Some(\"r\") }"],
        json!({}),
    );
    is_heard(
        false,
        json!({"type": "Alexa.Advertisement.AdCompleted", "token": "t"}),
        &["(\"other\", \"Alexa.Advertisement.AdCompleted\")"],
        json!({}),
    );
}

#[test]
fn every_request_with_a_handler_is_in_the_declaration() {
    // The corpus case declares all that makes a request possible; a new kind of request is to be added there and here.
    let declared = std::fs::read_to_string("corpus/requests/expected/skill.rs").expect("the Rust of the case");
    for known in sayso_compiler::builtin::REQUESTS {
        assert!(declared.contains(&format!("kind: {:?}", known.kind)), "{} is not declared", known.kind);
        assert!(include_str!("requests.rs").contains(known.method), "{} has no handler here", known.method);
    }
}

#[test]
fn requests_that_need_an_account_are_held_back_without_one() {
    let noted = Noted::default();
    let mut talk = Conversation::with(skill::app(noted.clone()));
    hear(talk.request(json!({"type": "Alexa.Presentation.APL.UserEvent", "token": "a"}))).assert_asks_to_link();
    hear(talk.request(json!({"type": "LaunchRequest", "task": {"name": "BuyTicket", "version": "2"}}))).assert_asks_to_link();
    // Nothing can be said to these: an account is missing, and no handler runs.
    let silent = hear(talk.request(json!({"type": "AlexaSkillEvent.SkillAccountLinked", "body": {}})));
    assert_eq!(silent.json()["response"], json!({}));
    assert_eq!(noted.taken(), [""; 0]);
}
