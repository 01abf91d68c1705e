//! Rust files as code: without comments, texts, and what only tests see.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use std::path::{Path, PathBuf};
use syn::{Attribute, Item, UseTree};

/// The code of a file, for looking names up in it.
#[derive(Debug)]
pub struct Code {
    /// The file.
    pub path: PathBuf,
    /// Its code: names and punctuation without blanks, `use` spelled out.
    pub text: String,
}

/// The code of the crate whose sources are in `folder`.
///
/// # Panics
///
/// When a file cannot be read, or is not Rust.
pub fn of(folder: &Path) -> Vec<Code> {
    let mut found = Vec::new();
    for root in ["lib.rs", "main.rs"] {
        let path = folder.join(root);
        if path.is_file() {
            read(&path, folder, &mut found);
        }
    }
    found
}

/// Reads a file, and the files of its modules, which are in `below`.
fn read(path: &Path, below: &Path, found: &mut Vec<Code>) {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut text = String::new();
    items(&file.items, below, &mut text, found);
    found.push(Code { path: path.to_owned(), text });
}

fn items(items: &[Item], below: &Path, text: &mut String, found: &mut Vec<Code>) {
    for item in items.iter().filter(|item| !attributes(item).iter().any(is_for_tests)) {
        match item {
            Item::Use(item) => spell_out(&item.tree, String::new(), text),
            Item::Mod(module) => match &module.content {
                Some((_, inner)) => self::items(inner, &below.join(module.ident.to_string()), text, found),
                None => module_file(&module.ident.to_string(), below, found),
            },
            item => code(item.to_token_stream(), text),
        }
    }
}

fn module_file(name: &str, below: &Path, found: &mut Vec<Code>) {
    let folder = below.join(name);
    let file = folder.with_extension("rs");
    let path = if file.is_file() { file } else { folder.join("mod.rs") };
    read(&path, &folder, found);
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Mod(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[cfg(test)]`, or `#[cfg(all(test, …))]`.
fn is_for_tests(attribute: &Attribute) -> bool {
    let tokens = attribute.meta.to_token_stream().to_string().replace(' ', "");
    tokens.starts_with("cfg(test") || tokens.starts_with("cfg(all(test")
}

/// `use a::{b, c::d};` as `a::b;a::c::d;`.
fn spell_out(tree: &UseTree, prefix: String, text: &mut String) {
    match tree {
        UseTree::Path(path) => spell_out(&path.tree, format!("{prefix}{}::", path.ident), text),
        UseTree::Group(group) => group.items.iter().for_each(|tree| spell_out(tree, prefix.clone(), text)),
        UseTree::Name(name) => text.push_str(&format!("{prefix}{};", name.ident)),
        UseTree::Rename(name) => text.push_str(&format!("{prefix}{};", name.ident)),
        UseTree::Glob(_) => text.push_str(&format!("{prefix}*;")),
    }
}

/// Names and punctuation, without the texts of comments and literals.
fn code(tokens: TokenStream, text: &mut String) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '#' && tokens.peek().is_some_and(is_doc) => {
                tokens.next();
            }
            TokenTree::Punct(punct) => text.push(punct.as_char()),
            TokenTree::Ident(ident) => {
                if text.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
                    text.push(' ');
                }
                text.push_str(&ident.to_string());
            }
            TokenTree::Literal(_) => text.push_str(" _ "),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                code(group.stream(), text);
                text.push_str(close);
            }
        }
    }
}

fn is_doc(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    group.stream().into_iter().next().is_some_and(|first| first.to_string() == "doc")
}
