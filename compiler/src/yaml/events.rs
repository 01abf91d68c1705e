//! The parser of events: the one place that knows which library it is.

use super::build::{Builder, Style};
use super::draft::Aside;
use super::fault::{Fault, Trouble};
use super::limits::MAX_DEPTH;
use super::tree::Tree;
use crate::diagnostic::Report;
use crate::source::FileId;
use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, Span, StructureStyle, Tag};
use std::ops::Range;

/// A text, and the draft of it that is read in its place.
pub(super) struct Input<'s, 'd> {
    pub file: FileId,
    pub source: &'s str,
    /// Of the same length, and the same but for the parts that were set aside.
    pub draft: &'d str,
    pub asides: &'d [Aside],
}

/// Reads everything, or up to the first place where the parser cannot go on.
pub(super) fn read<'s>(input: &Input<'s, '_>) -> Result<(Tree<'s>, Report), Fault> {
    let mut builder = Builder::new(input.file, input.source, input.asides);
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(input.draft, options()) {
        let (event, span) = match event {
            Ok(event) => event,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(input.draft.len());
                return Err(builder.fault(trouble(error.kind()), at));
            }
        };
        if let Event::DocumentStart(..) = event {
            documents += 1;
        }
        if documents > 1 {
            builder.second_document(range(&span));
            break;
        }
        if !take(&mut builder, event, &span) {
            return Err(builder.fault(Trouble::Depth, range(&span).start));
        }
    }
    Ok(builder.finish())
}

fn options() -> Options {
    granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: MAX_DEPTH + 1,
        block_nesting_limit: MAX_DEPTH + 1,
    }
}

fn range(span: &Span) -> Range<usize> {
    span.byte_range().unwrap_or_default()
}

/// Hands an event to the builder. `false`: it lies too deep.
fn take(builder: &mut Builder<'_, '_>, event: Event<'_>, span: &Span) -> bool {
    let at = range(span);
    match event {
        Event::Scalar(text, style, anchor, tag) => {
            let text_tag = tag.is_some_and(|tag| checked(builder, &tag, "str", span));
            let style = match style {
                ScalarStyle::Plain if text_tag => Style::Verbatim,
                ScalarStyle::Plain => Style::Plain,
                ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
            };
            builder.scalar(&text, style, at, anchor);
        }
        Event::SequenceStart(style, anchor, tag) => {
            let _ = tag.is_none_or(|tag| checked(builder, &tag, "seq", span));
            return builder.open(false, style == StructureStyle::Flow, at, anchor);
        }
        Event::MappingStart(style, anchor, tag) => {
            let _ = tag.is_none_or(|tag| checked(builder, &tag, "map", span));
            return builder.open(true, style == StructureStyle::Flow, at, anchor);
        }
        Event::SequenceEnd | Event::MappingEnd => builder.close(at),
        Event::Anchor(anchor, _) => builder.anchor(anchor, at),
        Event::Alias(anchor) => builder.alias(anchor, at),
        Event::UnresolvedAlias(name) => builder.unknown_alias(&name, at),
        _ => {}
    }
    true
}

/// Whether a tag is the core tag that says what the value is anyway; other tags are reported.
fn checked(builder: &mut Builder<'_, '_>, tag: &Tag, expected: &str, span: &Span) -> bool {
    let known = tag.core_suffix() == Some(expected);
    if !known {
        builder.foreign_tag(span.tag_span().map_or(range(span), |span| range(&span)), range(span));
    }
    known
}

/// The parser's kinds of error, as far as they call for different words.
fn trouble(kind: &ErrorKind) -> Trouble {
    use ErrorKind as K;
    match kind {
        K::UnclosedQuotedScalar | K::InvalidQuotedScalarIndent | K::DocumentIndicatorInQuotedScalar => Trouble::Quote,
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar => Trouble::AfterQuote,
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate
        | K::InvalidUnicodeEscape => Trouble::Escape,
        K::ExpectedFlowMappingSeparator
        | K::ExpectedFlowSequenceSeparator
        | K::UnexpectedEofFlowSequence
        | K::UnexpectedEofFlowMapping
        | K::UnexpectedEofImplicitFlowMapping
        | K::UnclosedFlowCollection { .. }
        | K::InvalidColonPlacement
        | K::InvalidFlowScalarIndent
        | K::BlockEntryInFlowCollection
        | K::FlowMappingValueAdjacentCollection
        | K::PlainScalarStartsWithDashFlowIndicator => Trouble::Flow,
        K::MismatchedFlowCollectionEnd { .. } => Trouble::Mismatch,
        K::MisplacedFlowCollectionEnd => Trouble::Closer,
        K::TabNotAllowed | K::TabInBlockIndentation | K::TabInIndentation | K::TabInPlainScalar | K::TabAtBlockScalarStart => Trouble::Tab,
        K::UnexpectedCharacter { character } => Trouble::Character(*character),
        K::MissingAnchorOrAliasName | K::InvalidBlockScalarHeader | K::ZeroBlockScalarIndent => Trouble::Indicator,
        K::ExpectedBlockSequenceEntry
        | K::ExpectedBlockMappingKey
        | K::ExpectedNodeContent
        | K::InvalidIndentation
        | K::ExpectedDocumentStart => Trouble::Block,
        K::MappingValueNotAllowed | K::InvalidMappingValueWhitespace | K::MappingKeyNotAllowed => Trouble::Colon,
        K::SimpleKeyExpected | K::InvalidSimpleKey => Trouble::NoColon,
        K::BlockSequenceEntryNotAllowed | K::InvalidBlockEntryWhitespace => Trouble::Dash,
        K::CommentInterceptedScalar | K::CommentNotSeparated => Trouble::Comment,
        K::RecursionLimitExceeded => Trouble::Depth,
        K::UndeclaredTagHandle
        | K::InvalidTagTerminator
        | K::MissingTagUri
        | K::UnclosedVerbatimTag
        | K::InvalidTagEscape
        | K::InvalidGlobalTagCharacter
        | K::ExpectedTagBang => Trouble::Tag,
        other => Trouble::Other(other.to_string()),
    }
}
