//! `--handlers FILE`: adds the handlers that are missing, and touches nothing else of the file.

use crate::failure::Failure;
use sayso_compiler::rust::Handler;
use std::path::Path;
use syn::{File, ImplItem, Item, ItemImpl, UseTree};

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
    let mut stubs = stubs(&module_of(file, found), missing, &indent, !found.items.is_empty());
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

fn stubs(module: &str, missing: &[&Handler], indent: &str, after_others: bool) -> String {
    let mut stubs = String::new();
    for (at, handler) in missing.iter().enumerate() {
        if at > 0 || after_others {
            stubs.push('\n');
        }
        handler.stub(module).lines().for_each(|line| stubs.push_str(&format!("{indent}    {line}\n")));
    }
    stubs
}

/// What stands before `Handlers` in the implementation, such as `skill::`, or in the import where it is imported.
fn module_of(file: &File, found: &ItemImpl) -> String {
    let segments = found.trait_.iter().flat_map(|(path, _)| path.segments.iter().map(|segment| segment.ident.to_string()));
    let names: Vec<String> = segments.collect();
    let written = names[..names.len().saturating_sub(1)].iter().map(|name| format!("{name}::")).collect::<String>();
    if written.is_empty() { imported(&file.items).unwrap_or_else(|| "skill::".to_owned()) } else { written }
}
/// Where `Handlers` is imported from, also inside of modules.
fn imported(items: &[Item]) -> Option<String> {
    items.iter().find_map(|item| match item {
        Item::Use(found) => {
            let root = if found.leading_colon.is_some() { "::" } else { "" };
            Some(format!("{root}{}", before_handlers(&found.tree)?))
        }
        Item::Mod(module) => imported(&module.content.as_ref()?.1),
        _ => None,
    })
}

/// What stands before `Handlers` in an import.
fn before_handlers(tree: &UseTree) -> Option<String> {
    match tree {
        UseTree::Name(name) => (name.ident == "Handlers").then(String::new),
        UseTree::Path(path) => before_handlers(&path.tree).map(|rest| format!("{}::{rest}", path.ident)),
        UseTree::Group(group) => group.items.iter().find_map(before_handlers),
        UseTree::Rename(_) | UseTree::Glob(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn handler(name: &str) -> Handler {
        let signature =
            format!("async fn {name}(&self, _cx: &mut sayso::Context, _intent: skill::Order) -> sayso::Result<sayso::Response>");
        Handler { name: name.to_owned(), about: "the intent `Order`".to_owned(), signature, provided: false }
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
             async fn order(&self, _cx: &mut sayso::Context, _intent: skill::Order) -> sayso::Result<sayso::Response> {\n        \
             todo!(\"answer the intent `Order`\")\n    }\n} // the end\n\nfn main() {  }\n"
        );
    }

    #[test]
    fn an_empty_implementation_on_one_line_opens_up() {
        let after = completed("\u{feff}#!/usr/bin/env run\nmod a {\r\n    impl crate::skill::Handlers for Größe {}\r\n}\r\n");
        assert!(
            after.contains("Größe {\r\n        async fn order(&self, _cx: &mut sayso::Context, _intent: crate::skill::Order)"),
            "{after}"
        );
        assert!(after.ends_with("        }\r\n    }\r\n}\r\n"), "{after}");
        syn::parse_file(&after).expect("it is Rust still");
    }

    #[test]
    fn stubs_name_the_module_that_the_trait_is_imported_from() {
        for (import, module) in [
            ("use crate::skill::{self, Handlers};", "crate::skill::"),
            ("use {skill::Handlers, sayso::Context};", "skill::"),
            ("use ::rides::skill::Handlers;", "::rides::skill::"),
            ("use skill::*;", "skill::"),
        ] {
            let after = completed(&format!("mod a {{\n{import}\nimpl Handlers for Rides {{}}\n}}\n"));
            assert!(after.contains(&format!("_intent: {module}Order)")), "{after}");
        }
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
