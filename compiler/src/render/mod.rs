//! How diagnostics look: for people, for editors, for build servers.
//!
//! The same diagnostics and the same [`Style`] give the same bytes everywhere; what the terminal can do is for the caller to find out.
//! No control character or change of writing direction in the input reaches the output as it is.

pub mod clean;
mod places;
mod short;

#[cfg(feature = "render")]
mod format;
#[cfg(feature = "render")]
mod full;
#[cfg(feature = "render")]
mod github;
#[cfg(feature = "render")]
mod json;
#[cfg(feature = "render")]
mod mask;
#[cfg(feature = "render")]
mod sarif;
#[cfg(feature = "render")]
mod trim;
#[cfg(feature = "render")]
mod window;

#[cfg(all(test, feature = "render"))]
mod tests;

use crate::diagnostic::{Diagnostic, Severity};
#[cfg(feature = "render")]
pub use format::{Format, Style, UnknownFormat, render};
pub use short::{line, text};

/// How many problems there are of each severity: `2 errors, 1 warning`.
pub fn summary(diagnostics: &[Diagnostic]) -> String {
    let counts: Vec<String> = [Severity::Error, Severity::Warning, Severity::Note]
        .into_iter()
        .filter_map(|severity| {
            let count = diagnostics.iter().filter(|found| found.severity == severity).count();
            let plural = if count == 1 { "" } else { "s" };
            (count > 0).then(|| format!("{count} {}{plural}", severity.name()))
        })
        .collect();
    if counts.is_empty() { "no problems".to_owned() } else { counts.join(", ") }
}
