//! Rust as tokens. Trees of the syntax are not needed, and tokens have two advantages: they are read without recursion, however deeply a file
//! is nested, and what stands in a macro is among them.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::ops::Range;
use std::str::FromStr;

/// The tokens of a file, and where they begin in its text; `None` where the file is not Rust.
pub struct Tokens {
    stream: TokenStream,
    start: usize,
}

impl Tokens {
    /// Reads the text. A byte-order mark and a first line with `#!` are no tokens.
    pub fn of(text: &str) -> Option<Tokens> {
        let bare = text.trim_start_matches('\u{feff}');
        let has_shebang = bare.starts_with("#!") && !bare[2..].trim_start().starts_with('[');
        let bare = if has_shebang { &bare[bare.find('\n').unwrap_or(bare.len())..] } else { bare };
        let stream = TokenStream::from_str(bare).ok()?;
        Some(Tokens { stream, start: text.len() - bare.len() })
    }

    /// The tokens between the same brackets, for all brackets of the file, the outer ones first; without what is there for tests only.
    pub fn runs(&self) -> impl Iterator<Item = Vec<TokenTree>> + use<> {
        runs(self.stream.clone())
    }

    /// Where a token stands in the file's text.
    pub fn place(&self, token: &TokenTree) -> Range<usize> {
        let Range { start, end } = token.span().byte_range();
        start + self.start..end + self.start
    }
}

/// The tokens between the same brackets, as for a file.
pub fn runs(stream: TokenStream) -> impl Iterator<Item = Vec<TokenTree>> {
    let mut waiting = vec![stream];
    std::iter::from_fn(move || {
        let run = without_tests(waiting.pop()?.into_iter().collect());
        waiting.extend(run.iter().rev().filter_map(group).map(Group::stream));
        Some(run)
    })
}

/// Leaves out each item behind `#[cfg(test)]`.
fn without_tests(run: Vec<TokenTree>) -> Vec<TokenTree> {
    if !run.iter().any(is_for_tests) {
        return run;
    }
    let mut kept = Vec::with_capacity(run.len());
    let mut tokens = run.into_iter();
    while let Some(token) = tokens.next() {
        if is_for_tests(&token) {
            tokens.find(|token| is_mark(Some(token), ';') || is_braces(token));
        } else {
            kept.push(token);
        }
    }
    kept
}

/// Whether the token is the `[cfg(test)]` of an attribute.
fn is_for_tests(token: &TokenTree) -> bool {
    let Some(attribute) = group(token).filter(|group| group.delimiter() == Delimiter::Bracket) else { return false };
    let mut inside = attribute.stream().into_iter();
    let condition = (inside.next(), inside.next(), inside.next());
    let (Some(cfg), Some(TokenTree::Group(condition)), None) = condition else { return false };
    let mut words = condition.stream().into_iter();
    is_word(Some(&cfg), "cfg") && is_word(words.next().as_ref(), "test") && words.next().is_none()
}

/// The group, if the token is one.
pub fn group(token: &TokenTree) -> Option<&Group> {
    if let TokenTree::Group(group) = token { Some(group) } else { None }
}

/// Whether the token is `{ … }`.
pub fn is_braces(token: &TokenTree) -> bool {
    group(token).is_some_and(|group| group.delimiter() == Delimiter::Brace)
}

/// Whether the token is that identifier or keyword.
pub fn is_word(token: Option<&TokenTree>, word: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(ident)) if ident == word)
}

/// Whether the token is that punctuation mark.
pub fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// What a string literal stands for.
pub fn text(token: Option<&TokenTree>) -> Option<String> {
    let Some(token @ TokenTree::Literal(_)) = token else { return None };
    syn::parse2::<syn::LitStr>(token.clone().into()).ok().map(|literal| literal.value())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let runs = Tokens::of(text).expect("Rust").runs();
        runs.flatten().filter(|token| matches!(token, TokenTree::Ident(_))).map(|token| token.to_string()).collect()
    }

    #[test]
    fn what_is_for_tests_is_left_out() {
        let text = "fn a() { b!(c) } #[cfg(test)] mod d { e } #[cfg(test)] use f; #[cfg(feature)] fn g() { #[cfg(test)] h(i); j }";
        assert_eq!(words(text), ["fn", "a", "fn", "g", "b", "c", "cfg", "feature", "j"]);
    }

    #[test]
    fn places_count_from_the_beginning_of_the_file() {
        let text = "\u{feff}#!/usr/bin/env run\n// Größe\nfn größe() {}";
        let tokens = Tokens::of(text).expect("Rust");
        let run = tokens.runs().next().expect("a run");
        assert_eq!(&text[tokens.place(&run[1])], "größe");
        assert_eq!(words("#![allow(x)] fn y() {}")[..2], ["fn", "y"]);
    }

    #[test]
    fn deep_files_are_read_and_broken_ones_are_not() {
        let deep = 500_000;
        assert_eq!(Tokens::of(&format!("{}{}", "(".repeat(deep), ")".repeat(deep))).expect("Rust").runs().count(), deep + 1);
        assert!(Tokens::of("fn a( {}").is_none());
    }
}
