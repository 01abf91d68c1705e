//! What the skill's name is for cargo, for Rust, for people and for the environment.

use crate::failure::Failure;
use std::path::Path;

/// Names that cargo or Rust have another use for, or that the skill's own dependencies have.
const RESERVED: &[&str] = &[
    "abstract",
    "alloc",
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "build",
    "const",
    "continue",
    "core",
    "crate",
    "deps",
    "do",
    "dyn",
    "else",
    "enum",
    "examples",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "incremental",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "proc-macro",
    "proc_macro",
    "pub",
    "ref",
    "return",
    "sayso",
    "self",
    "static",
    "std",
    "struct",
    "super",
    "test",
    "tokio",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// A name in its forms.
#[derive(Debug)]
pub struct Names {
    /// `my-points`: the crate.
    pub name: String,
    /// `my`, `points`, in lower case.
    pub words: Vec<String>,
}

impl Names {
    /// The name of the folder's last part.
    pub fn of(folder: &Path) -> Result<Names, Failure> {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let refuse = |why: &str| {
            let message = format!("`{}` cannot be the name of a crate: {why}", folder.display());
            Err(Failure::new(message).help("a name has letters, digits, `-` and `_`, and begins with a letter, such as `bonus-points`"))
        };
        if name.is_empty() {
            return refuse("it has no name at its end");
        }
        if let Some(other) = name.chars().find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))) {
            return refuse(&format!("it has a `{other}`"));
        }
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return refuse("it does not begin with a letter");
        }
        if name.len() < 2 {
            return refuse("it has less than 2 letters");
        }
        if name.len() > 40 {
            return refuse("it has more than 40 letters");
        }
        if RESERVED.contains(&name.to_ascii_lowercase().as_str()) {
            return refuse("the word has another use");
        }
        let words = name.split(['-', '_']).filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
        Ok(Names { name: name.to_owned(), words })
    }

    /// `my_points`: the crate in Rust.
    pub fn krate(&self) -> String {
        self.name.replace('-', "_")
    }

    /// `MyPoints`: the type.
    pub fn type_name(&self) -> String {
        self.words.iter().map(|word| capitalised(word)).collect()
    }

    /// `My Points`: for people.
    pub fn title(&self) -> String {
        self.words.iter().map(|word| capitalised(word)).collect::<Vec<_>>().join(" ")
    }

    /// `MY_POINTS`: the beginning of environment variables.
    pub fn env(&self) -> String {
        self.words.join("_").to_ascii_uppercase()
    }

    /// `my-points`: a host, and a client.
    pub fn host(&self) -> String {
        self.words.join("-")
    }
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(word.len().min(1));
    first.to_ascii_uppercase() + rest
}

#[cfg(test)]
mod tests {
    use super::Names;
    use std::path::Path;

    #[test]
    fn a_name_has_many_forms() {
        let names = Names::of(Path::new("some/where/bonus_points-2")).expect("it is a name");
        assert_eq!(names.name, "bonus_points-2");
        assert_eq!(names.krate(), "bonus_points_2");
        assert_eq!(names.type_name(), "BonusPoints2");
        assert_eq!(names.title(), "Bonus Points 2");
        assert_eq!(names.env(), "BONUS_POINTS_2");
        assert_eq!(names.host(), "bonus-points-2");
    }

    #[test]
    fn what_cargo_would_refuse_is_refused() {
        for name in ["", "..", "a", "2fast", "-a", "größe", "a b", "a.b", "test", "Self", "sayso", &"a".repeat(41)] {
            assert!(Names::of(Path::new(name)).is_err(), "{name:?}");
        }
    }
}
