//! The few lines of a file that a diagnostic shows.
//!
//! miette reads a file from its start for each label, counts columns in bytes, shows no label at the end of a file and
//! fails on very long lines. So it never gets the file, only the lines around the labels, shortened and made safe for a
//! terminal, with their positions in the file.

use std::collections::BTreeMap;
use std::ops::Range;

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::cli::visible::visible;
use crate::diagnostic::Label;
use crate::source::{LineColumn, LineIndex, Span};

/// The longest line that is shown whole, in characters. Of a longer line, this much around the label is shown: longer
/// lines wrap on most screens, which moves the marks away from the text they belong to.
const LONGEST_LINE: usize = 100;

/// How much of a long line is shown before its label, in characters.
const BEFORE_LABEL: usize = 30;

/// Marks what is left out of a line.
const ELLIPSIS: &str = "…";

/// Lines around labels, and the labels in them.
#[derive(Debug)]
pub struct Excerpts {
    name: String,
    text: String,
    runs: Vec<Run>,
    labels: Vec<LabeledSpan>,
    /// The position in the file of the label that starts at this byte of `text`.
    places: BTreeMap<usize, LineColumn>,
}

/// Consecutive lines.
#[derive(Debug)]
struct Run {
    first_line: usize,
    lines: usize,
    bytes: Range<usize>,
}

impl Excerpts {
    /// Cuts the lines of `labels` and the lines next to them out of a file.
    pub fn new(name: &str, text: &str, lines: &LineIndex, labels: &[Label]) -> Self {
        let places: Vec<_> =
            labels.iter().map(|label| lines.place(text, label.span.start as usize)).collect();
        let mut excerpts = Self {
            name: name.into(),
            text: String::new(),
            runs: Vec::new(),
            labels: Vec::new(),
            places: BTreeMap::new(),
        };
        let mut windows = BTreeMap::new();
        for number in numbers_around(&places, text, lines) {
            let line = lines.line(text, number);
            let on_line = labels.iter().zip(&places).find(|(_, place)| place.line == number);
            let window = Window::new(text, line, on_line.map_or(line.start, |(label, _)| label.span.start));
            windows.insert(number, excerpts.push_line(number, text, window));
        }
        for (at, (label, place)) in labels.iter().zip(&places).enumerate() {
            if let Some(window) = windows.get(&place.line) {
                excerpts.push_label(text, label, at == 0, *place, window);
            }
        }
        excerpts
    }

    /// Returns the labels, with their offsets in the excerpts.
    pub fn labels(&self) -> &[LabeledSpan] {
        &self.labels
    }

    /// Adds a line, and returns its window with the offset of its text in the excerpts.
    fn push_line(&mut self, number: usize, text: &str, mut window: Window) -> Window {
        let start = self.text.len();
        if window.is_cut_before {
            self.text.push_str(ELLIPSIS);
        }
        window.at = self.text.len();
        self.text.push_str(&visible(text.get(window.bytes.clone()).unwrap_or_default()));
        if window.is_cut_after {
            self.text.push_str(ELLIPSIS);
        }
        self.text.push('\n');
        match self.runs.last_mut() {
            Some(run) if run.first_line + run.lines == number => {
                run.lines += 1;
                run.bytes.end = self.text.len();
            }
            _ => self.runs.push(Run { first_line: number, lines: 1, bytes: start..self.text.len() }),
        }
        window
    }

    /// Adds a label. If it covers several lines, the first is marked.
    fn push_label(&mut self, text: &str, label: &Label, is_first: bool, place: LineColumn, window: &Window) {
        let start = window.shown_at(text, label.span.start as usize);
        let end = window.shown_at(text, label.span.end as usize).max(start);
        self.places.entry(start).or_insert(place);
        let words = (!label.text.is_empty()).then(|| visible(&label.text).into_owned());
        let span = (start, end - start);
        self.labels.push(if is_first {
            LabeledSpan::new_primary_with_span(words, span)
        } else {
            LabeledSpan::new_with_span(words, span)
        });
    }
}

impl SourceCode for Excerpts {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        lines_before: usize,
        _lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        // miette would join two runs if it were given a span over both.
        let run = self.runs.iter().find(|run| run.bytes.start <= start && end <= run.bytes.end);
        let run = run.ok_or(MietteError::OutOfBounds)?;
        // If no lines around it are wanted, miette asks for the position to show above the drawing.
        let (line, column) = match self.places.get(&start) {
            Some(place) if lines_before == 0 => (place.line - 1, place.column - 1),
            _ => (run.first_line - 1, 0),
        };
        let data = self.text.as_bytes().get(run.bytes.clone()).ok_or(MietteError::OutOfBounds)?;
        let bytes = (run.bytes.start, run.bytes.len()).into();
        let name = self.name.clone();
        Ok(Box::new(MietteSpanContents::new_named(name, data, bytes, line, column, run.lines)))
    }
}

/// Returns the numbers of the lines of the places, and of the lines before and after each, in order.
fn numbers_around(places: &[LineColumn], text: &str, lines: &LineIndex) -> Vec<usize> {
    let mut numbers: Vec<_> = places
        .iter()
        .flat_map(|place| place.line.saturating_sub(1)..=place.line + 1)
        .filter(|&number| number >= 1 && number <= lines.count())
        // The empty line after the last line end is only shown if a label is on it.
        .filter(|&number| {
            lines.line(text, number).start < text.len() as u32
                || places.iter().any(|place| place.line == number)
        })
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The part of a line that is shown.
#[derive(Debug)]
struct Window {
    /// The part in the file.
    bytes: Range<usize>,
    /// The offset of the part in the excerpts.
    at: usize,
    is_cut_before: bool,
    is_cut_after: bool,
}

impl Window {
    /// Chooses the part of a line to show, so that `focus` is in it.
    fn new(text: &str, line: Span, focus: u32) -> Self {
        let Range { start, end } = line.range();
        let whole = text.get(start..end).unwrap_or_default();
        let after = |from: usize, count| {
            let rest = text.get(from..end).unwrap_or_default();
            rest.char_indices().nth(count).map(|(at, _)| from + at)
        };
        if after(start, LONGEST_LINE).is_none() {
            return Self {
                bytes: start..start + whole.len(),
                at: 0,
                is_cut_before: false,
                is_cut_after: false,
            };
        }
        let before = text.get(start..(focus as usize).clamp(start, end)).unwrap_or_default();
        let from = before.char_indices().rev().nth(BEFORE_LABEL).map_or(start, |(at, _)| start + at);
        let to = after(from, LONGEST_LINE);
        Self {
            bytes: from..to.unwrap_or(end),
            at: 0,
            is_cut_before: from > start,
            is_cut_after: to.is_some(),
        }
    }

    /// Returns the offset in the excerpts for an offset in the file; that of the ellipsis if the text is left out.
    fn shown_at(&self, text: &str, offset: usize) -> usize {
        if offset < self.bytes.start {
            return self.at - if self.is_cut_before { ELLIPSIS.len() } else { 0 };
        }
        let shown = |end| visible(text.get(self.bytes.start..end).unwrap_or_default()).len();
        if offset <= self.bytes.end {
            self.at + shown(offset)
        } else {
            self.at + shown(self.bytes.end) + if self.is_cut_after { ELLIPSIS.len() } else { 0 }
        }
    }
}
