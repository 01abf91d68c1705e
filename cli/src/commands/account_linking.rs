//! `sayso account-linking`: the request that configures account linking, with a placeholder or with the secret.

mod pipe;
mod secret;

use crate::answer::{Answer, to_stdout};
use crate::args::{AccountLinking, Format, Global};
use crate::bug;
use crate::compile::{compile, load, on_stage};
use crate::failure::{Failure, reason};
use crate::problems::tell;
use crate::target::Target;
use sayso_compiler::{Checked, emit};
use secrecy::ExposeSecret;
use secrecy::zeroize::Zeroizing;

/// Prints the request.
pub fn run(linking: &AccountLinking, global: &Global) -> Result<Answer, Failure> {
    if linking.resolved {
        pipe::require()?;
    }
    let loaded = load(&linking.target)?;
    let (verdict, request) = compile(&loaded, &on_stage(&linking.target), |skill| match linking.resolved {
        true => hand_over(skill, &loaded.target).map(|()| String::new()),
        false => with_placeholder(skill),
    });
    let mut answer = Answer::default();
    tell(&mut answer, &loaded, &verdict, Format::Full, global);
    Ok(answer.with(request.transpose()?))
}

fn with_placeholder(skill: &Checked<'_>) -> Result<String, Failure> {
    let request = emit::account_linking(skill).ok_or_else(no_linking)?;
    Ok(String::from_utf8_lossy(&request).into_owned())
}

/// Writes the finished request to the pipe, past everything that keeps or shows text.
fn hand_over(skill: &Checked<'_>, target: &Target) -> Result<(), Failure> {
    bug::hold_secret();
    let secret = emit::secret_reference(skill).map(|reference| secret::resolve(reference, target.folder())).transpose()?;
    let request = emit::account_linking_with_secret(skill, secret.as_ref().map(|secret| secret.expose_secret())).ok_or_else(no_linking)?;
    let request = Zeroizing::new(request);
    to_stdout(&request).map_err(|error| Failure::new(format!("the request cannot be handed over: {}", reason(&error))))
}

fn no_linking() -> Failure {
    Failure::new("the skill declares no account linking, so there is no request").help("add an `account_linking` block to skill.yaml")
}
