//! Paths as they are seen from a folder.

use std::path::{Path, PathBuf};

/// The file as it is seen from the folder, with `/`. Both are whole paths.
pub fn relative(file: &Path, folder: &Path) -> String {
    let (file, folder): (Vec<_>, Vec<_>) = (file.components().collect(), folder.components().collect());
    let shared = file.iter().zip(&folder).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n(Path::new("..").as_os_str(), folder.len() - shared);
    let path: PathBuf = up.chain(file[shared..].iter().map(|part| part.as_os_str())).collect();
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests {
    use super::relative;
    use std::path::Path;

    #[test]
    fn the_file_is_seen_from_the_folder() {
        assert_eq!(relative(Path::new("/w/skill.yaml"), Path::new("/w")), "skill.yaml");
        assert_eq!(relative(Path::new("/w/skill.yaml"), Path::new("/w/examples/ride")), "../../skill.yaml");
        assert_eq!(relative(Path::new("/w/skills/a/skill.yaml"), Path::new("/w/ride")), "../skills/a/skill.yaml");
    }
}
