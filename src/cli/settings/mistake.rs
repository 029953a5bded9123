//! What is wrong in a `wodc.toml`, with the place in it.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};

use crate::cli::outcome::Trouble;
use crate::cli::report::{Excerpts, WIDTH};
use crate::cli::visible::visible;
use crate::diagnostic::Label;
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
        let shown = Shown {
            message: visible(&shortened(&self.message)).into_owned(),
            help: visible(&shortened(&capitalised(&self.help))).into_owned(),
            excerpts: Excerpts::new(&visible(name), text, &LineIndex::new(text), &[label]),
        };
        let handler = GraphicalReportHandler::new_themed(GraphicalTheme::unicode_nocolor())
            .with_width(WIDTH)
            .with_urls(false)
            .without_syntax_highlighting();
        let mut drawn = String::new();
        if handler.render_report(&mut drawn, &shown).is_err() {
            // What cannot be drawn is still said.
            drawn = format!("{}: {}", shown.message, shown.help);
        }
        Trouble::new(format!("the settings in `{name}` cannot be understood\n\n{}\n", drawn.trim_end()))
    }
}

/// Cuts a sentence off where it is too long.
fn shortened(sentence: &str) -> Cow<'_, str> {
    match sentence.char_indices().nth(LONGEST_SENTENCE) {
        Some((at, _)) => format!("{}…", sentence.get(..at).unwrap_or_default()).into(),
        None => sentence.into(),
    }
}

/// Returns a place as a span of whole characters.
fn span(place: &Range<usize>, text: &str) -> Span {
    let boundary =
        |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let start = boundary(place.start);
    Span::new(start, boundary(place.end).max(start))
}

/// A mistake in the form that miette draws.
struct Shown {
    message: String,
    help: String,
    excerpts: Excerpts,
}

impl miette::Diagnostic for Shown {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.help))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.excerpts)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(self.excerpts.labels().iter().cloned()))
    }
}

impl std::error::Error for Shown {}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
