//! Which skill.yaml is meant.

use crate::failure::Failure;
use std::path::{Component, Path, PathBuf};

/// The skill's file, as it is usually called.
pub const NAME: &str = "skill.yaml";

/// The skill that a command works on.
#[derive(Clone, Debug)]
pub struct Target {
    /// The file as the user sees it from the current folder, with `/`.
    pub name: String,
}

impl Target {
    /// The file or folder that the user named, else the nearest skill.yaml upwards from the current folder.
    pub fn find(said: Option<&Path>) -> Result<Target, Failure> {
        let path = match said {
            Some(path) if path.is_dir() => in_folder(path)?,
            Some(path) if path.exists() => a_file(path.to_owned())?,
            Some(path) => return Err(missing(path)),
            None => upwards()?,
        };
        let path: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
        let name = path.to_str().ok_or_else(|| {
            let message = format!("the path `{}` is not UTF-8", path.display());
            Failure::new(message).help("rename the folder or the file")
        })?;
        let name = if cfg!(windows) { name.replace('\\', "/") } else { name.to_owned() };
        Ok(Target { name })
    }

    /// The folder of the file; the empty path is the current one.
    pub fn folder(&self) -> &Path {
        Path::new(&self.name).parent().unwrap_or(Path::new(""))
    }
}

fn in_folder(folder: &Path) -> Result<PathBuf, Failure> {
    let path = folder.join(NAME);
    if !path.exists() {
        let message = format!("there is no {NAME} in the folder `{}`", folder.display());
        return Err(named_otherwise(Failure::new(message), folder).help("`sayso new NAME` makes a folder with a skill to begin with"));
    }
    a_file(path)
}

fn upwards() -> Result<PathBuf, Failure> {
    let here = std::env::current_dir().map_err(|error| Failure::file(Path::new("."), "cannot be found", &error))?;
    let mut path = PathBuf::from(NAME);
    for folder in here.ancestors() {
        let candidate = folder.join(NAME);
        if candidate.exists() {
            return a_file(path);
        }
        path = Path::new("..").join(path);
    }
    let message = format!("there is no {NAME} in `{}`, nor in any folder above it", here.display());
    Err(named_otherwise(Failure::new(message), &here).help("name the file or its folder, or begin a skill with `sayso new NAME`"))
}

/// The other ending that YAML has is easily taken for this one.
fn named_otherwise(failure: Failure, folder: &Path) -> Failure {
    let has_other = folder.join(NAME).with_extension("yml").is_file();
    if has_other { failure.help(format!("there is a skill.yml: name it {NAME}")) } else { failure }
}

/// The path of something that can be read to its end: a pipe may wait forever for somebody who writes into it.
fn a_file(path: PathBuf) -> Result<PathBuf, Failure> {
    if path.is_file() {
        return Ok(path);
    }
    let found = if path.is_dir() { "is a folder" } else { "is a pipe or a device" };
    Err(Failure::new(format!("`{}` {found}, and should be the file of the skill", path.display())))
}

fn missing(path: &Path) -> Failure {
    Failure::new(format!("there is no file or folder `{}`", path.display()))
}
