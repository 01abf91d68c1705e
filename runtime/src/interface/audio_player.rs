//! Long-form audio: the interface `audio_player`.
//!
//! Its requests belong to no session. They cannot be answered with words or cards, and each kind takes some directives only: what a handler
//! returns is as wide as that (Amazon's page "AudioPlayer Interface Reference").

use std::time::Duration;

use serde_json::{Value, json};

use super::{Json, Read, open};
use crate::generated::IntoResponse;
use crate::{Context, Directive, Response};

/// Declares requests that tell what plays and how far it got.
macro_rules! playback {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq)]
            pub struct $name {
                /// The token of the stream, as the skill chose it.
                pub token: String,
                /// How far the stream had played.
                pub offset: Duration,
            }

            impl Read for $name {
                fn read(request: Json<'_>) -> Self {
                    Self { token: request.text("token"), offset: request.milliseconds("offsetInMilliseconds") }
                }
            }
        )*
    };
}

playback! {
    /// `AudioPlayer.PlaybackStarted`: the stream began to play.
    PlaybackStarted,
    /// `AudioPlayer.PlaybackFinished`: the stream came to its end.
    PlaybackFinished,
    /// `AudioPlayer.PlaybackStopped`: the stream was stopped, by the user or by a directive. Nothing can be answered.
    PlaybackStopped,
    /// `AudioPlayer.PlaybackNearlyFinished`: the device can take the next stream into its queue.
    PlaybackNearlyFinished,
}

/// `AudioPlayer.PlaybackFailed`: the stream could not be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaybackFailed {
    /// The token of the stream that failed.
    pub token: String,
    /// What kind of failure it was.
    pub error: PlaybackError,
    /// What the device says of it.
    pub message: String,
    /// What the device played then, which may be another stream.
    pub current: State,
}

impl Read for PlaybackFailed {
    fn read(request: Json<'_>) -> Self {
        let error = request.get("error");
        Self {
            token: request.text("token"),
            error: PlaybackError::from_word(error.text("type")),
            message: error.text("message"),
            current: State::read(request.get("currentPlaybackState")),
        }
    }
}

open! {
    /// Why a stream could not be played.
    PlaybackError {
        /// Nobody knows.
        Unknown "MEDIA_ERROR_UNKNOWN",
        /// The server did not understand the request for the stream.
        InvalidRequest "MEDIA_ERROR_INVALID_REQUEST",
        /// The server of the stream could not be reached.
        ServiceUnavailable "MEDIA_ERROR_SERVICE_UNAVAILABLE",
        /// The server took the request and failed.
        InternalServerError "MEDIA_ERROR_INTERNAL_SERVER_ERROR",
        /// The device failed.
        InternalDeviceError "MEDIA_ERROR_INTERNAL_DEVICE_ERROR",
    }
}

open! {
    /// What the player does.
    PlayerActivity {
        /// It plays.
        Playing "PLAYING",
        /// It was paused.
        Paused "PAUSED",
        /// It came to the end.
        Finished "FINISHED",
        /// It waits for data.
        BufferUnderrun "BUFFER_UNDERRUN",
        /// It has nothing to play.
        Idle "IDLE",
        /// It was stopped.
        Stopped "STOPPED",
    }
}

/// The player of a device, as it is with this skill's streams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The token of the stream; empty where another skill played last.
    pub token: String,
    /// How far it has played.
    pub offset: Duration,
    /// What the player does.
    pub activity: PlayerActivity,
}

impl State {
    fn read(json: Json<'_>) -> Self {
        Self {
            token: json.text("token"),
            offset: json.milliseconds("offsetInMilliseconds"),
            activity: PlayerActivity::from_word(json.maybe_text("playerActivity").unwrap_or_else(|| "IDLE".to_owned())),
        }
    }
}

/// The player of the device that sent the request, where it has one: what to resume, and from where.
#[must_use]
pub fn state(cx: &Context) -> Option<State> {
    cx.surroundings("AudioPlayer").map(|player| State::read(Json(Some(&player))))
}

/// Declares requests that carry nothing.
macro_rules! command {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub struct $name;

            impl Read for $name {
                fn read(_: Json<'_>) -> Self {
                    Self
                }
            }
        )*
    };
}

command! {
    /// `PlaybackController.NextCommandIssued`: the button for the next stream was pressed.
    NextCommandIssued,
    /// `PlaybackController.PauseCommandIssued`: the button for a pause was pressed.
    PauseCommandIssued,
    /// `PlaybackController.PlayCommandIssued`: the button for playing was pressed.
    PlayCommandIssued,
    /// `PlaybackController.PreviousCommandIssued`: the button for the previous stream was pressed.
    PreviousCommandIssued,
}

/// A stream and when to play it.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct Play {
    behavior: &'static str,
    stream: Stream,
    expected_previous_token: Option<String>,
}

impl Play {
    /// Plays the stream at once, in the place of what plays or waits.
    pub fn replace_all(stream: Stream) -> Self {
        Self { behavior: "REPLACE_ALL", stream, expected_previous_token: None }
    }

    /// Plays the stream after what plays now, in the place of what waits.
    pub fn replace_enqueued(stream: Stream) -> Self {
        Self { behavior: "REPLACE_ENQUEUED", stream, expected_previous_token: None }
    }

    /// Plays the stream when all that waits is over. It is dropped if the last stream is not the one with this token, so that a late
    /// answer does not add a stream twice.
    pub fn enqueue(stream: Stream, expected_previous_token: impl Into<String>) -> Self {
        Self { behavior: "ENQUEUE", stream, expected_previous_token: Some(expected_previous_token.into()) }
    }
}

impl From<Play> for Directive {
    fn from(play: Play) -> Self {
        let Stream { url, token, offset, title, subtitle, art, background } = play.stream;
        let mut stream = json!({"url": url, "token": token, "offsetInMilliseconds": u64::try_from(offset.as_millis()).unwrap_or(u64::MAX)});
        if let Some(previous) = play.expected_previous_token {
            stream["expectedPreviousToken"] = previous.into();
        }
        let mut item = json!({ "stream": stream });
        let image = |url: String| json!({"sources": [{"url": url}]});
        let metadata = [
            ("title", title.map(Value::from)),
            ("subtitle", subtitle.map(Value::from)),
            ("art", art.map(image)),
            ("backgroundImage", background.map(image)),
        ];
        let metadata: serde_json::Map<String, Value> =
            metadata.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
        if !metadata.is_empty() {
            item["metadata"] = metadata.into();
        }
        Directive::new("AudioPlayer.Play", json!({"playBehavior": play.behavior, "audioItem": item}))
    }
}

/// Something to play.
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is played"]
pub struct Stream {
    url: String,
    token: String,
    offset: Duration,
    title: Option<String>,
    subtitle: Option<String>,
    art: Option<String>,
    background: Option<String>,
}

impl Stream {
    /// A stream at an address: https, at most 8,000 characters. The token names it in the requests of the player; at most 1,024 characters.
    pub fn new(url: impl Into<String>, token: impl Into<String>) -> Self {
        let (url, token) = (url.into(), token.into());
        Self { url, token, offset: Duration::ZERO, title: None, subtitle: None, art: None, background: None }
    }

    /// From where it is played.
    pub fn from(mut self, offset: Duration) -> Self {
        self.offset = offset;
        self
    }

    /// A title for screens.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// A second line for screens.
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = Some(subtitle.into());
        self
    }

    /// The address of a picture, such as a cover.
    pub fn art(mut self, url: impl Into<String>) -> Self {
        self.art = Some(url.into());
        self
    }

    /// The address of a picture to fill the screen with.
    pub fn background(mut self, url: impl Into<String>) -> Self {
        self.background = Some(url.into());
        self
    }
}

/// Stops what plays.
#[derive(Clone, Copy, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct Stop;

impl From<Stop> for Directive {
    fn from(_: Stop) -> Self {
        Directive::new("AudioPlayer.Stop", json!({}))
    }
}

/// Empties the queue of the player.
#[derive(Clone, Copy, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub enum ClearQueue {
    /// What waits is dropped, and what plays goes on.
    Enqueued,
    /// What waits is dropped, and what plays is stopped.
    All,
}

impl From<ClearQueue> for Directive {
    fn from(clear: ClearQueue) -> Self {
        let behavior = match clear {
            ClearQueue::Enqueued => "CLEAR_ENQUEUED",
            ClearQueue::All => "CLEAR_ALL",
        };
        Directive::new("AudioPlayer.ClearQueue", json!({"clearBehavior": behavior}))
    }
}

/// The answer to a request after which something may be played: directives of the player, and nothing else.
#[derive(Clone, Debug, Default)]
#[must_use = "an answer is what the handler returns"]
pub struct PlayResponse(Vec<Directive>);

impl PlayResponse {
    /// Leaves the player alone.
    pub fn none() -> Self {
        Self::default()
    }

    /// Plays a stream.
    pub fn play(play: Play) -> Self {
        Self(vec![play.into()])
    }

    /// Stops what plays.
    pub fn stop() -> Self {
        Self(vec![Stop.into()])
    }

    /// Empties the queue.
    pub fn clear_queue(clear: ClearQueue) -> Self {
        Self(vec![clear.into()])
    }
}

impl IntoResponse for PlayResponse {
    fn into_response(self) -> Response {
        Response::of_directives(self.0)
    }
}

/// The answer to a request after which nothing may be played: the player can be stopped or its queue emptied.
#[derive(Clone, Debug, Default)]
#[must_use = "an answer is what the handler returns"]
pub struct StopResponse(Vec<Directive>);

impl StopResponse {
    /// Leaves the player alone.
    pub fn none() -> Self {
        Self::default()
    }

    /// Stops what plays.
    pub fn stop() -> Self {
        Self(vec![Stop.into()])
    }

    /// Empties the queue.
    pub fn clear_queue(clear: ClearQueue) -> Self {
        Self(vec![clear.into()])
    }
}

impl IntoResponse for StopResponse {
    fn into_response(self) -> Response {
        Response::of_directives(self.0)
    }
}
