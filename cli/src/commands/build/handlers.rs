//! `--handlers FILE`: adds the handlers that are missing, and touches nothing else of the file.

use crate::failure::Failure;
use sayso_compiler::rust::Handler;
use std::fmt::Write;
use std::path::Path;
use syn::{File, ImplItem, Item, ItemImpl};

/// The file's text with a stub for each handler that is missing.
pub fn complete(all: &[Handler], path: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, "cannot be read", &error))?;
    let file = syn::parse_file(&text).map_err(|error| not_rust(path, &error))?;
    let Some(found) = implementation(&file.items) else {
        return Err(Failure::new(format!("`{}` has no `impl skill::Handlers for …`", path.display()))
            .help("add `#[sayso::handlers]` and an empty `impl skill::Handlers for YourSkill {}`, and run this again"));
    };
    let written = |name: &str| found.items.iter().any(|item| matches!(item, ImplItem::Fn(function) if function.sig.ident == name));
    let missing: Vec<&Handler> = all.iter().filter(|handler| !handler.provided && !written(&handler.name)).collect();
    Ok(insert(&text, &file, found, &missing))
}

fn not_rust(path: &Path, error: &syn::Error) -> Failure {
    let place = error.span().start();
    Failure::new(format!("`{}:{}:{}` is not Rust: {error}", path.display(), place.line, place.column + 1))
        .help("mend the file first: nothing was written")
}

/// The first implementation of a trait that is called `Handlers`, also inside of modules.
fn implementation(items: &[Item]) -> Option<&ItemImpl> {
    items.iter().find_map(|item| match item {
        Item::Impl(found) => {
            let (path, _) = found.trait_.as_ref()?;
            (path.segments.last()?.ident == "Handlers").then_some(found)
        }
        Item::Mod(module) => implementation(&module.content.as_ref()?.1),
        _ => None,
    })
}

/// Puts the stubs before the closing brace of the implementation.
fn insert(text: &str, file: &File, found: &ItemImpl, missing: &[&Handler]) -> String {
    if missing.is_empty() {
        return text.to_owned();
    }
    let brace = closing_brace(text, file, found);
    let line_start = text[..brace].rfind('\n').map_or(0, |newline| newline + 1);
    let alone = text[line_start..brace].trim().is_empty();
    let indent: String = text[line_start..].chars().take_while(|letter| matches!(letter, ' ' | '\t')).collect();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let at = if alone { line_start } else { brace };
    let mut stubs = stubs(found, missing, &indent, !found.items.is_empty());
    if !alone {
        stubs = format!("\n{stubs}{indent}");
    }
    format!("{}{}{}", &text[..at], stubs.replace('\n', newline), &text[at..])
}

/// Where the implementation's closing brace stands. The parser leaves out a byte-order mark and a first line with `#!`.
fn closing_brace(text: &str, file: &File, found: &ItemImpl) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let shebang = file.shebang.as_ref().map_or(0, String::len);
    found.brace_token.span.close().byte_range().start + mark + shebang
}

fn stubs(found: &ItemImpl, missing: &[&Handler], indent: &str, after_others: bool) -> String {
    let module = module_of(found);
    let mut stubs = String::new();
    for (at, handler) in missing.iter().enumerate() {
        if at > 0 || after_others {
            stubs.push('\n');
        }
        let signature = handler.signature.replace("skill::", &module);
        let about = handler.about.trim_end_matches('.');
        let _ = write!(stubs, "{indent}    {signature} {{\n{indent}        todo!({about:?})\n{indent}    }}\n");
    }
    stubs
}

/// What stands before `Handlers` in the implementation, such as `skill::`.
fn module_of(found: &ItemImpl) -> String {
    let segments = found.trait_.iter().flat_map(|(path, _)| path.segments.iter().map(|segment| segment.ident.to_string()));
    let names: Vec<String> = segments.collect();
    names[..names.len().saturating_sub(1)].iter().map(|name| format!("{name}::")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handler(name: &str) -> Handler {
        let signature = format!("async fn {name}(&self, cx: &mut sayso::Context, intent: skill::Order) -> sayso::Result<sayso::Response>");
        Handler { name: name.to_owned(), about: "The intent `Order`.".to_owned(), signature, provided: false }
    }

    fn completed(text: &str) -> String {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("main.rs");
        std::fs::write(&path, text).expect("a file");
        complete(&[handler("order"), handler("yes")], &path).expect("the file is Rust")
    }

    #[test]
    fn stubs_go_before_the_closing_brace_and_nothing_else_changes() {
        let before = "// a comment\nimpl skill::Handlers for Rides {\n    async fn yes(&self) {}\n} // the end\n\nfn main() {  }\n";
        let after = completed(before);
        assert_eq!(
            after,
            "// a comment\nimpl skill::Handlers for Rides {\n    async fn yes(&self) {}\n\n    \
             async fn order(&self, cx: &mut sayso::Context, intent: skill::Order) -> sayso::Result<sayso::Response> {\n        \
             todo!(\"The intent `Order`\")\n    }\n} // the end\n\nfn main() {  }\n"
        );
    }

    #[test]
    fn an_empty_implementation_on_one_line_opens_up() {
        let after = completed("\u{feff}#!/usr/bin/env run\nmod a {\r\n    impl crate::skill::Handlers for Größe {}\r\n}\r\n");
        assert!(
            after.contains("Größe {\r\n        async fn order(&self, cx: &mut sayso::Context, intent: crate::skill::Order)"),
            "{after}"
        );
        assert!(after.ends_with("        }\r\n    }\r\n}\r\n"), "{after}");
        syn::parse_file(&after).expect("it is Rust still");
    }

    #[test]
    fn a_file_without_handlers_says_what_to_add() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("main.rs");
        std::fs::write(&path, "fn main() {}\n").expect("a file");
        assert!(complete(&[], &path).is_err());
        std::fs::write(&path, "fn main( {}\n").expect("a file");
        assert!(complete(&[], &path).is_err());
    }
}
