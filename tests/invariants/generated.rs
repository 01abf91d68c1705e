//! The generated Rust: what it names, and what leaves it as it is.

use sayso_compiler::{Input, Options, analyze, rust};
use sayso_tests::case;
use std::collections::BTreeSet;
use syn::visit::{self, Visit};

/// The crates that generated Rust may name.
const CRATES: &[&str] = &["sayso", "core", "std", "alloc"];

/// Names that every module has without a `use`, and that a module of the user's can give another meaning.
const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Err",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Result",
    "Send",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
    "alloc",
    "core",
    "drop",
    "sayso",
    "std",
];

/// The paths that depend on what else is in scope.
#[derive(Default)]
struct Loose(BTreeSet<String>);

impl<'a> Visit<'a> for Loose {
    fn visit_path(&mut self, path: &'a syn::Path) {
        let first = path.segments.first().map(|segment| segment.ident.to_string()).unwrap_or_default();
        let is_loose = match path.leading_colon {
            Some(_) => !CRATES.contains(&first.as_str()),
            None => PRELUDE.contains(&first.as_str()),
        };
        if is_loose {
            self.0.insert(first);
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, found: &'a syn::Macro) {
        // `panic!` and its like can be shadowed too.
        if found.path.leading_colon.is_none() && !found.path.is_ident("macro_rules") {
            self.0.insert(found.path.segments.last().map(|last| format!("{}!", last.ident)).unwrap_or_default());
        }
        visit::visit_macro(self, found);
    }

    fn visit_attribute(&mut self, _: &'a syn::Attribute) {}
}

fn loose(text: &str) -> BTreeSet<String> {
    let mut loose = Loose::default();
    loose.visit_file(&syn::parse_file(text).expect("Rust"));
    loose.0
}

#[test]
fn generated_rust_depends_on_nothing_in_scope() {
    for case in case::all() {
        let files = case.compile(None).expect("a skill without errors");
        let text = std::str::from_utf8(&files[case::RUST]).expect("text");
        assert_eq!(loose(text), BTreeSet::new(), "{}", case.name);
    }
}

#[test]
fn names_in_scope_are_noticed() {
    let text = "fn f() -> Option<::other::Thing> { panic!(); ::core::option::Option::Some(1); Some(2) }";
    let found: Vec<String> = loose(text).into_iter().collect();
    assert_eq!(found, ["Option", "Some", "other", "panic!"]);
}

fn module(text: &str) -> String {
    let input = Input::from_text("skill.yaml", text);
    analyze(&input, &Options::default(), |analysis| rust::module(&analysis.skill.expect("a skill without errors"), "skill.yaml"))
}

#[test]
fn comments_and_blank_lines_leave_the_rust_as_it_is() {
    for case in case::all().iter().filter(|case| !case.skill.join("locales").is_dir()) {
        let text = std::fs::read_to_string(case.skill.join("skill.yaml")).expect("a skill");
        let more =
            format!("# One more comment.\n\n{}\n# And one at the end.\n", text.replace("\nintents:", "\n\n# What it can do.\nintents:"));
        assert_eq!(module(&text), module(&more), "{}", case.name);
    }
}

#[test]
fn no_place_in_a_file_is_in_the_rust() {
    for case in case::all() {
        let files = case.compile(None).expect("a skill without errors");
        let text = std::str::from_utf8(&files[case::RUST]).expect("text");
        let places: Vec<&str> = text.lines().filter(|line| has_place(line)).collect();
        assert!(places.is_empty(), "{}: {places:?}", case.name);
    }
}

/// Whether a line has something like `skill.yaml:31`.
fn has_place(line: &str) -> bool {
    line.match_indices(".yaml:").any(|(at, found)| line[at + found.len()..].starts_with(|next: char| next.is_ascii_digit()))
}
