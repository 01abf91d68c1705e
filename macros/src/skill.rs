//! `skill!`: text in, tokens out.

use crate::crate_folder::CrateFolder;
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use sayso_compiler::diagnostic::Severity;
use sayso_compiler::{Analysis, Input, Options, analyze, render, rust};
use syn::LitStr;

pub(crate) fn expand(path: TokenStream) -> TokenStream {
    let path: LitStr = match syn::parse2(path) {
        Ok(path) => path,
        Err(error) => {
            return syn::Error::new(error.span(), "expected the path of the skill's file, such as `skill!(\"skill.yaml\")`")
                .to_compile_error();
        }
    };
    let (folder, name) = (CrateFolder::current(), path.value());
    let input = match Input::read(&folder, &name) {
        Ok(input) => input,
        Err(error) => {
            let message =
                format!("{} cannot be read: {error}; the path is relative to the folder of Cargo.toml", folder.path(&name).display());
            return syn::Error::new(path.span(), message).to_compile_error();
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
        let messages = errors.map(|error| render::text(&input.sources, error));
        return quote_spanned! { path.span() => #(::core::compile_error!(#messages);)* };
    };
    match rust::module(skill, &path.value()).parse() {
        Ok(tokens) => tokens,
        Err(error) => syn::Error::new(path.span(), format!("a bug in Sayso: the generated code is not Rust: {error}")).to_compile_error(),
    }
}
