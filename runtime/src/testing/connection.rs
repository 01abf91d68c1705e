//! The connection that links an account by voice, and the way back from it.

use serde_json::{Map, Value, json};

use super::reply::Reply;
use super::{Conversation, Send};

/// Versions of the task follow it.
const LINKING: &str = "connection://AMAZON.AskForAccountLinking/";

/// Alexa has the conversation, and gives it back with what is here.
#[derive(Clone)]
pub(super) struct Connection {
    token: Value,
    attributes: Map<String, Value>,
}

impl Connection {
    /// The one that this answer starts, if it does.
    pub(super) fn of(reply: &Reply) -> Option<Self> {
        let directive = linking(reply)?;
        Some(Self { token: directive["token"].clone(), attributes: reply.attributes() })
    }

    fn completed(&self) -> Value {
        let status = json!({"code": "200", "message": "OK"});
        let cause = json!({"type": "ConnectionCompleted", "token": self.token, "status": status, "result": null});
        json!({"type": "SessionResumedRequest", "cause": cause})
    }
}

/// The directive that has Alexa link the account by voice.
pub(super) fn linking(reply: &Reply) -> Option<&Value> {
    let starts = reply.directive("Connections.StartConnection")?;
    starts["uri"].as_str().is_some_and(|uri| uri.starts_with(LINKING)).then_some(starts)
}

impl Conversation {
    /// Comes back from linking by voice (`voice_forward: true`): what the user wanted before goes on. Whether they have linked their account by
    /// then is said by [`link`](Self::link); who comes back without an account is sent to the Alexa app.
    ///
    /// ```ignore
    /// let mut talk = Conversation::with(skill::app(RideHailer::new()));
    /// talk.intent("OrderRide").slot("destination", "Main Street").await.assert_asks_to_link();
    /// let mut talk = talk.link("a-token");
    /// talk.come_back().await.assert_says("Main Street");
    /// ```
    ///
    /// # Panics
    /// If the last answer does not link by voice.
    #[track_caller]
    pub fn come_back(&mut self) -> Send<'_> {
        let Some(connection) = self.connection.take() else { panic!("the last answer starts no connection that links an account") };
        let request = connection.completed();
        // It is the same session.
        self.attributes = Some(connection.attributes);
        self.request(request)
    }
}
