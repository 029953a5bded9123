//! What is wrong in a `wodc.toml`, with the place in it.

use std::ops::Range;

use miette::Severity;

use crate::cli::outcome::Trouble;
use crate::cli::report::{Drawing, Excerpts};
use crate::cli::visible::visible;
use crate::diagnostic::{Label, beginning};
use crate::emit::written::capitalised;
use crate::source::{LineIndex, Span};

/// The longest sentence that is shown whole, in characters: more than any of ours, so that only what is quoted from a
/// file can make it longer.
const LONGEST_SENTENCE: usize = 240;

/// One mistake.
#[derive(Debug)]
pub struct Mistake {
    /// Where, in bytes.
    pub place: Range<usize>,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Mistake {
    /// Returns a mistake.
    pub fn new(place: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place, message: message.into(), help: help.into() }
    }

    /// Returns the trouble that it means for a run.
    pub fn trouble(&self, name: &str, text: &str) -> Trouble {
        let label = Label { span: span(&self.place, text), text: String::new() };
        let drawing = Drawing {
            rule: None,
            severity: Severity::Error,
            message: visible(&beginning(&self.message, LONGEST_SENTENCE)).into_owned(),
            help: Some(visible(&beginning(&capitalised(&self.help), LONGEST_SENTENCE)).into_owned()),
            excerpts: Excerpts::new(&visible(name), text, &LineIndex::new(text), &[label]),
            name: visible(name).into_owned(),
        };
        let drawn = drawing.draw(false);
        Trouble::new(format!("the settings in `{name}` cannot be understood\n\n{}\n", drawn.trim_end()))
    }
}

/// Returns a place as a span of whole characters.
fn span(place: &Range<usize>, text: &str) -> Span {
    let boundary =
        |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = boundary(place.start);
    Span::new(start, boundary(place.end).max(start))
}
