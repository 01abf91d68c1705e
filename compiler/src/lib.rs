//! Compiles one `skill.yaml` into everything that an Alexa custom skill with account linking needs.
//!
//! Text in, files in memory out: this crate neither reads nor writes files, and it never panics on input.
//! Use it through its doors: `sayso::skill!`, `sayso_build`, or the command line `sayso`.

mod analysis;
mod brief;
pub mod builtin;
pub mod diagnostic;
#[cfg(all(feature = "emit", feature = "import"))]
pub mod diff;
mod drift;
#[cfg(feature = "emit")]
pub mod emit;
#[cfg(feature = "import")]
pub mod import;
mod input;
mod levels;
mod locate;
mod lower;
mod names;
mod nearest;
#[cfg(feature = "import")]
pub mod package;
mod phrase;
mod placeholder;
pub mod provider;
mod raw;
pub mod render;
mod rule;
pub mod rules;
pub mod rust;
mod sample;
pub mod skill;
pub mod source;
mod ssml;
mod syntax;
mod url;
mod yaml;

#[doc(hidden)]
pub use analysis::count_nodes;
pub use analysis::{Analysis, Checked, Options, analyze};
pub use drift::{Code, Generated, drift};
pub use input::{Folder, Input};
pub use locate::locate;
pub use nearest::nearest;
pub use rules::{Profile, Rule};

/// The JSON Schema of the language, in draft-07, for editors.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    syntax::schema::document()
}

#[cfg(test)]
mod examples;
#[cfg(test)]
mod told;
