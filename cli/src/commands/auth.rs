//! `sayso auth`: who needs a linked account, with which scopes, and what users without one can do.

mod policy;
mod text;

use crate::answer::Answer;
use crate::args::{Auth, Format, Global, TextFormat};
use crate::compile::{compile, load, on_stage};
use crate::failure::Failure;
use crate::problems::tell;
use crate::terminal::{Look, Stream};
use policy::Policy;

/// The table of the skill.
pub fn run(auth: &Auth, global: &Global) -> Result<Answer, Failure> {
    let loaded = load(&auth.target)?;
    let look = Look::of(Stream::Stdout, global.color);
    let (verdict, data) = compile(&loaded, &on_stage(&auth.target), |skill| {
        let policy = Policy::of(skill);
        match auth.format {
            TextFormat::Text => text::plain(&policy, look),
            TextFormat::Markdown => text::markdown(&policy),
            TextFormat::Json => serde_json::to_string_pretty(&policy).expect("texts and lists can always be JSON") + "\n",
        }
    });
    let mut answer = Answer::default();
    tell(&mut answer, &loaded, &verdict, Format::Full, global);
    Ok(answer.with(data))
}
