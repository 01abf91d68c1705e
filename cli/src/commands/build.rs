//! `sayso build`: the files for Amazon, and the Rust where it is asked for.

mod handlers;
mod outcome;
mod rust;

pub use outcome::written;

use crate::answer::{Answer, Exit};
use crate::args::{Build, Global};
use crate::compile::{Loaded, Verdict, compile, load, on_stage};
use crate::failure::Failure;
use crate::files::{Plan, commit, difference};
use crate::problems::{extent, tell, took};
use crate::progress;
use crate::target::Target;
use crate::terminal::{Look, Stream};
use sayso_compiler::emit::{self, Files};
use sayso_compiler::render::summary;
use sayso_compiler::{Checked, Options};
use std::path::PathBuf;
use std::time::Instant;

/// Builds the skill once.
pub fn run(build: &Build, global: &Global) -> Result<Answer, Failure> {
    let started = Instant::now();
    if build.lenient && (build.rust.is_some() || build.handlers.is_some()) {
        let failure = Failure::new("with `--lenient` there is no Rust: handlers are only made for a skill without errors");
        return Err(failure.help("leave out `--lenient`, or `--rust` and `--handlers` until the skill is mended"));
    }
    let (loaded, verdict, made) = progress::during("building", global, || {
        let loaded = load(&build.target)?;
        let options = Options { lenient: build.lenient, ..on_stage(&build.target) };
        let (verdict, made) = compile(&loaded, &options, |skill| Made::of(skill, build, &loaded.target));
        Ok((loaded, verdict, made))
    })?;
    let mut answer = Answer::default();
    tell(&mut answer, &loaded, &verdict, build.diagnostics.format, global);
    let end = match made {
        Some(made) => {
            let plan = made.plan(build, &loaded)?;
            let look = Look::of(Stream::Stderr, global.color);
            answer.problems.extend(plan.warnings.iter().map(|warning| warning.render(look)));
            if build.check { compare(&plan, build, global, &mut answer) } else { write(&plan, look, &mut answer)? }
        }
        None => {
            answer.exit = Exit::Errors;
            "built nothing".to_owned()
        }
    };
    answer.talk.push_str(&format!("{end} from {}{} {}\n", extent(&loaded, &verdict), problems(&verdict), took(started)));
    Ok(answer)
}

/// What the skill was made into, in memory.
struct Made {
    files: Files,
    rust: Option<(PathBuf, String)>,
    /// What `--handlers` completes, and the handlers that there should be.
    handlers: Option<(PathBuf, Vec<sayso_compiler::rust::Handler>)>,
}

impl Made {
    fn of(skill: &Checked<'_>, build: &Build, target: &Target) -> Made {
        let rust = build.rust.as_deref().map(|path| (path.to_owned(), rust::module(skill, target, path)));
        let handlers = build.handlers.as_deref().map(|path| (path.to_owned(), sayso_compiler::rust::handlers(skill)));
        Made { files: emit::package(skill), rust, handlers }
    }

    fn plan(self, build: &Build, loaded: &Loaded) -> Result<Plan, Failure> {
        let mut plan = Plan::new(build.out.as_deref().unwrap_or(loaded.target.folder()), self.files)?;
        if !build.check && !build.force {
            plan.require_ours()?;
        }
        if let Some((path, text)) = self.rust {
            rust::may_be_replaced(&path)?;
            plan.add(path, text.into_bytes())?;
        }
        if let Some((path, all)) = self.handlers {
            let text = handlers::complete(&all, &path)?;
            plan.add(path, text.into_bytes())?;
        }
        Ok(plan)
    }
}

fn write(plan: &Plan, look: Look, answer: &mut Answer) -> Result<String, Failure> {
    commit(plan)?;
    answer.problems.extend(plan.leftovers().map(|item| outcome::leftover(item).render(look)));
    answer.talk.push_str(&outcome::written(plan));
    Ok(outcome::end("built", plan, plan.changes().count(), "changed"))
}

fn compare(plan: &Plan, build: &Build, global: &Global, answer: &mut Answer) -> String {
    let amiss = plan.changes().chain(plan.leftovers()).count();
    if amiss > 0 {
        answer.exit = Exit::Differs;
    }
    answer.problems.push_str(&outcome::stale(plan));
    // Among diagnostics for machines a diff would be in the way.
    if !build.diagnostics.format.is_data() {
        let look = Look::of(Stream::Stdout, global.color);
        answer.data.extend(plan.changes().map(|item| difference(item, look)));
    }
    outcome::end("compared", plan, amiss, "not as they should be")
}

fn problems(verdict: &Verdict) -> String {
    if verdict.diagnostics.is_empty() { String::new() } else { format!(": {}", summary(&verdict.diagnostics)) }
}
