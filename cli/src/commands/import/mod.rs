//! `sayso import`: a skill as Amazon keeps it becomes skill.yaml.

mod assets;

use crate::answer::{Answer, Exit};
use crate::args::{Format, Global, Import};
use crate::compile::Verdict;
use crate::failure::Failure;
use crate::files::{Found, Plan, commit, require_folder, require_inside};
use crate::package;
use crate::problems::{LENIENCE_HELPS, count, tell_all, took};
use crate::progress;
use sayso_compiler::diagnostic::Severity;
use sayso_compiler::import::{Imported, Notes, import};
use sayso_compiler::render::summary;
use sayso_compiler::{Analysis, Input, analyze};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Imports a package.
pub fn run(import: &Import, global: &Global) -> Result<Answer, Failure> {
    let started = Instant::now();
    let out = import.out.as_deref().unwrap_or(Path::new("."));
    let (found, imported) = progress::during("importing", global, || {
        let found = package::read(&import.paths)?;
        let imported = self::import(&found.files, import.lenient);
        Ok((found, imported))
    })?;
    let Imported { diagnostics, files, icons, mut notes } = imported;
    notes.guessed.splice(0..0, found.guessed);
    let mut answer = Answer::default();
    let format = import.diagnostics.format;
    let Some(files) = files else {
        tell_all(&mut answer, &found.files.sources, &diagnostics, format, global);
        let lenience_helps = !import.lenient && self::import(&found.files, true).files.is_some();
        return Ok(nothing(answer, &summary(&diagnostics), lenience_helps));
    };
    let input = input(out, &files);
    let verdict = checked(&input, import.lenient);
    // A SARIF log is one document, and that of the skill; what the package's files have is told beside it.
    let beside = if format == Format::Sarif { Format::Short } else { format };
    tell_all(&mut answer, &found.files.sources, &diagnostics, beside, global);
    tell_all(&mut answer, &input.sources, &verdict.diagnostics, format, global);
    if verdict.has(Severity::Error) {
        let lenience_helps = !import.lenient && !checked(&input, true).has(Severity::Error);
        return Ok(refused(answer, &summary(&verdict.diagnostics), lenience_helps));
    }
    let mut plan = plan(out, &files)?;
    if let Some(package) = &found.package {
        assets::plan(&icons, package, out, &mut plan, &mut notes)?;
    }
    if !import.force {
        require_room(&plan)?;
    }
    commit(&plan)?;
    answer.talk = told(&plan, &notes);
    let problems = if verdict.diagnostics.is_empty() { String::new() } else { format!(": {}", summary(&verdict.diagnostics)) };
    answer.talk.push_str(&format!(
        "imported {} into {}{problems} {}\n",
        count(found.files.sources.ids().count(), "file"),
        count(files.len(), "file"),
        took(started)
    ));
    Ok(answer)
}

fn nothing(mut answer: Answer, summary: &str, lenience_helps: bool) -> Answer {
    answer.exit = Exit::Errors;
    let help = if lenience_helps { LENIENCE_HELPS } else { "" };
    answer.talk.push_str(&format!("imported nothing: {summary}{help}\n"));
    answer
}

/// The skill has errors: it is not written, and their places are those of the text that would have been.
fn refused(mut answer: Answer, summary: &str, lenience_helps: bool) -> Answer {
    answer.talk.push_str("these are places of the skill.yaml that the package comes to\n");
    nothing(answer, summary, lenience_helps)
}

/// The skill as it is going to be written.
fn input(out: &Path, files: &BTreeMap<String, String>) -> Input {
    let main = files.get("skill.yaml").cloned().unwrap_or_default();
    let locals = files.iter().filter_map(|(path, text)| Some((path.strip_prefix("locales/")?.strip_suffix(".yaml")?, text)));
    let mut input = locals.fold(Input::from_text("skill.yaml", main), |input, (tag, text)| input.with_locale(tag, text.clone()));
    if out != Path::new(".") {
        let folder = out.display().to_string().replace('\\', "/");
        input.sources.rename("", &format!("{}/", folder.trim_end_matches('/')));
    }
    input
}

fn checked(input: &Input, lenient: bool) -> Verdict {
    let options = sayso_compiler::Options { lenient, ..Default::default() };
    analyze(input, &options, |Analysis { diagnostics, .. }| Verdict { diagnostics, size: None })
}

/// What is to be written, and what has to go.
fn plan(out: &Path, files: &BTreeMap<String, String>) -> Result<Plan, Failure> {
    require_folder(out)?;
    let mut plan = Plan::default();
    for (path, text) in files {
        let path = if out == Path::new(".") { PathBuf::from(path) } else { out.join(path) };
        require_inside(out, &path)?;
        plan.add(path, text.clone().into_bytes())?;
    }
    // Left there, they would become a part of the skill.
    for path in leftovers(out, files) {
        require_inside(out, &path)?;
        plan.remove(path)?;
    }
    Ok(plan)
}

/// Nothing that is there is replaced, unless that is wanted.
fn require_room(plan: &Plan) -> Result<(), Failure> {
    let in_the_way = plan.items.iter().filter(|item| matches!(item.found, Found::Different(_)));
    let in_the_way: Vec<String> = in_the_way.map(|item| format!("`{}`", item.path.display())).collect();
    if in_the_way.is_empty() {
        return Ok(());
    }
    let are = if in_the_way.len() == 1 { "is already there" } else { "are already there" };
    Err(Failure::new(format!("{} {are}, and nothing was written", in_the_way.join(", ")))
        .help("`--force` replaces them; `--out DIR` writes elsewhere"))
}

/// Files of `locales/` that the skill does not have.
fn leftovers(out: &Path, files: &BTreeMap<String, String>) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(out.join("locales")) else { return Vec::new() };
    let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| name.ends_with(".yaml") && !files.contains_key(&format!("locales/{name}")));
    names.sort();
    names.into_iter().map(|name| out.join("locales").join(name)).collect()
}

/// What was written, and what a person has to know and to do.
fn told(plan: &Plan, notes: &Notes) -> String {
    let mut text = super::build::written(plan);
    for guess in &notes.guessed {
        text.push_str(&format!("guessed: {guess}\n"));
    }
    for need in &notes.needed {
        text.push_str(&format!("to do: {need}\n"));
    }
    if !notes.intents.is_empty() {
        text.push_str("to do: decide which intents need a linked account (`none`, `optional` or `required`), and say so in skill.yaml:\n");
        text.push_str("  launch: { auth: none }\n  intents:\n");
        let width = notes.intents.iter().map(|name| name.len()).max().unwrap_or_default() + 1;
        for name in &notes.intents {
            text.push_str(&format!("    {:width$} {{ auth: none }}\n", format!("{name}:")));
        }
        text.push_str("       and, with the first of them that needs one, what is spoken with the card: `account_linking.prompt`, in every language\n");
    }
    text
}
