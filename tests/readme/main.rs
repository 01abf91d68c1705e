//! What README.md and docs/ show is true: skills compile, transcripts come out, Rust is built. docs/rules.md is generated, and the compiler's
//! own tests run its examples.

mod blocks;
mod console;
mod rust;

use blocks::{Kind, all};
use sayso_compiler::render::{Format, Style, render};
use sayso_compiler::{Input, Options, analyze};

#[test]
fn every_block_is_of_a_kind_that_is_tested() {
    let blocks = all();
    assert!(!blocks.is_empty(), "there are no blocks at all");
    let unknown: Vec<String> =
        blocks.iter().filter(|block| block.kind == Kind::Unknown).map(|block| format!("{block} {}", block.info)).collect();
    assert!(unknown.is_empty(), "of unknown kinds are {unknown:?}");
}

#[test]
fn skills_compile_and_nothing_is_said_of_them() {
    for block in all().iter().filter(|block| block.kind == Kind::Skill) {
        let input = Input::from_text(&block.to_string(), &block.text);
        let told =
            analyze(&input, &Options::default(), |analysis| render(Format::Full, &input.sources, &analysis.diagnostics, Style::default()));
        assert!(told.is_empty(), "{told}");
    }
}
