//! Single requests, through `App::handle` alone.

#[path = "../blame/mod.rs"]
mod blame;
#[path = "../by_hand/mod.rs"]
mod by_hand;
#[path = "../log/mod.rs"]
mod log;

mod consent;
mod device;
mod dialog;
mod errors;
mod gate;
mod late;
mod leaks;
mod limits;
mod locales;
mod operations;
mod other;
mod random;
mod resumed;
mod slots;
mod small;
mod support;
mod zoo;
