//! `skill!`: text in, tokens out.

use crate::crate_folder::CrateFolder;
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use sayso_compiler::diagnostic::Severity;
use sayso_compiler::{Analysis, Input, Options, analyze, render, rust};
use syn::LitStr;

pub(crate) fn expand(path: TokenStream) -> TokenStream {
    let path: LitStr = match syn::parse2(path) {
        Ok(path) => path,
        Err(error) => {
            let expected = "expected the path of the skill's file, such as `skill!(\"skill.yaml\")`";
            return broken(error.span(), [expected]);
        }
    };
    let (folder, name) = (CrateFolder::current(), path.value());
    let input = match Input::read(&folder, &name) {
        Ok(input) => input,
        Err(error) => {
            let message =
                format!("{} cannot be read: {error}; the path is relative to the folder of Cargo.toml", folder.path(&name).display());
            return broken(path.span(), [message]);
        }
    };
    let module = analyze(&input, &Options::default(), |analysis| module(&input, analysis, &path));
    // Cargo looks at the files that are included, and so notices when one of them changes.
    let files = input.paths().map(|file| folder.path(file).to_string_lossy().into_owned());
    quote! { #module #(const _: &[u8] = ::core::include_bytes!(#files);)* }
}

fn module(input: &Input, analysis: Analysis<'_>, path: &LitStr) -> TokenStream {
    let Some(skill) = &analysis.skill else {
        let errors = analysis.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        return broken(path.span(), errors.map(|error| render::text(&input.sources, error)));
    };
    match rust::module(skill, &path.value()).parse() {
        Ok(tokens) => tokens,
        Err(error) => syn::Error::new(path.span(), format!("a bug in Sayso: the generated code is not Rust: {error}")).to_compile_error(),
    }
}

/// The messages, and nothing that follows from them: rustc says no word about paths through an import that goes round in a circle, once there
/// are errors.
fn broken<M: ToTokens>(span: Span, messages: impl IntoIterator<Item = M>) -> TokenStream {
    let messages = messages.into_iter();
    quote_spanned! { span => #(::core::compile_error!(#messages);)* #[allow(unused_imports)] pub use self::skill::skill as skill; }
}
