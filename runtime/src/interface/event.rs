//! Events: what Alexa tells the skill of while nobody talks to it (`events.subscriptions`). Nothing can be answered to them.
//!
//! Alexa sends an event again until it was taken, so that one may come twice ("Add Events to Your Skill").

use serde_json::Value;

use super::{Json, Read, open};

/// When an event happened, as Alexa says it: RFC 3339. Both can be absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Times {
    /// When it happened.
    pub created: Option<String>,
    /// When it was sent.
    pub published: Option<String>,
}

impl Times {
    fn read(request: Json<'_>) -> Self {
        Self { created: request.maybe_text("eventCreationTime"), published: request.maybe_text("eventPublishingTime") }
    }
}

/// Declares events that carry the times alone.
macro_rules! bare {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// When it happened.
                pub times: Times,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    Self { times: Times::read(request) }
                }
            }
        )*
    };
}

bare! {
    /// `AlexaSkillEvent.SkillEnabled`: the user enabled the skill.
    SkillEnabled,
    /// `AlexaSkillEvent.SkillAccountLinked`: the user linked their account. The handler takes the account as well; this is the place to
    /// remember which user of Alexa's is which of yours.
    SkillAccountLinked,
}

/// `AlexaSkillEvent.SkillDisabled`: the user disabled the skill, and unlinked the account by that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillDisabled {
    /// Whether Alexa keeps what it knows of the user, so that the user's id stays the same.
    pub persistence: Persistence,
    /// When it happened.
    pub times: Times,
}

open! {
    /// Whether Alexa keeps what it knows of a user who disabled the skill.
    Persistence {
        /// It does.
        Persisted "PERSISTED",
        /// It does not.
        NotPersisted "NOT_PERSISTED",
    }
}

impl Read for SkillDisabled {
    fn read(request: Json<'_>) -> Self {
        let status = request.get("body").maybe_text("userInformationPersistenceStatus");
        let persistence = Persistence::from_word(status.unwrap_or_else(|| "NOT_PERSISTED".to_owned()));
        Self { persistence, times: Times::read(request) }
    }
}

/// Declares events that carry permissions.
macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// What the user grants now, by Alexa's names; none after all was revoked.
                pub permissions: Vec<String>,
                /// What the speaker grants now.
                pub person_permissions: Vec<String>,
                /// When it happened.
                pub times: Times,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    let body = request.get("body");
                    let scopes = |key| body.list(key).map(|permission| permission.text("scope")).collect();
                    Self {
                        permissions: scopes("acceptedPermissions"),
                        person_permissions: scopes("acceptedPersonPermissions"),
                        times: Times::read(request),
                    }
                }
            }
        )*
    };
}

permissions! {
    /// `AlexaSkillEvent.SkillPermissionAccepted`: the user granted permissions for the first time.
    SkillPermissionAccepted,
    /// `AlexaSkillEvent.SkillPermissionChanged`: the user granted or revoked permissions.
    SkillPermissionChanged,
}

/// `AlexaSkillEvent.ProactiveSubscriptionChanged`: the user chose which proactive events to get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProactiveSubscriptionChanged {
    /// Those events, by name; none after all were given up.
    pub event_names: Vec<String>,
}

impl Read for ProactiveSubscriptionChanged {
    fn read(request: Json<'_>) -> Self {
        Self { event_names: request.get("body").list("subscriptions").map(|event| event.text("eventName")).collect() }
    }
}

/// `AlexaSkillEvent.NotificationSubscriptionChanged`: the user chose which topics to be notified of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotificationSubscriptionChanged {
    /// The topics, by id.
    pub topic_ids: Vec<String>,
}

impl Read for NotificationSubscriptionChanged {
    fn read(request: Json<'_>) -> Self {
        Self { topic_ids: request.get("body").list("subscriptions").map(|topic| topic.text("topicId")).collect() }
    }
}

/// Declares events of whole lists.
macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// The list.
                pub list_id: String,
                /// When it happened.
                pub times: Times,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    Self { list_id: request.get("body").text("listId"), times: Times::read(request) }
                }
            }
        )*
    };
}

lists! {
    /// `AlexaHouseholdListEvent.ListCreated`: a list was made.
    ListCreated,
    /// `AlexaHouseholdListEvent.ListUpdated`: a list was renamed or archived.
    ListUpdated,
    /// `AlexaHouseholdListEvent.ListDeleted`: a list was deleted.
    ListDeleted,
}

/// Declares events of the items of a list.
macro_rules! items {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// The list.
                pub list_id: String,
                /// The items.
                pub item_ids: Vec<String>,
                /// When it happened.
                pub times: Times,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    let body = request.get("body");
                    Self { list_id: body.text("listId"), item_ids: body.texts("listItemIds"), times: Times::read(request) }
                }
            }
        )*
    };
}

items! {
    /// `AlexaHouseholdListEvent.ItemsCreated`: items were added.
    ItemsCreated,
    /// `AlexaHouseholdListEvent.ItemsUpdated`: items were changed.
    ItemsUpdated,
    /// `AlexaHouseholdListEvent.ItemsDeleted`: items were deleted.
    ItemsDeleted,
}

/// Declares events of one reminder.
macro_rules! reminders {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// The reminder.
                pub alert_token: String,
                /// Whether it is still to come.
                pub status: ReminderStatus,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    let body = request.get("body");
                    Self { alert_token: body.text("alertToken"), status: ReminderStatus::from_word(body.text("status")) }
                }
            }
        )*
    };
}

reminders! {
    /// `Reminders.ReminderCreated`: a reminder was set.
    ReminderCreated,
    /// `Reminders.ReminderUpdated`: a reminder was changed.
    ReminderUpdated,
    /// `Reminders.ReminderStarted`: a reminder sounds.
    ReminderStarted,
    /// `Reminders.ReminderStatusChanged`: a reminder is over, or on again.
    ReminderStatusChanged,
}

open! {
    /// Whether a reminder is still to come.
    ReminderStatus {
        /// It is.
        On "ON",
        /// It is over.
        Completed "COMPLETED",
    }
}

/// `Reminders.ReminderDeleted`: reminders were deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderDeleted {
    /// The reminders.
    pub alert_tokens: Vec<String>,
}

impl Read for ReminderDeleted {
    fn read(request: Json<'_>) -> Self {
        Self { alert_tokens: request.get("body").texts("alertTokens") }
    }
}

/// `Messaging.MessageReceived`: your own service sent something through Alexa's messaging.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageReceived {
    /// What it sent.
    pub message: Value,
}

impl Read for MessageReceived {
    fn read(request: Json<'_>) -> Self {
        Self { message: request.value("message") }
    }
}
