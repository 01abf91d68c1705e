//! JSON with places, and what is not quite JSON.

use crate::diagnostic::{Report, Severity};
use crate::rules::packages::{pk001_not_json as not_json, pk002_duplicate_json_key as duplicate_key, pk003_json_number as number_range};
use crate::source::{FileId, Span};
pub(crate) use jsonc_parser::ast::Value;
use jsonc_parser::ast::{Object, ObjectProp, ObjectPropName, StringLit};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{ParseOptions, parse_to_ast};
use std::collections::HashMap;

/// Parses `text`. `None`: it is no JSON, which has been reported. With `lenient`, comments and misplaced commas only warn.
pub(crate) fn parse<'t>(file: FileId, text: &'t str, lenient: bool, report: &mut Report) -> Option<Value<'t>> {
    let value = match read(text, STRICT) {
        Ok(value) => value,
        Err(error) => {
            let tolerated = lenient.then(|| read(text, LENIENT).ok()).flatten();
            report_syntax(file, text, &error, tolerated.is_some(), report);
            tolerated?
        }
    };
    let Some(value) = value else {
        report.push(not_json::RULE.at(Span::new(file, 0, 0), "the file is empty").help("a JSON document is expected here"));
        return None;
    };
    let mut check = Check { file, text, lenient, report, sound: true };
    check.value(&value);
    check.sound.then_some(value)
}

/// What `text` holds, where nobody is told of its mistakes.
pub(super) fn glance(text: &str) -> Option<Value<'_>> {
    read(text, LENIENT).ok().flatten()
}

pub(crate) fn text<'t>(value: &'t Value<'t>) -> Option<&'t str> {
    match value {
        Value::StringLit(text) => Some(&text.value),
        _ => None,
    }
}

pub(crate) fn truth(value: &Value<'_>) -> Option<bool> {
    match value {
        Value::BooleanLit(truth) => Some(truth.value),
        _ => None,
    }
}

pub(crate) fn int(value: &Value<'_>) -> Option<i64> {
    match value {
        Value::NumberLit(number) => number.value.parse().ok(),
        _ => None,
    }
}

pub(crate) fn list<'t>(value: &'t Value<'t>) -> Option<&'t [Value<'t>]> {
    match value {
        Value::Array(array) => Some(&array.elements),
        _ => None,
    }
}

pub(crate) fn texts<'t>(value: &'t Value<'t>) -> Option<Vec<&'t str>> {
    list(value)?.iter().map(text).collect()
}

/// The place of a value.
pub(crate) fn span(file: FileId, ranged: &impl Ranged) -> Span {
    Span::new(file, ranged.range().start, ranged.range().end)
}

const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

const LENIENT: ParseOptions = ParseOptions { allow_comments: true, allow_trailing_commas: true, allow_missing_commas: true, ..STRICT };

fn read<'t>(text: &'t str, options: ParseOptions) -> Result<Option<Value<'t>>, ParseError> {
    parse_to_ast(text, &Default::default(), &options).map(|parsed| parsed.value)
}

fn report_syntax(file: FileId, text: &str, error: &ParseError, tolerated: bool, report: &mut Report) {
    let range = error.range();
    let start = range.start.min(text.len());
    let problem = |place: Span, what: &str| not_json::RULE.at(place, format!("this is not JSON: {what}"));
    let unclosed = |what: &str| {
        let opened = Span::new(file, start, (start + 1).min(text.len()));
        problem(Span::new(file, text.len(), text.len()), what).also(opened, "which begins here")
    };
    let mut problem = match error.kind() {
        ParseErrorKind::UnterminatedObject => unclosed("the file ends within an object"),
        ParseErrorKind::UnterminatedArray => unclosed("the file ends within a list"),
        other => problem(Span::new(file, start, range.end.clamp(start, text.len())), &in_a_sentence(&other.to_string())),
    };
    if tolerated {
        problem.severity = Severity::Warning;
        problem = problem.note("with `--lenient`, comments and commas that are missing or too many are read all the same");
    } else {
        problem = problem.help("mend the file; Amazon does not take it either");
    }
    report.push(problem);
}

fn in_a_sentence(said: &str) -> String {
    let mut letters = said.trim_end_matches('.').chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// What the parser lets through.
struct Check<'t, 'r> {
    file: FileId,
    text: &'t str,
    lenient: bool,
    report: &'r mut Report,
    sound: bool,
}

impl Check<'_, '_> {
    fn value(&mut self, value: &Value<'_>) {
        match value {
            Value::Object(object) => self.object(object),
            Value::Array(array) => array.elements.iter().for_each(|item| self.value(item)),
            Value::StringLit(text) => self.text(text),
            Value::NumberLit(number) if !number.value.parse::<f64>().is_ok_and(f64::is_finite) => {
                self.sound = false;
                self.report.push(number_range::RULE.at(span(self.file, number), format!("no number is as large as `{}`", number.value)));
            }
            Value::NumberLit(_) | Value::BooleanLit(_) | Value::NullKeyword(_) => {}
        }
    }

    fn object(&mut self, object: &Object<'_>) {
        for (first, second) in twice(&object.properties) {
            let place = span(self.file, second);
            let mut problem = duplicate_key::RULE.at(place, format!("the key `{}` stands twice", second.as_str()));
            if self.lenient {
                problem.severity = Severity::Warning;
            }
            let first = span(self.file, first);
            self.report.push(problem.also(first, "first here").note("whoever reads the file takes one of them; here it is the last"));
        }
        object.properties.iter().for_each(|property| self.value(&property.value));
    }

    /// The parser lets line breaks and tabs stand in texts as they are; JSON does not.
    fn text(&mut self, text: &StringLit<'_>) {
        let written = &self.text[text.range.start..text.range.end];
        if let Some(at) = written.bytes().position(|byte| byte < 0x20) {
            let start = text.range.start + at;
            let mut problem = not_json::RULE.at(Span::new(self.file, start, start + 1), "this is not JSON: a control character in a text");
            if self.lenient {
                problem.severity = Severity::Warning;
            }
            self.report.push(problem.help("write `\\n` for a line break and `\\t` for a tab"));
        }
    }
}

/// An object with so few keys is looked through as it is.
const FEW: usize = 16;

/// The keys that stand among the entries before, each with the one before it.
pub(super) fn twice<'k, 't>(entries: &'k [ObjectProp<'t>]) -> Vec<(&'k ObjectPropName<'t>, &'k ObjectPropName<'t>)> {
    let key = |at: usize| &entries[at].name;
    if entries.len() <= FEW {
        let before = |at: usize| (0..at).rev().map(key).find(|before| before.as_str() == key(at).as_str());
        return (1..entries.len()).filter_map(|at| Some((before(at)?, key(at)))).collect();
    }
    let mut seen: HashMap<&str, &ObjectPropName<'_>> = HashMap::with_capacity(entries.len());
    (0..entries.len()).map(key).filter_map(|key| Some((seen.insert(key.as_str(), key)?, key))).collect()
}
