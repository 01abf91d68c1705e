//! The templates, and what they become.

use super::names::Names;
use crate::args::Template;
use crate::failure::Failure;
use minijinja::{Environment, UndefinedBehavior, context};

/// A file of the new folder.
pub struct File {
    /// Relative to the folder.
    pub path: &'static str,
    /// What it holds.
    pub text: String,
}

/// What a template gets to know.
pub struct Project<'p> {
    /// The forms of the name.
    pub names: &'p Names,
    /// The template.
    pub template: Template,
    /// Where the library is taken from; the registry where nothing is said.
    pub sayso_path: Option<String>,
}

/// A path in the new folder, and the template of the file.
type Source = (&'static str, &'static str);

macro_rules! source {
    ($path:literal, $template:literal) => {
        ($path, include_str!(concat!("../../../templates/", $template, ".jinja")))
    };
}

const SKILL: &str = "skill.yaml";

const COMMON: &[Source] = &[
    source!("Cargo.toml", "common/Cargo.toml"),
    source!("README.md", "common/README.md"),
    source!(".gitignore", "common/gitignore"),
    source!("src/main.rs", "common/main.rs"),
    source!("examples/dev.rs", "common/dev.rs"),
];

const PUBLIC: &[Source] = &[
    source!("skill.yaml", "public/skill.yaml"),
    source!("src/lib.rs", "public/src/lib.rs"),
    source!("tests/conversations.rs", "public/tests/conversations.rs"),
    source!("tests/transcripts/greetings.txt", "public/tests/transcripts/greetings.txt"),
];

const LINKING: &[Source] = &[
    source!("skill.yaml", "linking/skill.yaml"),
    source!("src/lib.rs", "linking/src/lib.rs"),
    source!("src/service.rs", "linking/src/service.rs"),
    source!("tests/conversations.rs", "linking/tests/conversations.rs"),
    source!("tests/transcripts/points.txt", "linking/tests/transcripts/points.txt"),
    source!("requests/linked.json", "linking/requests/linked.json"),
    source!("requests/unlinked.json", "linking/requests/unlinked.json"),
];

impl Project<'_> {
    /// All files of the folder.
    pub fn files(&self, invocation: &str) -> Result<Vec<File>, Failure> {
        let sources = COMMON.iter().chain(self.own());
        let mut files: Vec<File> = sources.map(|source| self.render(source, invocation)).collect::<Result<_, _>>()?;
        files.push(File { path: "skill.schema.json", text: format!("{:#}\n", sayso_compiler::schema()) });
        Ok(files)
    }

    /// The skill.yaml alone.
    pub fn skill(&self, invocation: &str) -> Result<String, Failure> {
        let skill = self.own().iter().find(|(path, _)| *path == SKILL);
        skill.map_or_else(|| Ok(String::new()), |source| Ok(self.render(source, invocation)?.text))
    }

    /// An invocation name that suits what the skill does.
    pub fn fallback_invocation(&self) -> &'static str {
        if self.links() { "happy points" } else { "happy greeter" }
    }

    fn own(&self) -> &'static [Source] {
        if self.links() { LINKING } else { PUBLIC }
    }

    fn links(&self) -> bool {
        self.template != Template::Public
    }

    fn render(&self, (path, template): &Source, invocation: &str) -> Result<File, Failure> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        let sayso = match &self.sayso_path {
            Some(path) => format!("path = {}", toml_text(path)),
            None => format!("version = {}", toml_text(RELEASE)),
        };
        let values = context! {
            name => &self.names.name,
            crate => self.names.krate(),
            type => self.names.type_name(),
            title => self.names.title(),
            env => self.names.env(),
            host => self.names.host(),
            invocation => invocation,
            linking => self.links(),
            optional => self.template == Template::LinkingOptional,
            sayso => sayso,
        };
        let mut text = environment
            .render_str(template, values)
            .map_err(|error| Failure::new(format!("the template of `{path}` is broken: {error}")))?;
        // The engine takes the last line break for its own.
        text.push('\n');
        Ok(File { path, text })
    }
}

/// The releases that the templates are written for.
const RELEASE: &str = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));

/// TOML's basic strings have JSON's escapes.
fn toml_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
