//! What one Rust file says of skills.

use super::tokens::{Tokens, group, is_braces, is_mark, is_word, runs, text};
use proc_macro2::TokenTree;
use sayso_compiler::rust::HEADER;
use std::collections::BTreeSet;
use std::ops::Range;

/// A file has to have one of these to say anything of a skill.
const SIGNS: &[&str] = &["skill", "Handlers", "speech", "sayso"];

/// What one Rust file says of skills.
#[derive(Debug, Default)]
pub struct Facts {
    /// The paths in `skill!("…")`.
    pub skills: Vec<String>,
    /// Where `Handlers` stands in the first `impl skill::Handlers for …`.
    pub implementation: Option<Range<usize>>,
    /// The methods of all of these implementations, and where their names stand.
    pub handlers: Vec<(String, Range<usize>)>,
    /// The names behind `speech::`.
    pub said: BTreeSet<String>,
    /// Whether names come from `speech` in a way that does not tell which: with `*`, under another name, or out of a macro.
    pub says_any: bool,
    /// The path of the skill's file, where the file is the Rust that was generated for it.
    pub generated: Option<String>,
}

impl Facts {
    /// Reads the file; `None` where it is not Rust.
    pub fn of(file: &str) -> Option<Facts> {
        let mut facts = Facts::default();
        if !SIGNS.iter().any(|sign| file.contains(sign)) {
            return Some(facts);
        }
        let tokens = Tokens::of(file)?;
        if file.starts_with(HEADER) {
            facts.generated = tokens.runs().find_map(|run| behind(&run, |at| is_word(run.get(at), "file")));
            return Some(facts);
        }
        for run in tokens.runs() {
            for at in 0..run.len() {
                facts.look_at(&tokens, &run, at);
            }
        }
        Some(facts)
    }

    fn look_at(&mut self, tokens: &Tokens, run: &[TokenTree], at: usize) {
        let TokenTree::Ident(word) = &run[at] else { return };
        if word == "speech" {
            self.hear(&run[at + 1..]);
        } else if word == "skill" && is_mark(run.get(at + 1), '!') {
            let path = run.get(at + 2).and_then(group).and_then(|group| text(group.stream().into_iter().next().as_ref()));
            self.skills.extend(path);
        } else if word == "Handlers" && is_word(run.get(at + 1), "for") {
            let Some(body) = run[at..].iter().find(|token| is_braces(token)).and_then(group) else { return };
            self.implementation.get_or_insert_with(|| tokens.place(&run[at]));
            let body = runs(body.stream()).next().unwrap_or_default();
            let names = body.windows(2).filter(|pair| is_word(pair.first(), "fn"));
            self.handlers.extend(names.map(|pair| (pair[1].to_string(), tokens.place(&pair[1]))));
        }
    }

    /// What follows the word `speech`.
    fn hear(&mut self, rest: &[TokenTree]) {
        if is_word(rest.first(), "as") {
            self.says_any = true;
        }
        if !is_mark(rest.first(), ':') || !is_mark(rest.get(1), ':') {
            return;
        }
        match rest.get(2) {
            Some(TokenTree::Ident(name)) => _ = self.said.insert(name.to_string()),
            Some(token @ TokenTree::Group(names)) if is_braces(token) => {
                for token in runs(names.stream()).flatten() {
                    self.says_any |= is_mark(Some(&token), '*');
                    self.said.insert(token.to_string());
                }
            }
            _ => self.says_any = true,
        }
    }
}

/// All identifiers of the file; `None` where it is not Rust.
pub fn words(file: &str) -> Option<BTreeSet<String>> {
    let tokens = Tokens::of(file)?.runs().flatten();
    Some(tokens.filter(|token| matches!(token, TokenTree::Ident(_))).map(|token| token.to_string()).collect())
}

/// All texts of the file, where it names that crate.
pub fn texts(file: &str, name: &str) -> Option<Vec<String>> {
    let all: Vec<TokenTree> = Tokens::of(file)?.runs().flatten().collect();
    let names = all.iter().any(|token| is_word(Some(token), name));
    names.then(|| all.iter().filter_map(|token| text(Some(token))).collect())
}

/// The text behind the first place that fits.
fn behind(run: &[TokenTree], fits: impl Fn(usize) -> bool) -> Option<String> {
    (0..run.len()).filter(|at| fits(*at)).find_map(|at| text(run.get(at + 1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> (Vec<String>, bool) {
        let facts = Facts::of(text).expect("Rust");
        (facts.said.into_iter().collect(), facts.says_any)
    }

    #[test]
    fn texts_are_said_in_many_ways() {
        let named = |names: &[&str]| (names.iter().map(|name| (*name).to_owned()).collect(), false);
        assert_eq!(said("fn f() { ask(crate::skill::speech::welcome()) }"), named(&["welcome"]));
        assert_eq!(said("use skill::speech; fn f() { log!(a, [speech::r#type]) }"), named(&["r#type"]));
        assert_eq!(said("use skill::{Handlers, speech::welcome};"), named(&["welcome"]));
        assert_eq!(said("// speech::gone\nfn f() { \"speech::gone\" }"), named(&[]));
        assert_eq!(said("use skill::speech::{a, b as c};").0, [",", "a", "as", "b", "c"]);
        for any in ["use skill::speech::*;", "use skill::speech as say;", "macro_rules! say { ($t:ident) => { speech::$t() } }"] {
            assert!(said(any).1, "{any}");
        }
    }

    #[test]
    fn skills_are_named_by_texts() {
        let skills = |text: &str| Facts::of(text).expect("Rust").skills;
        assert_eq!(skills("mod a { sayso::skill!(\"a.yaml\"); } use sayso::skill; skill!(r#\"b.yaml\"#);"), ["b.yaml", "a.yaml"]);
        assert_eq!(skills("macro_rules! skill { () => {} } skill!(); skill! { 1 }"), [""; 0]);
    }

    #[test]
    fn handlers_are_the_methods_of_the_implementation_alone() {
        let text = "impl<T: Send> skill::Handlers for A<T> where T: Sync { async fn launch() { fn inner() {} } fn r#yes() {} }
            impl B { fn help() {} } trait Handlers { fn no(); } #[cfg(test)] impl skill::Handlers for Fake { fn stop() {} }";
        let facts = Facts::of(text).expect("Rust");
        let names: Vec<&str> =
            facts.handlers.iter().map(|(name, place)| (&text[place.clone()] == name).then_some(&**name).expect("its place")).collect();
        assert_eq!(names, ["launch", "r#yes"]);
        assert_eq!(facts.implementation.map(|place| &text[place]), Some("Handlers"));
    }
}
