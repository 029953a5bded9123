//! A workout whose blanks are filled: a text of its own, with a way back to what was written.

use std::sync::Arc;

use super::program::Values;
use crate::source::{Place, Span};

/// What a filled workout was made of.
#[derive(Debug)]
pub struct Filling {
    /// The workout with blanks: its file, and its statement there.
    pub template: Place,
    /// The `do` that asked for it first.
    pub done: Place,
    /// What its sessions are called, if the workout says nothing else.
    pub title: String,
    /// What its blanks are filled with.
    pub values: Arc<Values>,
    /// The parts of its text, in order.
    pub pieces: Vec<Piece>,
    /// Where something else might be done if no `do` asks for it: the workout is only checked, and what is said of these
    /// places of the template is not meant.
    pub unsaid: Option<Vec<Span>>,
}

/// A part of a filled workout's text.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Where it is in the text.
    pub at: Span,
    /// Where it comes from.
    pub from: Origin,
}

/// Where a part of a filled workout's text comes from.
#[derive(Debug, Clone, Copy)]
pub enum Origin {
    /// The template's own text, from this byte on.
    Text(u32),
    /// A value.
    Value {
        /// Where the value is written.
        place: Place,
        /// Where the template has its blank.
        used: Span,
    },
}

/// The place that a part of a filled text comes from.
#[derive(Debug, Clone, Copy)]
pub struct From {
    /// Where it is written: in the template, or where the value is.
    pub place: Place,
    /// Where the template has the blank, if it is a value.
    pub used: Option<Span>,
    /// Whether the words are the same, one by one.
    pub is_exact: bool,
}

impl Filling {
    /// Returns where a place of its text comes from.
    pub fn origin(&self, span: Span) -> From {
        let of_template =
            |span, is_exact| From { place: Place::new(self.template.file, span), used: None, is_exact };
        let (first, last) = (self.piece_at(span.start), self.piece_at(span.end.max(span.start + 1) - 1));
        let (Some(first), Some(last)) = (first, last) else { return of_template(self.template.span, false) };
        if first.at == last.at
            && let Origin::Value { place, used } = first.from
        {
            let is_exact = first.at.len() == place.span.len();
            let start = place.span.start + (span.start - first.at.start);
            let inside = Span { start, end: start + (span.end - span.start) };
            let span = if is_exact { inside } else { place.span };
            return From { place: Place { span, ..place }, used: Some(used), is_exact };
        }
        let start = match first.from {
            Origin::Text(from) => from + (span.start - first.at.start),
            Origin::Value { used, .. } => used.start,
        };
        let end = match last.from {
            Origin::Text(from) => from + (span.end - last.at.start),
            Origin::Value { used, .. } => used.end,
        };
        let is_exact = first.at == last.at;
        of_template(Span { start, end: end.max(start) }, is_exact)
    }

    fn piece_at(&self, at: u32) -> Option<&Piece> {
        let number = self.pieces.partition_point(|piece| piece.at.end <= at);
        self.pieces.get(number).or_else(|| self.pieces.last())
    }
}
