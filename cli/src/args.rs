//! The command line as data. The doc comments here are the help.

use clap::{Args, Parser, Subcommand, ValueEnum};
use sayso_compiler::render;
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  sayso new my-skill                        begin a skill
  sayso check                               find all problems of the nearest skill.yaml
  sayso check --watch                       … after every change
  sayso check --submit --deny warnings      … as strictly as certification does
  sayso build                               write the files for Amazon
  sayso build --check                       compare them instead, for continuous integration
  sayso import ./my-skill --out .           bring in a skill of Amazon's command line
  sayso diff HEAD:skill.yaml skill.yaml     what has changed since the last commit from it
  sayso explain AL004                       what a rule is about, and how to keep it
  sayso auth --format markdown              who needs a linked account, for reviewers
";

const CODES: &str = "\
Exit codes:
  0    done
  1    the skill has errors (or warnings, with `--deny warnings`)
  2    the tool could not work: usage, files, environment
  3    with `--check`: the files differ; with `diff --exit-code`: the skills do
  101  a bug: please report it
  130  interrupted, as with `--watch` by Ctrl-C

Data goes to standard output, everything else to standard error. Diagnostics for machines
(`--format json`, `sarif`, `github`) are data; those for people (`full`, `short`) are not.

Environment:
  NO_COLOR        no colours, whatever the terminal can do
  CLICOLOR_FORCE  colours, even without a terminal
  TERM=dumb       no colours";

/// Compiles one skill.yaml into everything that an Alexa custom skill with account linking needs
#[derive(Parser)]
#[command(name = "sayso", version, before_long_help = EXAMPLES, after_long_help = CODES)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command understands.
#[derive(Args, Clone)]
pub struct Global {
    /// Colours: auto, always, never
    #[arg(long, global = true, display_order = 100, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    pub color: Color,
    /// Say nothing but problems
    #[arg(short, long, global = true, display_order = 101)]
    pub quiet: bool,
}

/// When there are colours.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

#[derive(Subcommand)]
pub enum Command {
    New(New),
    Import(Import),
    Check(Check),
    Build(Build),
    Explain(Explain),
    Auth(Auth),
    Diff(Diff),
    /// Print the JSON Schema of skill.yaml, for editors
    Schema,
    AccountLinking(AccountLinking),
    Completions(Completions),
}

/// Which skill, and how it is read.
#[derive(Args, Clone, Debug)]
pub struct Target {
    /// The skill.yaml, or its folder; without it the nearest one, from here upwards
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// The same, as an option
    #[arg(short, long, value_name = "PATH", conflicts_with = "path")]
    file: Option<PathBuf>,
    /// The stage whose differences apply
    #[arg(long, value_name = "NAME")]
    pub stage: Option<String>,
}

impl Target {
    /// What the user named.
    pub fn said(&self) -> Option<&std::path::Path> {
        self.path.as_deref().or(self.file.as_deref())
    }
}

/// How diagnostics are told.
#[derive(Args, Clone, Debug)]
pub struct Diagnostics {
    /// How problems are told; json, sarif and github go to standard output
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub format: Format,
}

/// What diagnostics are rendered as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Format {
    /// With the lines of the source
    Full,
    /// One line each
    Short,
    /// One JSON object a line
    Json,
    /// A SARIF 2.1.0 log
    Sarif,
    /// Workflow commands for GitHub
    Github,
}

impl Format {
    /// Whether it is for machines, and so goes to standard output.
    pub fn is_data(self) -> bool {
        matches!(self, Format::Json | Format::Sarif | Format::Github)
    }
}

impl From<Format> for render::Format {
    fn from(format: Format) -> Self {
        match format {
            Format::Full => render::Format::Full,
            Format::Short => render::Format::Short,
            Format::Json => render::Format::Json,
            Format::Sarif => render::Format::Sarif,
            Format::Github => render::Format::Github,
        }
    }
}

/// Begin a skill: a folder with skill.yaml, handlers and tests
#[derive(Args)]
pub struct New {
    /// The folder to make; its last part names the skill and its crate
    pub name: PathBuf,
    /// What the skill does with accounts
    #[arg(long, value_name = "TEMPLATE", default_value = "linking-optional")]
    pub template: Template,
    /// A folder to take the library from
    #[arg(long, value_name = "DIR", hide = true)]
    pub sayso_path: Option<PathBuf>,
}

/// The skills that `new` can begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Template {
    /// Nobody needs an account
    Public,
    /// Some intents need a linked account, others do not
    LinkingOptional,
    /// Users link an account when they enable the skill
    LinkingRequired,
}

/// Find all problems of a skill; nothing is written
#[derive(Args, Clone)]
pub struct Check {
    #[command(flatten)]
    pub target: Target,
    #[command(flatten)]
    pub diagnostics: Diagnostics,
    /// Also check what certification demands
    #[arg(long)]
    pub submit: bool,
    /// Only warn of what Amazon would refuse, to bring a broken skill in and mend it
    #[arg(long)]
    pub lenient: bool,
    /// End with exit code 1 when there are warnings, too
    #[arg(long, value_name = "WHAT")]
    pub deny: Option<Deny>,
    /// Check again after every change, until Ctrl-C
    #[arg(long)]
    pub watch: bool,
}

/// What is not let through.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum Deny {
    /// Warnings
    Warnings,
}

/// Write the files for Amazon
///
/// What a person wrote is not lost. `ask-resources.json` is written only where there is none. A file of the package is replaced only when it has the
/// form in which `sayso build` writes (its indentation, its order of keys), or says the same; otherwise nothing is written at all, unless `--force` is
/// given. Changes by hand within such a file go, though: skill.yaml is the place for them. Nothing is ever deleted: what the skill no longer has is
/// told. A link within the folder is written through, one that leads out of it is refused.
#[derive(Args, Clone)]
pub struct Build {
    #[command(flatten)]
    pub target: Target,
    #[command(flatten)]
    pub diagnostics: Diagnostics,
    /// Where to write; without it the folder of skill.yaml
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Only warn of what Amazon would refuse, to bring a broken skill in and mend it
    #[arg(long)]
    pub lenient: bool,
    /// Also write the skill's Rust, for crates without macro and build script
    #[arg(long, value_name = "FILE")]
    pub rust: Option<PathBuf>,
    /// Also add missing handlers to this Rust file; nothing else changes
    #[arg(long, value_name = "FILE")]
    pub handlers: Option<PathBuf>,
    /// Compare instead of writing: exit code 3 and a diff when a file differs
    #[arg(long, conflicts_with = "watch")]
    pub check: bool,
    /// Replace files that `sayso build` did not write; never `ask-resources.json`
    #[arg(long, conflicts_with = "check")]
    pub force: bool,
    /// Build again after every change, until Ctrl-C
    #[arg(long)]
    pub watch: bool,
}

/// Tell what a rule is about
#[derive(Args)]
pub struct Explain {
    /// The rule's code, such as AL004
    #[arg(required_unless_present = "all")]
    pub code: Option<String>,
    /// List all rules instead
    #[arg(long, conflicts_with = "code")]
    pub all: bool,
    /// How to tell it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextFormat,
}

/// What a text for people may also be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum TextFormat {
    /// For terminals
    Text,
    /// For documents
    Markdown,
    /// For machines
    Json,
}

/// Show who needs a linked account, and what users without one can do
#[derive(Args)]
pub struct Auth {
    #[command(flatten)]
    pub target: Target,
    /// How to show it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: TextFormat,
}

/// Turn a skill package of Amazon's into skill.yaml and its locales
#[derive(Args)]
pub struct Import {
    /// A project of Amazon's command line, a skill package, or the files that are its parts
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Where to write; without it the current folder
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Only warn of what Amazon would refuse, to bring a broken skill in and mend it
    #[arg(long)]
    pub lenient: bool,
    /// Replace the files that are there, and remove texts of locales that the skill does not have
    #[arg(long)]
    pub force: bool,
    #[command(flatten)]
    pub diagnostics: Diagnostics,
}

/// Tell what differs between two skills, and what follows from it
///
/// A and B are each a skill.yaml, its folder, a skill package (as `sayso import` takes it), or either of them in a revision of git: `HEAD~1:skill.yaml`, with a
/// path that is relative to the current folder. A file that is there is taken before a revision; a skill.yaml before a package beside it.
#[derive(Args)]
pub struct Diff {
    /// The skill as it was
    #[arg(value_name = "A")]
    pub from: PathBuf,
    /// The skill as it is
    #[arg(value_name = "B")]
    pub to: PathBuf,
    /// How to tell it
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: DiffFormat,
    /// End with exit code 3 when anything differs
    #[arg(long)]
    pub exit_code: bool,
    /// The stage whose differences apply, for each skill.yaml
    #[arg(long, value_name = "NAME")]
    pub stage: Option<String>,
    /// Compare broken skills, too: what Amazon would refuse is let pass
    #[arg(long)]
    pub lenient: bool,
}

/// What a difference is told as.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Text,
    /// For machines
    Json,
}

/// Print the account-linking request
#[derive(Args)]
pub struct AccountLinking {
    #[command(flatten)]
    pub target: Target,
    /// Put the secret in place of the placeholder, and hand the request to another program: refuses a terminal and a file
    #[arg(long)]
    pub resolved: bool,
}

/// Print a completion script for a shell
#[derive(Args)]
pub struct Completions {
    /// The shell
    pub shell: clap_complete::Shell,
}
