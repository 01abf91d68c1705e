//! Video: the interface `video_app`. It sends no requests.

use serde_json::json;

use crate::Directive;

/// Plays a video. The answer that has it says nothing of the session: Alexa wants that key absent ("VideoApp Interface Reference").
#[derive(Clone, Debug)]
#[must_use = "it does nothing until it is in an answer"]
pub struct Launch {
    source: String,
    title: Option<String>,
    subtitle: Option<String>,
}

impl Launch {
    /// The video at an https address.
    pub fn new(source: impl Into<String>) -> Self {
        Self { source: source.into(), title: None, subtitle: None }
    }

    /// A title for the screen.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// A second line for the screen.
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = Some(subtitle.into());
        self
    }
}

impl From<Launch> for Directive {
    fn from(launch: Launch) -> Self {
        let mut item = json!({"source": launch.source});
        for (key, text) in [("title", launch.title), ("subtitle", launch.subtitle)] {
            if let Some(text) = text {
                item["metadata"][key] = text.into();
            }
        }
        Directive::new("VideoApp.Launch", json!({ "videoItem": item }))
    }
}
