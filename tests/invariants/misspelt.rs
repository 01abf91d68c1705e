//! A misspelt key is one mistake: what it hides is not called missing as well.

use sayso_compiler::render::line;
use sayso_compiler::{Folder, Input, Options, analyze};
use sayso_tests::case::{self, Case};
use sayso_tests::disk::Disk;
use std::collections::BTreeSet;
use std::io;

/// Longer ones are lists of values.
const LONGEST: usize = 10_000;

/// What is told of a skill, each problem with its code first and without its place.
fn told(input: &Input, submit: bool) -> BTreeSet<String> {
    let options = Options { submit, ..Options::default() };
    analyze(input, &options, |analysis| {
        let said = analysis.diagnostics.iter().map(|found| line(&input.sources, found));
        said.map(|said| said.split_once("]: ").map_or(said.clone(), |(place, words)| format!("{} {words}", &place[place.len() - 5..])))
            .collect()
    })
}

/// The case's folder, with another skill.yaml.
struct Changed<'t> {
    folder: Disk,
    text: &'t str,
}

impl Folder for Changed<'_> {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        if path == "skill.yaml" { Ok(self.text.into()) } else { self.folder.read(path) }
    }

    fn list(&self, path: &str) -> io::Result<Vec<String>> {
        self.folder.list(path)
    }
}

fn read(text: &str, case: &Case) -> Input {
    Input::read(&Changed { folder: Disk(case.skill.clone()), text }, "skill.yaml").expect("the case can be read")
}

/// The text with one key at a time misspelt: its last two letters change places.
fn misspellings(text: &str) -> impl Iterator<Item = (String, String)> {
    let is_letter = |letter: char| letter.is_ascii_lowercase() || letter == '_';
    let colons = text.match_indices(':').map(|(colon, _)| colon);
    colons.filter_map(move |colon| {
        let start = text[..colon].rfind(|letter| !is_letter(letter)).map_or(0, |before| before + 1);
        let key = &text[start..colon];
        let (head, [one, other]) = key.as_bytes().split_last_chunk()?;
        let wrong = format!("{}{}{}", &key[..head.len()], *other as char, *one as char);
        let ends = text[colon + 1..].starts_with([' ', '\n']);
        (ends && one != other).then(|| (wrong.clone(), format!("{}{wrong}{}", &text[..start], &text[colon..])))
    })
}

#[test]
fn a_misspelt_key_is_told_once() {
    let (mut keys, mut wrong) = (0, Vec::new());
    for case in case::all() {
        let text = std::fs::read_to_string(case.skill.join("skill.yaml")).expect("a skill");
        if text.len() > LONGEST {
            continue;
        }
        for submit in [false, true] {
            let before = told(&read(&text, &case), submit);
            for (key, text) in misspellings(&text) {
                let after = told(&read(&text, &case), submit);
                let new: Vec<&String> = after.difference(&before).collect();
                // What the skill names itself is no key of the language.
                if new.iter().any(|problem| problem.starts_with("SY016")) {
                    keys += 1;
                    if new.len() > 1 {
                        wrong.push(format!("{}: `{key}`: {new:#?}", case.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(keys > 500, "only {keys} keys were misspelt");
}
