//! One of the two that are compared: what the user named, read.

use crate::args::Diff;
use crate::compile;
use crate::disk::Disk;
use crate::failure::Failure;
use crate::package;
use crate::revision::Checkout;
use crate::target::{self, Target};
use sayso_compiler::diagnostic::Diagnostic;
use sayso_compiler::diff::Side;
use sayso_compiler::package::PackageFiles;
use sayso_compiler::render::clean;
use sayso_compiler::source::Sources;
use sayso_compiler::{Analysis, Input, Options, analyze};
use std::path::{Path, PathBuf};

/// A skill.yaml or a package.
pub struct End {
    /// What the user called it.
    pub name: String,
    /// `skill` or `package`.
    pub kind: &'static str,
    /// What was decided without being told, a sentence each.
    pub notes: Vec<String>,
    texts: Texts,
}

/// The problems of a skill.yaml, with its texts.
pub struct Refusal {
    pub sources: Sources,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it could be compared with `--lenient`.
    pub lenience_helps: bool,
}

enum Texts {
    Skill(Box<Input>),
    Package(PackageFiles),
}

impl End {
    /// Reads what the user named: a file or a folder, else a path in a revision.
    pub fn read(said: &Path) -> Result<End, Failure> {
        let name = clean::line(&said.display().to_string()).into_owned();
        if said.exists() {
            return End::at(said, name);
        }
        let Some(checkout) = Checkout::of(said)? else {
            let help = "name a skill.yaml, a skill package, or either of them in a git revision, as in `HEAD~1:skill.yaml`";
            return Err(Failure::new(format!("there is no file or folder `{name}`")).help(help));
        };
        let mut end = End::at(&checkout.path, name).map_err(|failure| checkout.in_words(failure))?;
        for (real, shown) in checkout.names() {
            end.sources_mut().rename(&real, &shown);
            end.notes.iter_mut().for_each(|note| *note = note.replace(&real, &shown));
        }
        Ok(end)
    }

    fn at(path: &Path, name: String) -> Result<End, Failure> {
        let is_yaml = path.extension().is_some_and(|kind| kind == "yaml" || kind == "yml");
        if is_yaml || path.join(target::NAME).is_file() {
            let input = compile::read(&Disk::default(), &Target::find(Some(path))?)?;
            let notes =
                both(path).then(|| format!("`{}` has a skill.yaml and a skill package: the skill.yaml is compared", path.display()));
            return Ok(End { name, kind: "skill", notes: notes.into_iter().collect(), texts: Texts::Skill(Box::new(input)) });
        }
        let found = package::read(&[PathBuf::from(path)])?;
        let notes = found.guessed.into_iter().map(|guess| format!("guessed: {guess}")).collect();
        Ok(End { name, kind: "package", notes, texts: Texts::Package(found.files) })
    }

    fn sources_mut(&mut self) -> &mut Sources {
        match &mut self.texts {
            Texts::Skill(input) => &mut input.sources,
            Texts::Package(files) => &mut files.sources,
        }
    }

    /// What is compared; else why a skill.yaml cannot be.
    pub fn side(&mut self, args: &Diff) -> Result<Side, Refusal> {
        match &mut self.texts {
            Texts::Package(files) => Ok(Side::package(std::mem::take(files))),
            Texts::Skill(input) => {
                let options = Options { stage: args.stage.clone(), lenient: args.lenient, ..Options::default() };
                let made = analyze(input, &options, |Analysis { diagnostics, skill }| skill.as_ref().map(Side::skill).ok_or(diagnostics));
                made.map_err(|diagnostics| {
                    let options = Options { lenient: true, ..options };
                    let lenience_helps = !args.lenient && analyze(input, &options, |analysis| analysis.skill.is_some());
                    Refusal { sources: std::mem::take(&mut input.sources), diagnostics, lenience_helps }
                })
            }
        }
    }
}

/// Whether a folder with a skill.yaml is a package as well.
fn both(folder: &Path) -> bool {
    folder.is_dir() && ["skill-package", "skill.json", "models", "interactionModels"].iter().any(|name| folder.join(name).exists())
}
