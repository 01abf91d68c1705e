//! A skill made of one function, for what Ride Hailer does not do.

use sayso::declare::{Intent, Skill};
use sayso::generated::{self, Dispatch, Entry, Halt, Outcome, Turn, run, run_as};
use sayso::{App, Context, OtherRequest, Response, Result, SessionEnded};

/// The key of the small skill. Its account goes unused.
pub struct Key;

pub type Answer = fn(&mut Context, Option<&OtherRequest>) -> Result;

/// Answers every intent, launch and other request with one function.
struct Small {
    skill: &'static Skill,
    answer: Answer,
}

impl Dispatch for Small {
    type Key = Key;

    fn skill(&self) -> &'static Skill {
        self.skill
    }

    fn dispatch<'a>(&'a self, turn: Turn<'a, Key>) -> Outcome<'a> {
        match turn.entry() {
            Entry::SessionEnded(ended) => run_as(session_ended(ended)),
            Entry::Other(request) => run(async { (self.answer)(turn.cx, Some(request)) }),
            Entry::Intent(9..) => Err(Halt::Unknown),
            Entry::ExceptionEncountered(_) => run_as(std::future::ready(Ok(()))),
            Entry::Launch | Entry::Intent(_) | Entry::Request(_) | Entry::Task(_) => run(async { (self.answer)(turn.cx, None) }),
        }
    }
}

async fn session_ended(_: &SessionEnded) -> Result<()> {
    Err(std::io::Error::other("the end of a session fails too").into())
}

/// The app of one function, with the declaration below.
pub fn app(answer: Answer) -> App {
    with(&SKILL, answer)
}

/// The app of one function and another declaration.
pub fn with(skill: &'static Skill, answer: Answer) -> App {
    generated::app(Small { skill, answer })
}

/// The app of another declaration, which does nothing.
pub fn declared(skill: &'static Skill) -> App {
    with(skill, |_, _| Ok(Response::empty()))
}

pub static SKILL: Skill = Skill {
    intents: &[Intent { name: "Any", ..Intent::BASE }, Intent { name: "AMAZON.StopIntent", ..Intent::BASE }],
    interfaces: INTERFACES,
    ..Skill::BASE
};

/// Those whose directives the tests send.
pub const INTERFACES: &[&str] = &["AUDIO_PLAYER", "VIDEO_APP", "ALEXA_PRESENTATION_APL", "ALEXA_PRESENTATION_HTML", "RENDER_TEMPLATE"];
