//! The look of rustc. The only place that knows the crate which draws it.

use super::Style;
use super::clean;
use super::places::Places;
use super::short::see;
use super::trim::Room;
use super::window::{Window, whole, windows};
use crate::diagnostic::{Diagnostic, Help, Label, Patch, Severity};
use crate::source::{FileId, Span};
use annotate_snippets::renderer::{AnsiColor, DecorStyle, Effects};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Lines are cut before they are drawn, where the marks are known; the drawing has room for all that is left.
const NO_LIMIT: usize = 1 << 20;
/// The least room that a line of source gets.
const LEAST_COLUMNS: usize = 20;
/// A patch that touches more lines, or longer ones, is told and not drawn.
const PATCH_LINES: usize = 20;
const PATCH_COLUMNS: usize = 400;

pub(super) fn render(places: &Places<'_>, diagnostic: &Diagnostic, style: Style) -> String {
    let mut drawing = Drawing { places, style, headers: Vec::new() };
    let groups = drawing.groups(diagnostic);
    let drawn = renderer(style).render(&groups);
    drawing.with_headers(&drawn)
}

struct Drawing<'d, 's> {
    places: &'d Places<'s>,
    style: Style,
    /// What the snippets' headers say; the snippets are drawn with numbers in their stead.
    headers: Vec<String>,
}

impl Drawing<'_, '_> {
    fn groups<'t>(&mut self, diagnostic: &'t Diagnostic) -> Vec<Group<'t>> {
        let title = level(diagnostic.severity).primary_title(clean::line(&diagnostic.message)).id(diagnostic.code());
        let mut first = Group::with_title(title);
        for file in files(diagnostic) {
            first = first.elements(self.snippets(diagnostic, file));
        }
        for note in &diagnostic.notes {
            first = first.element(Level::NOTE.message(clean::lines(note)));
        }
        let mut patches = Vec::new();
        for help in &diagnostic.helps {
            match self.places.patch(help).filter(|patch| self.can_draw(patch)) {
                Some(patch) => patches.push(self.patch(help, patch, diagnostic.span().file)),
                None => first = first.element(Level::HELP.message(clean::lines(&help.text))),
            }
        }
        first = first.element(Level::HELP.with_name("see").message(see(diagnostic)));
        std::iter::once(first).chain(patches).collect()
    }

    /// The labels of `file`: one snippet, unless they are very far apart; the one with the primary place comes first.
    fn snippets<'t>(&mut self, diagnostic: &'t Diagnostic, file: FileId) -> Vec<Snippet<'t, annotate_snippets::Annotation<'t>>> {
        let labels: Vec<(usize, &Label)> = diagnostic.labels.iter().enumerate().filter(|(_, label)| label.span.file == file).collect();
        let ranges: Vec<_> = labels.iter().map(|(_, label)| self.places.range(label.span)).collect();
        let mut windows = windows(self.places.lines(file), &ranges, self.room(file));
        windows.sort_by_key(|window| window.marks.iter().map(|(mark, _)| *mark).min());
        windows
            .into_iter()
            .map(|window| {
                let first = window.marks.iter().map(|(mark, _)| *mark).min().unwrap_or_default();
                let header = self.header(labels[first].1.span);
                let annotations: Vec<_> = window
                    .marks
                    .iter()
                    .map(|(mark, range)| {
                        let (index, label) = labels[*mark];
                        let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                        kind.span(range.clone()).label(clean::line(&label.text))
                    })
                    .collect();
                snippet(window, header).annotations(annotations)
            })
            .collect()
    }

    fn patch<'t>(&mut self, help: &'t Help, patch: &'t Patch, primary: FileId) -> Group<'t> {
        let file = patch.span.file;
        let lines = self.places.lines(file);
        let window = whole(lines, &self.places.range(patch.span), self.room(file));
        let range = window.marks[0].1.clone();
        // The first header is the primary file's, and a patch of the same file needs no other.
        let header = if file == primary { header(0) } else { self.header(patch.span) };
        let edit = annotate_snippets::Patch::new(range, clean::lines(&patch.replacement));
        Level::HELP.secondary_title(clean::lines(&help.text)).element(snippet(window, header).patch(edit))
    }

    fn can_draw(&self, patch: &Patch) -> bool {
        let (start, end) = self.places.positions(patch.span);
        end.line - start.line < PATCH_LINES
            && patch.replacement.lines().count() <= PATCH_LINES
            && patch.replacement.lines().all(|line| line.len() <= PATCH_COLUMNS)
    }

    fn room(&self, file: FileId) -> Room {
        let gutter = self.places.lines(file).count().to_string().len() + " | ".len();
        let columns = self.style.width.saturating_sub(gutter).max(LEAST_COLUMNS);
        Room { columns, ellipsis: if self.style.unicode { "…" } else { "..." } }
    }

    /// Remembers what the next snippet's header says.
    fn header(&mut self, span: Span) -> String {
        self.headers.push(self.places.place(span));
        header(self.headers.len() - 1)
    }

    /// The drawing counts columns in the text that it is given, which is cut and escaped; here the true places go in.
    fn with_headers(&self, drawn: &str) -> String {
        let mut parts = drawn.split(HEADER);
        let mut out = parts.next().unwrap_or_default().to_owned();
        while let (Some(index), Some(rest)) = (parts.next(), parts.next()) {
            let place = index.parse().ok().and_then(|index: usize| self.headers.get(index));
            out.push_str(place.map_or("", String::as_str));
            out.push_str(rest.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
        }
        // An empty line of source leaves the space before it.
        out.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }
}

/// Stands around the number of a header: a character that escaped text cannot contain.
const HEADER: char = '\u{1}';

fn header(index: usize) -> String {
    format!("{HEADER}{index}{HEADER}")
}

fn snippet<'t, T: Clone>(window: Window, header: String) -> Snippet<'t, T> {
    // An empty last line is a line only if something stands in it.
    let last_is_empty = window.text.is_empty() || window.text.ends_with('\n');
    let text = if last_is_empty { window.text + " " } else { window.text };
    Snippet::source(text).line_start(window.first).path(header)
}

/// The files that have labels, the primary one first.
fn files(diagnostic: &Diagnostic) -> Vec<FileId> {
    let mut files = Vec::new();
    for label in &diagnostic.labels {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    files
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Note => Level::NOTE,
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    }
}

fn renderer(style: Style) -> Renderer {
    let decor = if style.unicode { DecorStyle::Unicode } else { DecorStyle::Ascii };
    let renderer = if style.color { coloured() } else { Renderer::plain() };
    renderer.term_width(NO_LIMIT).decor_style(decor)
}

/// The usual colours, the same on every system.
fn coloured() -> Renderer {
    let blue = AnsiColor::BrightBlue.on_default().effects(Effects::BOLD);
    Renderer::styled()
        .warning(AnsiColor::Yellow.on_default().effects(Effects::BOLD))
        .info(blue)
        .line_num(blue)
        .context(blue)
        .emphasis(Effects::BOLD.into())
}
