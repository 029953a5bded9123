//! A format of outputs.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::emitter::Emitter;
use super::info::FormatInfo;
use super::options::Knob;

/// A format of outputs: a reference to its emitter.
///
/// ```
/// use wodc::emit::Format;
///
/// let card = Format::named("md").unwrap();
/// assert_eq!(card, Format::MARKDOWN);
/// assert_eq!(card.info().extension, "md");
/// assert_eq!(Format::named("docx"), None);
/// ```
#[derive(Clone, Copy)]
pub struct Format(&'static dyn Emitter);

impl Format {
    /// Returns the format of an emitter.
    pub const fn of(emitter: &'static dyn Emitter) -> Self {
        Self(emitter)
    }

    /// Returns what is known of it.
    pub fn info(self) -> &'static FormatInfo {
        self.0.info()
    }

    /// Returns its spelling on the command line.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// Returns the end of its files' names, without the dot before it.
    pub fn extension(self) -> &'static str {
        self.info().extension
    }

    /// Tells whether something can be chosen about it.
    pub fn has(self, knob: Knob) -> bool {
        self.info().knobs.contains(&knob)
    }

    /// Returns what emits it.
    pub fn emitter(self) -> &'static dyn Emitter {
        self.0
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Format {}

impl Hash for Format {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl fmt::Debug for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Format").field(&self.name()).finish()
    }
}
