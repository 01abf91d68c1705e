//! Generated files: compared with what is there, written all together, or shown as a difference.

mod commit;
mod diff;
mod leftover;
mod plan;

pub use commit::commit;
pub use diff::{difference, only_line_endings};
pub use plan::{Found, Item, Plan};
