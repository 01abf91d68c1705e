//! Which files of a revision are taken out.

use super::Named;
use super::git::{self, Entry};
use crate::failure::Failure;
use crate::problems::count;

/// More files are not taken out.
const MOST_FILES: usize = 2_000;

/// More than that is not taken out, in MiB.
const MOST_MIB: u64 = 256;

/// Files that lie deeper are of no package.
const DEEPEST: usize = 8;

/// What was taken out.
pub struct Picked {
    /// The folder in the revision that the names begin at, as the user would write it.
    pub base: String,
    /// What the user named, from there.
    pub name: String,
    /// The files by name, with their bytes.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Finds the object, and takes out what belongs to it.
pub fn pick(named: Named<'_>) -> Result<Picked, Failure> {
    let prefix = prefix(named)?;
    let tree = tree(named)?;
    let path = inside(named, &prefix)?;
    let Some((name, folders)) = path.split_last() else {
        return folder(named, &tree, "", String::new(), &tree);
    };
    let parent = format!("{tree}:{}", folders.join("/"));
    let siblings = git::entries(named.said, &parent, false)?.unwrap_or_default();
    let Some(entry) = siblings.iter().find(|entry| entry.name == *name) else {
        let help = format!("the path is relative to the current folder; `git ls-tree {}` lists what is there", named.revision);
        return Err(Failure::new(format!("there is no `{}` in the revision `{}`", named.path, named.revision)).help(help));
    };
    if entry.is_folder() { folder(named, &entry.id, name, above(named.path), &parent) } else { file(named, entry, &siblings, &parent) }
}

/// Where the current folder lies in the repository.
fn prefix(named: Named<'_>) -> Result<String, Failure> {
    let told = git::ask(named.said, &["rev-parse", "--show-prefix"])?;
    told.line().map(str::to_owned).ok_or_else(|| {
        let failure = Failure::new(format!("there is no file or folder `{}`, and no git repository to look for it in", named.said));
        failure.help(format!("git says: {}", told.stderr))
    })
}

/// The tree of the revision. Only what git made of it goes on to further commands.
fn tree(named: Named<'_>) -> Result<String, Failure> {
    let unknown = |help: &str| Err(Failure::new(format!("there is no revision `{}`", named.revision)).help(help));
    if named.revision.is_empty() || named.revision.starts_with('-') {
        return unknown("write a commit, a branch or a tag before the colon: `HEAD~1:skill.yaml`");
    }
    let told = git::ask(named.said, &["rev-parse", "--verify", "--quiet", &format!("{}^{{tree}}", named.revision)])?;
    match told.line() {
        Some(id) if !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit()) => Ok(id.to_owned()),
        _ => unknown("`git log --oneline` lists commits, `git branch` and `git tag` the names that they have"),
    }
}

/// The path from the root of the repository.
fn inside<'p>(named: Named<'p>, prefix: &'p str) -> Result<Vec<&'p str>, Failure> {
    let mut path: Vec<&str> = prefix.split('/').filter(|name| !name.is_empty()).collect();
    let outside =
        || Failure::new(format!("`{}` leads out of the repository", named.path)).help("the path is relative to the current folder");
    if named.path.starts_with('/') {
        return Err(outside());
    }
    let separators: &[char] = if cfg!(windows) { &['/', '\\'] } else { &['/'] };
    for name in named.path.split(separators) {
        match name {
            "" | "." => {}
            ".." => drop(path.pop().ok_or_else(outside)?),
            name => path.push(name),
        }
    }
    Ok(path)
}

/// The folder above, as the user wrote it.
fn above(path: &str) -> String {
    path.trim_end_matches('/').rsplit_once('/').map(|(above, _)| above.to_owned()).unwrap_or_default()
}

/// A folder, with what a package may have in it; account linking lies beside the folder `skill-package`.
fn folder(named: Named<'_>, id: &str, name: &str, base: String, parent: &str) -> Result<Picked, Failure> {
    let all = git::entries(named.said, id, true)?.unwrap_or_default();
    let wanted = |entry: &&Entry| entry.is_file() && is_wanted(&entry.name) && is_safe(&entry.name);
    let mut files: Vec<Entry> = all.iter().filter(wanted).cloned().collect();
    if name == "skill-package" {
        files.iter_mut().for_each(|entry| entry.name = format!("{name}/{}", entry.name));
        let beside = git::entries(named.said, parent, false)?.unwrap_or_default();
        files.extend(beside.into_iter().filter(|entry| entry.is_file() && entry.name.ends_with(".json") && is_safe(&entry.name)));
        return taken(named, base, name.to_owned(), files);
    }
    let whole = named.path.trim_end_matches('/').trim_start_matches("./");
    let whole = if whole == "." { "" } else { whole };
    taken(named, whole.to_owned(), String::new(), files)
}

/// A file; beside a skill.yaml lie its locales.
fn file(named: Named<'_>, entry: &Entry, siblings: &[Entry], parent: &str) -> Result<Picked, Failure> {
    if !entry.is_file() {
        let what = if entry.is_link() { "a symbolic link" } else { "a submodule" };
        return Err(Failure::new(format!("`{}` is {what}, which is not followed in a revision", named.said)).help("name what it leads to"));
    }
    let mut files = vec![entry.clone()];
    let has_locales = siblings.iter().any(|entry| entry.name == "locales" && entry.is_folder());
    if is_yaml(&entry.name) && has_locales {
        let separator = if parent.ends_with(':') { "" } else { "/" };
        let locales = git::entries(named.said, &format!("{parent}{separator}locales"), false)?.unwrap_or_default();
        for mut locale in locales.into_iter().filter(|entry| entry.is_file() && is_yaml(&entry.name) && is_safe(&entry.name)) {
            locale.name = format!("locales/{}", locale.name);
            files.push(locale);
        }
    }
    taken(named, above(named.path), entry.name.clone(), files)
}

fn is_yaml(name: &str) -> bool {
    name.ends_with(".yaml") || name.ends_with(".yml")
}

/// What a skill or a package may be made of.
fn is_wanted(name: &str) -> bool {
    (is_yaml(name) || name.ends_with(".json")) && name.split('/').count() <= DEEPEST && !name.split('/').any(|part| part == "node_modules")
}

/// Whether the name stays in its folder, also where `\` and `:` have a meaning.
fn is_safe(name: &str) -> bool {
    name.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']))
}

fn taken(named: Named<'_>, base: String, name: String, files: Vec<Entry>) -> Result<Picked, Failure> {
    let mib = files.iter().map(|file| file.size).sum::<u64>() >> 20;
    if files.len() > MOST_FILES || mib > MOST_MIB {
        let much = format!("`{}` holds {} of {mib} MiB", named.said, count(files.len(), "YAML or JSON file"));
        return Err(Failure::new(format!("{much}, and {MOST_FILES} of {MOST_MIB} MiB are read at most"))
            .help("name the folder of the skill itself"));
    }
    let contents = git::contents(named.said, &files)?;
    Ok(Picked { base, name, files: files.into_iter().map(|file| file.name).zip(contents).collect() })
}
