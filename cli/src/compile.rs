//! From the files on disk to what the compiler found.

use crate::args;
use crate::disk::Disk;
use crate::failure::{Failure, reason};
use crate::target::Target;
use sayso_compiler::diagnostic::{Diagnostic, Severity};
use sayso_compiler::{Analysis, Checked, Input, Options, analyze};

/// A skill as it was read.
pub struct Loaded {
    /// Where it lies.
    pub target: Target,
    /// Its texts.
    pub input: Input,
    /// A number that differs when the texts differ.
    pub fingerprint: u64,
}

/// Reads the skill that the user means.
pub fn load(said: &args::Target) -> Result<Loaded, Failure> {
    let target = Target::find(said.said())?;
    let disk = Disk::default();
    let input = read(&disk, &target)?;
    Ok(Loaded { target, input, fingerprint: disk.fingerprint() })
}

/// The texts of a skill.
pub fn read(disk: &Disk, target: &Target) -> Result<Input, Failure> {
    Input::read(disk, &target.name).map_err(|error| {
        // What has a message of its own already names the file.
        let message =
            if error.get_ref().is_some() { error.to_string() } else { format!("`{}` cannot be read: {}", target.name, reason(&error)) };
        Failure::new(message)
    })
}

/// How a skill is compiled, where nothing but its stage is chosen.
pub fn on_stage(said: &args::Target) -> Options {
    Options { stage: said.stage.clone(), ..Options::default() }
}

/// What a compilation came to.
#[derive(Debug)]
pub struct Verdict {
    /// Everything that was found.
    pub diagnostics: Vec<Diagnostic>,
    /// How much was checked, where there are no errors.
    pub size: Option<Size>,
}

/// How large a skill is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// All its intents, those included that are there unasked.
    pub intents: usize,
    /// Its locales.
    pub locales: usize,
}

impl Verdict {
    /// Adds what was found beside the compilation, at its place among the rest.
    pub fn add(&mut self, found: Vec<Diagnostic>) {
        self.diagnostics.extend(found);
        self.diagnostics.sort_by_key(Diagnostic::span);
    }

    /// Whether anything has that severity.
    pub fn has(&self, severity: Severity) -> bool {
        self.diagnostics.iter().any(|found| found.severity == severity)
    }
}

/// Compiles, and makes something of the skill where it has no errors.
pub fn compile<R>(loaded: &Loaded, options: &Options, make: impl FnOnce(&Checked<'_>) -> R) -> (Verdict, Option<R>) {
    analyze(&loaded.input, options, |Analysis { diagnostics, skill }| {
        let size = skill.as_ref().map(|skill| Size { intents: skill.intents.len(), locales: skill.locales.len() });
        let made = skill.as_ref().map(make);
        (Verdict { diagnostics, size }, made)
    })
}
