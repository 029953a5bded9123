//! A text without some of its lines, and where the others are in all of it.

use std::ops::Range;

use super::outline::Part;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// Pieces of a text, which are whole lines.
#[derive(Debug)]
pub(super) struct Shortened<'t> {
    text: &'t str,
    /// Apart from each other, in order.
    pieces: Vec<Piece>,
}

#[derive(Debug)]
struct Piece {
    /// Where it is in all of the text.
    place: Range<usize>,
    /// Where it begins in what is left of it.
    start: usize,
}

impl<'t> Shortened<'t> {
    /// Leaves only these pieces of a text, which are in order.
    pub fn of(text: &'t str, ranges: impl Iterator<Item = Range<usize>>) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut start = 0;
        for place in ranges {
            let length = place.len();
            match pieces.last_mut() {
                Some(last) if last.place.end == place.start => last.place.end = place.end,
                Some(_) | None => pieces.push(Piece { place, start }),
            }
            start += length;
        }
        Self { text, pieces }
    }

    /// Returns how many bytes are left.
    pub fn len(&self) -> usize {
        self.pieces.iter().map(|piece| piece.place.len()).sum()
    }

    /// Returns what is left.
    pub fn text(&self) -> String {
        self.pieces.iter().map(|piece| &self.text[piece.place.clone()]).collect()
    }

    /// Moves what is said of what is left to where it is in all of the text. None where it is about something that was left
    /// out, or may be: a place that goes from one piece to another or lies between two, or one in what is shared, which
    /// others may need that were left out.
    pub fn moved(&self, mut diagnostics: Vec<Diagnostic>, parts: &[Part]) -> Option<Vec<Diagnostic>> {
        for one in diagnostics.iter_mut().filter(|one| one.file == FileId::default()) {
            for place in one.places_mut() {
                *place = self.span(*place, parts)?;
            }
        }
        Some(diagnostics)
    }

    fn span(&self, span: Span, parts: &[Part]) -> Option<Span> {
        let (start, end) = (span.range().start, span.range().end);
        let number = self.pieces.partition_point(|piece| piece.start <= start).checked_sub(1)?;
        let piece = &self.pieces[number];
        let is_last = number + 1 == self.pieces.len();
        let is_inside = (number == 0 || start > piece.start)
            && (end < piece.start + piece.place.len() || is_last && end <= piece.start + piece.place.len());
        let moved = |at: usize| at - piece.start + piece.place.start;
        let part = parts.partition_point(|part| part.range().end <= moved(start));
        let is_shared = matches!(parts.get(part), Some(Part::Shared(_)));
        (is_inside && !is_shared).then(|| Span::new(moved(start), moved(end)))
    }
}
