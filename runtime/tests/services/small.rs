//! `mod skill` as the compiler writes it, as far as services go, and the smallest skill around it: one function.

use std::pin::Pin;

use sayso::declare::Skill;
use sayso::generated::{self, Dispatch, Entry, Outcome, Turn, run, run_as};
use sayso::{App, Context, Result};

/// A skill that declares every permission that a call needs, and one that none does.
pub mod skill {
    ::sayso::__services! {
        "alexa::devices:all:address:full:read"
        "alexa:devices:all:address:country_and_postal_code:read"
        "alexa::devices:all:notifications:write"
        "alexa::profile:email:read"
        "alexa::profile:given_name:read"
        "alexa::profile:name:read"
        "alexa::profile:mobile_number:read"
        "alexa::alerts:reminders:skill:readwrite"
        "alexa::alerts:timers:skill:readwrite"
        "alexa::household:lists:read"
        "alexa::household:lists:write"
    }
}

/// A skill that declares none. Settings, purchases and progressive responses need no permission.
pub mod bare {
    ::sayso::__services! {}
}

pub type Answering<'a> = Pin<Box<dyn Future<Output = Result> + Send + 'a>>;

struct Small<F>(F);

struct Key;

impl<F> Dispatch for Small<F>
where
    F: for<'a> Fn(&'a mut Context) -> Answering<'a> + Send + Sync + 'static,
{
    type Key = Key;

    fn skill(&self) -> &'static Skill {
        static SKILL: Skill = Skill { locales: &["en-US", "de-DE"], ..Skill::BASE };
        &SKILL
    }

    fn dispatch<'a>(&'a self, turn: Turn<'a, Key>) -> Outcome<'a> {
        match turn.entry() {
            Entry::SessionEnded(_) => run_as(std::future::ready(Ok(()))),
            _ => run((self.0)(turn.cx)),
        }
    }
}

/// The skill that answers everything with one function.
pub fn app(answer: impl for<'a> Fn(&'a mut Context) -> Answering<'a> + Send + Sync + 'static) -> App {
    generated::app(Small(answer))
}
