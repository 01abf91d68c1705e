//! The macro door of Sayso's compiler. It reads files, hands them to the compiler, and hands back what that says; it parses and checks
//! nothing of skill.yaml itself.
//!
//! Use these macros through the crate `sayso`.

mod crate_folder;
mod declared;
mod delegate;
mod handlers;
mod module;
mod skill;
mod stub;
mod wrong;

use proc_macro::TokenStream;

/// Compiles a `skill.yaml` into `mod skill`.
///
/// The path is relative to the folder of the crate's `Cargo.toml`. Every error of the file breaks the build with a message that begins with
/// its place, such as `skill.yaml:31:11:`. Cargo notices edits of every file that was read; a file that is *new* in `locales/` is noticed at
/// the next build that something else causes, or at once with `sayso-build` in a `build.rs`.
///
/// ```ignore
/// sayso::skill!("skill.yaml");
/// ```
#[proc_macro]
pub fn skill(path: TokenStream) -> TokenStream {
    skill::expand(path.into()).into()
}

/// Checks an `impl skill::Handlers for …` against skill.yaml, with messages that name the intent and its line. After
/// `use skill::Handlers;` it may be an `impl Handlers for …`.
///
/// ```ignore
/// #[sayso::handlers]
/// impl skill::Handlers for RideHailer {
///     // …
/// }
/// ```
#[proc_macro_attribute]
pub fn handlers(_: TokenStream, item: TokenStream) -> TokenStream {
    handlers::ask_for_declaration(item.into()).into()
}

/// The second half of [`macro@handlers`]: the declaration, then the handlers.
#[doc(hidden)]
#[proc_macro]
pub fn __handlers(input: TokenStream) -> TokenStream {
    handlers::expand(input.into()).into()
}
