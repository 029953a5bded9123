//! What is wrong with the words of a pose or a figure.

use std::ops::Range;

/// A mistake, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where it is: bytes of the text that was read.
    pub place: Range<usize>,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// What to write in its place, if only one thing can be meant.
    pub fix: Option<String>,
}

impl Mistake {
    /// Returns the same mistake in a text in which this one begins so many bytes later.
    pub fn later(mut self, by: usize) -> Self {
        self.place = self.place.start + by..self.place.end + by;
        self
    }
}
