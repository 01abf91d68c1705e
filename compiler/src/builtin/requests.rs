//! The requests that reach a handler of their own, and what in skill.yaml makes each of them possible.

use crate::syntax::InterfaceKind;
use Account::{Always, InSession, Never, Outside};
use Cause::{Connection, DialogManagement, Event, Interface, Permission};

/// A request that is no launch, no intent and no end of a session (`ask-sdk-model`, type `Request`).
pub struct Request {
    /// Alexa's type for it.
    pub kind: &'static str,
    /// What its handler is called in Rust.
    pub method: &'static str,
    /// The module of the runtime that has its types.
    pub module: &'static str,
    /// Its type in that module.
    pub ty: &'static str,
    /// What its handler answers.
    pub answer: Answer,
    /// What makes it possible.
    pub(crate) cause: Cause,
    /// Whether it carries the user's linked account.
    pub account: Account,
    /// Whether a skill can do without a handler for it.
    pub provided: bool,
}

impl Request {
    /// What in skill.yaml makes it possible, in words, with Markdown.
    pub fn comes_with(&self) -> String {
        match self.cause {
            Interface(kind) => format!("`{}` in `interfaces`", kind.word()),
            Event(name) => format!("`{name}` in `events.subscriptions`"),
            Permission(name) => format!("`{name}` in `permissions`"),
            Connection(ConnectionKind::Request) => "`Buy`, `Upsell`, `Cancel` or `AskFor` in `connections`".to_owned(),
            Connection(ConnectionKind::Skill) => "a connection such as `AMAZON.PrintPDF/1` in `connections`".to_owned(),
            DialogManagement => "`dialog_management`".to_owned(),
        }
    }
}

/// What may be answered.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// A turn of the conversation.
    Turn,
    /// Nothing.
    Nothing,
    /// A type of the request's module. Where a skill can do without a handler, the type has an answer `none()`.
    Of(&'static str),
}

/// What in skill.yaml makes a request possible.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// A device interface.
    Interface(InterfaceKind),
    /// A subscription to an event.
    Event(&'static str),
    /// A permission.
    Permission(&'static str),
    /// A connection of that kind.
    Connection(ConnectionKind),
    /// Alexa Conversations.
    DialogManagement,
}

/// How a connection is started, and by which request it comes back.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ConnectionKind {
    /// With `Connections.SendRequest`: purchases and consent.
    Request,
    /// With `Connections.StartConnection`: skill connections.
    Skill,
}

impl ConnectionKind {
    /// The requests of the older kind, by name.
    pub const REQUESTS: &'static [&'static str] = &["Buy", "Upsell", "Cancel", "AskFor"];

    /// The kind of a connection that skill.yaml names.
    pub fn of(name: &str) -> Self {
        if Self::REQUESTS.contains(&name) { Self::Request } else { Self::Skill }
    }
}

/// Whether a request carries the user's linked account.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Account {
    /// It does not, or Amazon says that it must not be relied upon.
    Never,
    /// It does where the user is linked; it belongs to a session, so an unlinked user can be shown the card.
    InSession,
    /// It does where the user is linked; it belongs to no session, so nothing can be said or shown.
    Outside,
    /// It is about the account.
    Always,
}

/// The request of that type.
pub fn request(kind: &str) -> Option<&'static Request> {
    REQUESTS.iter().find(|known| known.kind == kind)
}

/// All of them, in the order in which handlers are listed.
#[rustfmt::skip]
pub const REQUESTS: &[Request] = &[
    Request { kind: "AudioPlayer.PlaybackStarted", method: "playback_started", module: "audio_player", ty: "PlaybackStarted", answer: Answer::Of("StopResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "AudioPlayer.PlaybackFinished", method: "playback_finished", module: "audio_player", ty: "PlaybackFinished", answer: Answer::Of("StopResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "AudioPlayer.PlaybackStopped", method: "playback_stopped", module: "audio_player", ty: "PlaybackStopped", answer: Answer::Nothing, cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "AudioPlayer.PlaybackNearlyFinished", method: "playback_nearly_finished", module: "audio_player", ty: "PlaybackNearlyFinished", answer: Answer::Of("PlayResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "AudioPlayer.PlaybackFailed", method: "playback_failed", module: "audio_player", ty: "PlaybackFailed", answer: Answer::Of("PlayResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "PlaybackController.NextCommandIssued", method: "next_command_issued", module: "audio_player", ty: "NextCommandIssued", answer: Answer::Of("PlayResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "PlaybackController.PauseCommandIssued", method: "pause_command_issued", module: "audio_player", ty: "PauseCommandIssued", answer: Answer::Of("PlayResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "PlaybackController.PlayCommandIssued", method: "play_command_issued", module: "audio_player", ty: "PlayCommandIssued", answer: Answer::Of("PlayResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "PlaybackController.PreviousCommandIssued", method: "previous_command_issued", module: "audio_player", ty: "PreviousCommandIssued", answer: Answer::Of("PlayResponse"), cause: Interface(InterfaceKind::AudioPlayer), account: Outside, provided: false },
    Request { kind: "Display.ElementSelected", method: "element_selected", module: "display", ty: "ElementSelected", answer: Answer::Turn, cause: Interface(InterfaceKind::RenderTemplate), account: InSession, provided: false },
    Request { kind: "Alexa.Presentation.APL.UserEvent", method: "apl_user_event", module: "apl", ty: "UserEvent", answer: Answer::Turn, cause: Interface(InterfaceKind::Apl), account: InSession, provided: false },
    Request { kind: "Alexa.Presentation.APL.LoadIndexListData", method: "apl_load_index_list_data", module: "apl", ty: "LoadIndexListData", answer: Answer::Of("ListData"), cause: Interface(InterfaceKind::Apl), account: InSession, provided: true },
    Request { kind: "Alexa.Presentation.APL.LoadTokenListData", method: "apl_load_token_list_data", module: "apl", ty: "LoadTokenListData", answer: Answer::Of("ListData"), cause: Interface(InterfaceKind::Apl), account: InSession, provided: true },
    Request { kind: "Alexa.Presentation.APL.RuntimeError", method: "apl_runtime_error", module: "apl", ty: "RuntimeError", answer: Answer::Nothing, cause: Interface(InterfaceKind::Apl), account: Never, provided: true },
    Request { kind: "Alexa.Presentation.APLA.RuntimeError", method: "apla_runtime_error", module: "apl", ty: "AudioRuntimeError", answer: Answer::Nothing, cause: Interface(InterfaceKind::Apl), account: Never, provided: true },
    Request { kind: "Alexa.Presentation.APLT.UserEvent", method: "aplt_user_event", module: "apl", ty: "TextUserEvent", answer: Answer::Turn, cause: Interface(InterfaceKind::Apl), account: InSession, provided: true },
    Request { kind: "Alexa.Presentation.HTML.Message", method: "html_message", module: "html", ty: "Message", answer: Answer::Turn, cause: Interface(InterfaceKind::Html), account: InSession, provided: false },
    Request { kind: "Alexa.Presentation.HTML.RuntimeError", method: "html_runtime_error", module: "html", ty: "RuntimeError", answer: Answer::Turn, cause: Interface(InterfaceKind::Html), account: InSession, provided: true },
    Request { kind: "CanFulfillIntentRequest", method: "can_fulfill_intent", module: "can_fulfill", ty: "CanFulfillIntent", answer: Answer::Of("CanFulfill"), cause: Interface(InterfaceKind::CanFulfillIntentRequest), account: Never, provided: false },
    Request { kind: "GameEngine.InputHandlerEvent", method: "input_handler_event", module: "game_engine", ty: "InputHandlerEvent", answer: Answer::Turn, cause: Interface(InterfaceKind::GameEngine), account: InSession, provided: false },
    Request { kind: "CustomInterfaceController.EventsReceived", method: "events_received", module: "custom_interface", ty: "EventsReceived", answer: Answer::Turn, cause: Interface(InterfaceKind::CustomInterface), account: InSession, provided: false },
    Request { kind: "CustomInterfaceController.Expired", method: "event_handler_expired", module: "custom_interface", ty: "Expired", answer: Answer::Turn, cause: Interface(InterfaceKind::CustomInterface), account: InSession, provided: false },
    Request { kind: "Alexa.DataStore.Error", method: "data_store_error", module: "data_store", ty: "DataStoreError", answer: Answer::Nothing, cause: Interface(InterfaceKind::DataStore), account: Never, provided: true },
    Request { kind: "Alexa.DataStore.PackageManager.UsagesInstalled", method: "usages_installed", module: "package_manager", ty: "UsagesInstalled", answer: Answer::Nothing, cause: Interface(InterfaceKind::PackageManager), account: Outside, provided: false },
    Request { kind: "Alexa.DataStore.PackageManager.UsagesRemoved", method: "usages_removed", module: "package_manager", ty: "UsagesRemoved", answer: Answer::Nothing, cause: Interface(InterfaceKind::PackageManager), account: Outside, provided: false },
    Request { kind: "Alexa.DataStore.PackageManager.UpdateRequest", method: "package_update_request", module: "package_manager", ty: "UpdateRequest", answer: Answer::Nothing, cause: Interface(InterfaceKind::PackageManager), account: Outside, provided: true },
    Request { kind: "Alexa.DataStore.PackageManager.InstallationError", method: "package_installation_error", module: "package_manager", ty: "InstallationError", answer: Answer::Nothing, cause: Interface(InterfaceKind::PackageManager), account: Never, provided: true },
    Request { kind: "Dialog.API.Invoked", method: "api_invoked", module: "conversation", ty: "ApiInvoked", answer: Answer::Of("ApiResponse"), cause: DialogManagement, account: InSession, provided: false },
    Request { kind: "Dialog.InputRequest", method: "input_request", module: "conversation", ty: "InputRequest", answer: Answer::Turn, cause: DialogManagement, account: InSession, provided: false },
    Request { kind: "SessionResumedRequest", method: "session_resumed", module: "connection", ty: "SessionResumed", answer: Answer::Turn, cause: Connection(ConnectionKind::Skill), account: InSession, provided: false },
    Request { kind: "Connections.Response", method: "connections_response", module: "connection", ty: "ConnectionsResponse", answer: Answer::Turn, cause: Connection(ConnectionKind::Request), account: InSession, provided: false },
    Request { kind: "AlexaSkillEvent.SkillEnabled", method: "skill_enabled", module: "event", ty: "SkillEnabled", answer: Answer::Nothing, cause: Event("SKILL_ENABLED"), account: Never, provided: false },
    Request { kind: "AlexaSkillEvent.SkillDisabled", method: "skill_disabled", module: "event", ty: "SkillDisabled", answer: Answer::Nothing, cause: Event("SKILL_DISABLED"), account: Never, provided: false },
    Request { kind: "AlexaSkillEvent.SkillAccountLinked", method: "skill_account_linked", module: "event", ty: "SkillAccountLinked", answer: Answer::Nothing, cause: Event("SKILL_ACCOUNT_LINKED"), account: Always, provided: false },
    Request { kind: "AlexaSkillEvent.SkillPermissionAccepted", method: "skill_permission_accepted", module: "event", ty: "SkillPermissionAccepted", answer: Answer::Nothing, cause: Event("SKILL_PERMISSION_ACCEPTED"), account: Never, provided: false },
    Request { kind: "AlexaSkillEvent.SkillPermissionChanged", method: "skill_permission_changed", module: "event", ty: "SkillPermissionChanged", answer: Answer::Nothing, cause: Event("SKILL_PERMISSION_CHANGED"), account: Never, provided: false },
    Request { kind: "AlexaSkillEvent.ProactiveSubscriptionChanged", method: "proactive_subscription_changed", module: "event", ty: "ProactiveSubscriptionChanged", answer: Answer::Nothing, cause: Event("SKILL_PROACTIVE_SUBSCRIPTION_CHANGED"), account: Never, provided: false },
    Request { kind: "AlexaSkillEvent.NotificationSubscriptionChanged", method: "notification_subscription_changed", module: "event", ty: "NotificationSubscriptionChanged", answer: Answer::Nothing, cause: Event("SKILL_NOTIFICATION_SUBSCRIPTION_CHANGED"), account: Never, provided: false },
    Request { kind: "AlexaHouseholdListEvent.ListCreated", method: "list_created", module: "event", ty: "ListCreated", answer: Answer::Nothing, cause: Event("LIST_CREATED"), account: Never, provided: false },
    Request { kind: "AlexaHouseholdListEvent.ListUpdated", method: "list_updated", module: "event", ty: "ListUpdated", answer: Answer::Nothing, cause: Event("LIST_UPDATED"), account: Never, provided: false },
    Request { kind: "AlexaHouseholdListEvent.ListDeleted", method: "list_deleted", module: "event", ty: "ListDeleted", answer: Answer::Nothing, cause: Event("LIST_DELETED"), account: Never, provided: false },
    Request { kind: "AlexaHouseholdListEvent.ItemsCreated", method: "items_created", module: "event", ty: "ItemsCreated", answer: Answer::Nothing, cause: Event("ITEMS_CREATED"), account: Never, provided: false },
    Request { kind: "AlexaHouseholdListEvent.ItemsUpdated", method: "items_updated", module: "event", ty: "ItemsUpdated", answer: Answer::Nothing, cause: Event("ITEMS_UPDATED"), account: Never, provided: false },
    Request { kind: "AlexaHouseholdListEvent.ItemsDeleted", method: "items_deleted", module: "event", ty: "ItemsDeleted", answer: Answer::Nothing, cause: Event("ITEMS_DELETED"), account: Never, provided: false },
    Request { kind: "Reminders.ReminderCreated", method: "reminder_created", module: "event", ty: "ReminderCreated", answer: Answer::Nothing, cause: Event("REMINDER_CREATED"), account: Never, provided: false },
    Request { kind: "Reminders.ReminderUpdated", method: "reminder_updated", module: "event", ty: "ReminderUpdated", answer: Answer::Nothing, cause: Event("REMINDER_UPDATED"), account: Never, provided: false },
    Request { kind: "Reminders.ReminderStarted", method: "reminder_started", module: "event", ty: "ReminderStarted", answer: Answer::Nothing, cause: Event("REMINDER_STARTED"), account: Never, provided: false },
    Request { kind: "Reminders.ReminderStatusChanged", method: "reminder_status_changed", module: "event", ty: "ReminderStatusChanged", answer: Answer::Nothing, cause: Event("REMINDER_STATUS_CHANGED"), account: Never, provided: false },
    Request { kind: "Reminders.ReminderDeleted", method: "reminder_deleted", module: "event", ty: "ReminderDeleted", answer: Answer::Nothing, cause: Event("REMINDER_DELETED"), account: Never, provided: false },
    Request { kind: "Messaging.MessageReceived", method: "message_received", module: "event", ty: "MessageReceived", answer: Answer::Nothing, cause: Event("Messaging.MessageReceived"), account: Never, provided: false },
    Request { kind: "Alexa.Authorization.Grant", method: "authorization_grant", module: "authorization", ty: "Grant", answer: Answer::Nothing, cause: Permission("alexa::async_event:write"), account: Never, provided: false },
];
