//! What the skill says: variations, and the arguments in them.

use super::{Lowering, rust_names};
use crate::names::value_name;
use crate::nearest::nearest;
use crate::rules::speech::{
    sp001_bad_placeholder as bad_placeholder, sp002_unknown_argument as unknown_argument, sp003_argument_type as argument_type,
};
use crate::skill::{ArgKind, Piece, SpeechArg, SpeechText, Variation};
use crate::source::{Span, Text};
use crate::syntax::{Document, List};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

pub(super) fn lower<'s>(cx: &mut Lowering<'_, 's, '_>) -> Vec<SpeechText<'s>> {
    let main = &cx.documents.main;
    let entries = main.speech.iter().flat_map(|speech| &speech.entries);
    entries.map(|entry| text(cx, entry.name, entry.value.say.as_ref())).collect()
}

fn say<'a, 's>(document: &'a Document<'s>, name: &str) -> Option<&'a List<Text<'s>>> {
    document.speech.as_ref()?.get(name)?.value.say.as_ref().filter(|list| !list.items.is_empty())
}

fn text<'s>(cx: &mut Lowering<'_, 's, '_>, name: Text<'s>, main: Option<&List<Text<'s>>>) -> SpeechText<'s> {
    let mut args = Args::default();
    // The first locale's text says which arguments there are; the others may use them in any order, or leave some out.
    for variation in main.iter().flat_map(|list| &list.items) {
        for placeholder in placeholders(*variation) {
            match placeholder {
                Ok(found) => declare(cx, &mut args, found),
                Err((span, problem)) => cx.report.push(bad_placeholder::RULE.at(span, problem)),
            }
        }
    }
    let mut locales = Vec::new();
    for locale in 0..cx.locales.len() {
        let found = cx.chains[locale].text(|document| say(document, name.value).map(Some)).flatten();
        if found.is_none() {
            cx.holes.add(format!("speech.{}", name.value), name.span, locale);
        }
        let items = found.map_or(&[][..], |list| &list.items);
        locales.push(items.iter().map(|item| variation(cx, &args, *item)).collect());
    }
    SpeechText { name, args: args.all, locales, rust: rust_names::value(name, None, cx.report) }
}

/// `{name}` or `{name: kind}`.
struct Placeholder<'s> {
    name: &'s str,
    kind: Option<ArgKind>,
    span: Span,
    /// Where it stands in its text, braces included.
    range: std::ops::Range<usize>,
}

fn placeholders<'s>(text: Text<'s>) -> Vec<Result<Placeholder<'s>, (Span, String)>> {
    let mut found = Vec::new();
    let mut unopened = false;
    let mut at = 0;
    while let Some(open) = text.value[at..].find(['{', '}']).map(|offset| at + offset) {
        let Some(close) = text.value[open..].find('}').map(|offset| open + offset) else {
            found.push(Err((text.span, format!("a `{{` without its `}}` in `{}`", text.value))));
            break;
        };
        if close == open {
            // Once is enough for the text that is told.
            if !std::mem::replace(&mut unopened, true) {
                found.push(Err((text.span, format!("a `}}` without its `{{` in `{}`", text.value))));
            }
        } else {
            found.push(placeholder(text, open..close + 1));
        }
        at = close + 1;
    }
    found
}

fn placeholder<'s>(text: Text<'s>, range: std::ops::Range<usize>) -> Result<Placeholder<'s>, (Span, String)> {
    let inner = &text.value[range.start + 1..range.end - 1];
    let (name, kind) = match inner.split_once(':') {
        None => (inner.trim(), None),
        Some((name, kind)) => (name.trim(), Some(kind.trim())),
    };
    let mut letters = name.chars();
    let starts = letters.next().is_some_and(|first| first.is_ascii_alphabetic());
    if !starts || !letters.all(|letter| letter.is_ascii_alphanumeric() || letter == '_') {
        return Err((text.span, format!("`{{{inner}}}` is not an argument: a name has letters, digits and `_`, and begins with a letter")));
    }
    let kind = match kind {
        None => None,
        Some(word) => Some(ArgKind::from_word(word).ok_or_else(|| {
            (text.span, format!("`{word}` is not a type of argument; valid are {}", crate::syntax::listed(ArgKind::WORDS)))
        })?),
    };
    Ok(Placeholder { name, kind, span: text.span, range })
}

/// The arguments of a text, and where each stands among them.
#[derive(Default)]
struct Args<'s> {
    all: Vec<SpeechArg<'s>>,
    places: HashMap<&'s str, usize>,
}

fn declare<'s>(cx: &mut Lowering<'_, 's, '_>, args: &mut Args<'s>, found: Placeholder<'s>) {
    match args.places.entry(found.name) {
        Entry::Vacant(place) => {
            place.insert(args.all.len());
            args.all.push(SpeechArg {
                name: found.name,
                kind: found.kind.unwrap_or(ArgKind::Text),
                span: found.span,
                rust: value_name(found.name),
            });
        }
        Entry::Occupied(place) => check_kind(cx, &args.all[*place.get()], &found),
    }
}

fn check_kind(cx: &mut Lowering<'_, '_, '_>, arg: &SpeechArg<'_>, found: &Placeholder<'_>) {
    if found.kind.is_some_and(|kind| kind != arg.kind) {
        let problem = argument_type::RULE.at(found.span, format!("`{{{}}}` has another type here", arg.name));
        cx.report.push(problem.also(arg.span, "first used here"));
    }
}

fn variation<'s>(cx: &mut Lowering<'_, 's, '_>, args: &Args<'s>, text: Text<'s>) -> Variation<'s> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for placeholder in placeholders(text) {
        let found = match placeholder {
            Ok(found) => found,
            Err((span, problem)) => {
                cx.report.push(bad_placeholder::RULE.at(span, problem));
                continue;
            }
        };
        if found.range.start > at {
            pieces.push(Piece::Literal(&text.value[at..found.range.start]));
        }
        at = found.range.end;
        match args.places.get(found.name) {
            Some(&index) => {
                check_kind(cx, &args.all[index], &found);
                pieces.push(Piece::Arg(index));
            }
            None => report_unknown(cx, &args.all, &found),
        }
    }
    if at < text.value.len() {
        pieces.push(Piece::Literal(&text.value[at..]));
    }
    Variation { text, ssml: text.value.trim_start().starts_with("<speak>"), pieces }
}

/// How many arguments a message lists.
const SHOWN: usize = 20;

fn report_unknown(cx: &mut Lowering<'_, '_, '_>, args: &[SpeechArg<'_>], found: &Placeholder<'_>) {
    let problem = unknown_argument::RULE.at(found.span, format!("the text in skill.yaml has no argument `{}`", found.name));
    cx.report.push(match nearest(found.name, args.iter().map(|arg| arg.name)) {
        Some(near) => problem.help(format!("a similar one is `{{{near}}}`")),
        None if args.len() > SHOWN => problem.help(format!("it has {} others", args.len())),
        None => problem.help(format!("its arguments are {}", crate::syntax::listed(&args.iter().map(|arg| arg.name).collect::<Vec<_>>()))),
    });
}

#[cfg(test)]
mod tests {
    use crate::told::told;

    #[test]
    fn stray_braces_of_one_text_are_told_once() {
        let text = format!("a {} {{name}}", "}".repeat(1_000));
        assert_eq!(told("SP001", &format!("speech: {{ a: '{text}' }}"), "").len(), 1);
        assert_eq!(told("SP002", &format!("speech: {{ a: ['{{name}}', '{text}'] }}"), ""), [""; 0]);
    }
}
