//! `sayso check`: all problems of a skill.

use crate::answer::{Answer, Exit};
use crate::args::{Check, Deny, Global};
use crate::compile::{Loaded, Verdict, compile, load, on_stage};
use crate::drift;
use crate::failure::Failure;
use crate::problems::{extent, tell, took};
use crate::progress;
use sayso_compiler::diagnostic::Severity;
use sayso_compiler::render::summary;
use sayso_compiler::{Checked, Options};
use std::time::Instant;

/// Checks the skill once.
pub fn run(check: &Check, global: &Global) -> Result<Answer, Failure> {
    let started = Instant::now();
    let (loaded, verdict) = progress::during("checking", global, || {
        let mut loaded = load(&check.target)?;
        let code = drift::read(&mut loaded);
        let find = |skill: &Checked<'_>| code.as_ref().map(|code| sayso_compiler::drift(skill, code));
        let options = Options { submit: check.submit, lenient: check.lenient, ..on_stage(&check.target) };
        let (mut verdict, found) = compile(&loaded, &options, find);
        verdict.add(found.flatten().unwrap_or_default());
        Ok((loaded, verdict))
    })?;
    let denied = check.deny == Some(Deny::Warnings) && verdict.has(Severity::Warning);
    let mut answer = Answer::default();
    tell(&mut answer, &loaded, &verdict, check.diagnostics.format, global);
    answer.exit = if denied || verdict.has(Severity::Error) { Exit::Errors } else { Exit::Done };
    answer.talk = told(&loaded, &verdict, denied, started);
    Ok(answer)
}

fn told(loaded: &Loaded, verdict: &Verdict, denied: bool, started: Instant) -> String {
    let denied = if denied { "; warnings are denied" } else { "" };
    format!("checked {}: {}{denied} {}\n", extent(loaded, verdict), summary(&verdict.diagnostics), took(started))
}
