//! Generated files: compared with what is there, written all together, or shown as a difference.

mod ask_resources;
mod commit;
mod diff;
mod inside;
mod leftover;
mod plan;

pub use commit::commit;
pub use diff::{difference, only_line_endings};
pub use inside::require_inside;
pub use plan::{Found, Item, Plan, require_folder};
