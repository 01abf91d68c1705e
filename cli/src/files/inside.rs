//! Links: those that stay within the folder are written through, those that lead out of it are refused.

use crate::failure::{Failure, reason};
use std::io;
use std::path::{Path, PathBuf};

/// Refuses a file of a folder that in truth lies elsewhere: what `build` writes stays where the user wants it.
pub fn require_inside(folder: &Path, file: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::new(format!("`{}` cannot be followed: {}", file.display(), reason(&error)));
    if file.is_symlink() && !file.exists() {
        return Err(
            Failure::new(format!("`{}` is a link that leads nowhere", file.display())).help("delete the link, or make what it leads to")
        );
    }
    let place = real(file).map_err(failed)?;
    if place.starts_with(real(folder).map_err(failed)?) {
        return Ok(());
    }
    Err(Failure::new(format!("`{}` leads out of the folder that is built into, to `{}`", file.display(), place.display()))
        .help("replace the link by a file or folder of its own, or build into the other folder with `--out`"))
}

/// The path without links, as far as it is there.
fn real(path: &Path) -> io::Result<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let path = std::path::absolute(path)?;
    let there = path.ancestors().find(|part| part.exists()).unwrap_or(&path);
    let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
    Ok(there.canonicalize()?.join(rest))
}
