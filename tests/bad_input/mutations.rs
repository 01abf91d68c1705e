//! Skills of the corpus, damaged at random.

use crate::support::errors;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use sayso_tests::case;
use std::sync::LazyLock;

/// The texts of the corpus; the largest say nothing more, and take long.
pub static TEXTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let texts = case::all().into_iter().map(|case| std::fs::read_to_string(case.skill.join("skill.yaml")).expect("a skill"));
    texts.filter(|text| text.len() < 10_000).collect()
});

/// One way to damage a text.
#[derive(Clone, Debug)]
pub enum Damage {
    DeleteLine(usize),
    DuplicateLine(usize, usize),
    SwapLines(usize, usize),
    SwapValues(usize, usize),
    Indent(usize, usize),
    Replace(usize, &'static str),
    Insert(usize, char),
    Truncate(usize),
}

/// What stands in skill files in one place, and is wrong in another.
const VALUES: &[&str] = &[
    "",
    "null",
    "~",
    "[]",
    "{}",
    "[a, b]",
    "{a: b}",
    "required",
    "1",
    "-1",
    "99999999999999999999",
    "true",
    "*all",
    "&all x",
    "|",
    ">-",
    "'",
    "\"",
    "{slot}",
    "(a|b",
    "[c",
    "<speak>",
    "AMAZON.City",
    "en-US",
    "omit",
    "https://",
    "arn:aws:lambda",
    "env:",
    "\u{0}",
    "\u{feff}",
    "é",
    "a: b: c",
    "- -",
];

impl Damage {
    fn of(&self, text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let count = lines.len().max(1);
        if lines.is_empty() {
            lines.push(String::new());
        }
        match *self {
            Damage::DeleteLine(at) => {
                lines.remove(at % count);
            }
            Damage::DuplicateLine(from, to) => lines.insert(to % count, lines[from % count].clone()),
            Damage::SwapLines(one, other) => lines.swap(one % count, other % count),
            Damage::SwapValues(one, other) => swap_values(&mut lines, one % count, other % count),
            Damage::Indent(at, by) => lines[at % count].insert_str(0, &" ".repeat(by % 9)),
            Damage::Replace(at, value) => replace_value(&mut lines[at % count], value),
            Damage::Insert(at, letter) => return inserted(text, at, letter),
            Damage::Truncate(at) => return text.chars().take(at % text.chars().count().max(1)).collect(),
        }
        lines.join("\n") + "\n"
    }
}

fn value(line: &str) -> Option<(usize, &str)> {
    let at = line.find(": ")? + 2;
    Some((at, &line[at..]))
}

fn swap_values(lines: &mut [String], one: usize, other: usize) {
    let of = |line: &String| value(line).map(|(_, value)| value.to_owned());
    if let (Some(first), Some(second)) = (of(&lines[one]), of(&lines[other])) {
        replace_value(&mut lines[one], &second);
        replace_value(&mut lines[other], &first);
    }
}

fn replace_value(line: &mut String, with: &str) {
    let at = value(line).map_or(line.len(), |(at, _)| at);
    line.replace_range(at.., with);
}

fn inserted(text: &str, at: usize, letter: char) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.insert(at % (letters.len() + 1), letter);
    letters.into_iter().collect()
}

fn damage() -> impl Strategy<Value = Damage> {
    let line = || 0..1000usize;
    prop_oneof![
        line().prop_map(Damage::DeleteLine),
        (line(), line()).prop_map(|(from, to)| Damage::DuplicateLine(from, to)),
        (line(), line()).prop_map(|(one, other)| Damage::SwapLines(one, other)),
        (line(), line()).prop_map(|(one, other)| Damage::SwapValues(one, other)),
        (line(), line()).prop_map(|(at, by)| Damage::Indent(at, by)),
        (line(), prop::sample::select(VALUES)).prop_map(|(at, value)| Damage::Replace(at, value)),
        (
            0..100_000usize,
            prop_oneof![any::<char>(), prop::sample::select(&[':', '-', '{', '}', '[', ']', '"', '\'', '#', '\t', '&', '*', '!'][..])]
        )
            .prop_map(|(at, letter)| Damage::Insert(at, letter)),
        (0..100_000usize).prop_map(Damage::Truncate),
    ]
}

/// A text of the corpus with some damage.
pub fn damaged() -> impl Strategy<Value = String> {
    let text = (0..TEXTS.len()).prop_map(|at| TEXTS[at].clone());
    (text, prop::collection::vec(damage(), 1..5)).prop_map(|(text, damages)| damages.iter().fold(text, |text, damage| damage.of(&text)))
}

/// As many cases as take some seconds, and no files of failures beside the sources of others.
pub fn config(cases: u32) -> ProptestConfig {
    let persistence = FileFailurePersistence::WithSource("failed");
    ProptestConfig { cases, failure_persistence: Some(Box::new(persistence)), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn a_damaged_skill_never_panics_and_its_errors_have_places(text in damaged()) {
        errors(text.as_bytes());
    }

    #[test]
    fn any_text_never_panics(text in "\\PC{0,200}") {
        errors(text.as_bytes());
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        errors(&bytes);
    }
}
