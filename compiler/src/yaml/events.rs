//! The parser of events: the one place that knows which library it is.

use super::build::{Builder, Style};
use super::limits::MAX_DEPTH;
use super::tree::Tree;
use crate::diagnostic::Report;
use crate::rules::syntax::{sy001_not_yaml as not_yaml, sy003_too_deep as too_deep, sy008_second_document as second_document, sy013_unknown_alias as unknown_alias};
use crate::source::FileId;
use granit_parser::{Event, Options, Parser, ScalarStyle, Span, StructureStyle, Tag};
use std::ops::Range;

/// Reads all of `text`.
pub(super) fn read<'s>(file: FileId, text: &'s str, report: &mut Report) -> Tree<'s> {
    let mut builder = Builder::new(file, text, report);
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options()) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(text.len());
                let span = builder.span(at..at);
                builder.push(not_yaml::RULE.at(span, error.kind().to_string()));
                break;
            }
        };
        if matches!(event, Event::DocumentStart(..)) {
            documents += 1;
        }
        if documents > 1 {
            let span = builder.span(range(&span));
            builder.push(second_document::RULE.at(span, "a second document begins here"));
            break;
        }
        if !take(&mut builder, event, &span) {
            let span = builder.span(range(&span));
            builder.push(too_deep::RULE.at(span, "too deep"));
            break;
        }
    }
    builder.tree
}

fn options() -> Options {
    granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: MAX_DEPTH + 1,
        block_nesting_limit: MAX_DEPTH + 1,
    }
}

fn range(span: &Span) -> Range<usize> {
    span.byte_range().unwrap_or_default()
}

/// Hands an event to the builder. `false`: it lies too deep.
fn take(builder: &mut Builder<'_, '_>, event: Event<'_>, span: &Span) -> bool {
    match event {
        Event::Scalar(text, style, anchor, tag) => {
            let style = match style {
                ScalarStyle::Plain if text_tag(builder, tag.as_deref(), span) => Style::Block,
                ScalarStyle::Plain => Style::Plain,
                ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
            };
            builder.scalar(&text, style, range(span), anchor);
        }
        Event::SequenceStart(style, anchor, _) => return builder.open(false, style == StructureStyle::Flow, range(span), anchor),
        Event::MappingStart(style, anchor, _) => return builder.open(true, style == StructureStyle::Flow, range(span), anchor),
        Event::SequenceEnd | Event::MappingEnd => builder.close(range(span)),
        Event::Alias(anchor) => builder.alias(anchor, range(span)),
        Event::UnresolvedAlias(name) => {
            let at = builder.span(range(span));
            builder.push(unknown_alias::RULE.at(at, format!("no anchor `&{name}` stands before this alias")));
            builder.broken(range(span));
        }
        _ => {}
    }
    true
}

/// Whether a tag says that a scalar is a text; other tags are reported.
fn text_tag(builder: &mut Builder<'_, '_>, tag: Option<&Tag>, span: &Span) -> bool {
    match tag {
        None => false,
        Some(tag) if tag.core_suffix() == Some("str") => true,
        Some(_) => {
            let at = span.tag_span().map_or(range(span), |span| range(&span));
            builder.foreign_tag(at);
            false
        }
    }
}
