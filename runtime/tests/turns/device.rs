//! The device of a conversation: what it can do, and what it tells of itself.

use std::time::Duration;

use sayso::generated::audio_player;
use sayso::testing::{Conversation, block_on};
use sayso::{Response, Speech};
use serde_json::json;

use crate::small;

/// Tells of the screen, of the player and of the viewport.
fn talk() -> Conversation {
    Conversation::with(small::app(|cx, _| {
        let screen = cx.supports("Alexa.Presentation.APL");
        let player = audio_player::state(cx).map(|player| (player.token, player.offset));
        let shape = cx.surroundings("Viewport").map(|viewport| viewport["shape"].clone());
        Ok(Response::tell(Speech::text(format!("{screen} {player:?} {shape:?}"))))
    }))
}

fn hear(mut talk: Conversation) -> String {
    block_on(talk.launch().into_future()).speech()
}

#[test]
fn a_bare_device_has_nothing() {
    assert_eq!(hear(talk()), "false None None");
}

#[test]
fn a_device_has_the_interfaces_that_it_is_given() {
    let with_screen = talk().supports(["Alexa.Presentation.APL", "AudioPlayer"]);
    assert_eq!(hear(with_screen.clone()), "true None None");
    assert_eq!(hear(with_screen.supports(["AudioPlayer"])), "false None None");
}

#[test]
fn a_device_tells_of_its_interfaces() {
    let player = json!({"playerActivity": "STOPPED", "token": "episode-7", "offsetInMilliseconds": 93_000});
    let talk = talk().surroundings("AudioPlayer", player).surroundings("Viewport", json!({"shape": "ROUND"}));
    let player = Some(("episode-7", Duration::from_secs(93)));
    assert_eq!(hear(talk), format!("false {player:?} {:?}", Some(json!("ROUND"))));
}
