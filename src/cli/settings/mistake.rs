//! A mistake in a `wodc.toml`.

use std::ops::Range;

use miette::Severity;

use crate::cli::outcome::Trouble;
use crate::cli::report::{Drawing, Excerpts};
use crate::cli::visible::{on_one_line, visible};
use crate::diagnostic::{Label, beginning};
use crate::emit::written::capitalised;
use crate::source::{LineIndex, Span, floor_to_char};

/// The longest sentence that is shown whole, in characters: longer than any of ours, so that only text quoted from a
/// file is cut.
const LONGEST_SENTENCE: usize = 240;

/// A mistake.
#[derive(Debug)]
pub struct Mistake {
    /// Its span, in bytes.
    pub place: Range<usize>,
    /// A sentence without a full stop that says what is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

impl Mistake {
    /// Returns a mistake.
    pub fn new(place: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place, message: message.into(), help: help.into() }
    }

    /// Returns its span in the text of the settings, which starts and ends between characters.
    pub fn span(&self, text: &str) -> Span {
        let start = floor_to_char(text, self.place.start);
        Span::new(start, floor_to_char(text, self.place.end).max(start))
    }

    /// Returns the trouble that reports it.
    pub fn trouble(&self, name: &str, text: &str) -> Trouble {
        let name = on_one_line(name);
        let label = Label { span: self.span(text), text: String::new() };
        let drawing = Drawing {
            rule: None,
            severity: Severity::Error,
            message: visible(&beginning(&self.message, LONGEST_SENTENCE)).into_owned(),
            help: Some(visible(&beginning(&capitalised(&self.help), LONGEST_SENTENCE)).into_owned()),
            excerpts: Excerpts::new(&name, text, &LineIndex::new(text), &[label]),
            name: name.clone(),
        };
        let drawn = drawing.draw(false);
        Trouble::new(format!("the settings in `{name}` cannot be understood\n\n{}\n", drawn.trim_end()))
    }
}
