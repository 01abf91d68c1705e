//! The device that a user speaks to.

use serde_json::{Map, Value, json};

use super::Conversation;

/// What the device can do, and what it tells of itself.
#[derive(Clone, Default)]
pub(super) struct Device {
    pub(super) interfaces: Map<String, Value>,
    pub(super) surroundings: Map<String, Value>,
}

impl Conversation {
    /// The device has these interfaces from now on, and no others: what [`Context::supports`](crate::Context::supports) tells. A device without a
    /// screen and a player, as every conversation begins with, has none.
    ///
    /// ```
    /// # fn test(app: sayso::App) {
    /// use sayso::testing::Conversation;
    ///
    /// let talk = Conversation::with(app).supports(["Alexa.Presentation.APL", "AudioPlayer"]);
    /// # }
    /// ```
    #[must_use]
    pub fn supports<'n>(mut self, interfaces: impl IntoIterator<Item = &'n str>) -> Self {
        self.device.interfaces = interfaces.into_iter().map(|name| (name.to_owned(), json!({}))).collect();
        self
    }

    /// What the device tells of one of its interfaces from now on, in Amazon's JSON: that part of the request's `context`, which
    /// [`Context::surroundings`](crate::Context::surroundings) and `skill::audio_player::state` read.
    ///
    /// ```
    /// # fn test(app: sayso::App) {
    /// use sayso::testing::Conversation;
    /// use serde_json::json;
    ///
    /// let player = json!({"playerActivity": "STOPPED", "token": "episode-7", "offsetInMilliseconds": 93_000});
    /// let talk = Conversation::with(app).supports(["AudioPlayer"]).surroundings("AudioPlayer", player);
    /// # }
    /// ```
    ///
    /// # Panics
    /// If it is `System`, which the other settings of a conversation make.
    #[must_use]
    #[track_caller]
    pub fn surroundings(mut self, interface: impl Into<String>, json: Value) -> Self {
        let interface = interface.into();
        assert_ne!(interface, "System", "`System` is made of the other settings, such as `link` and `supports`");
        self.device.surroundings.insert(interface, json);
        self
    }
}
