//! The formats of outputs: what is known of each, and the registry of all of them.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::{Emitter, Knob};
use crate::diagnostic::Rule;

/// The outputs there are. Those of a file are listed in this order. To add one, add its row: see `docs/adding.md`.
static REGISTRY: &[Format] = &[
    Format::JSON,
    Format::MARKDOWN,
    Format::CUES,
    Format::ICS,
    #[cfg(feature = "pdf")]
    Format::PDF,
    #[cfg(feature = "html")]
    Format::HTML,
];

/// A format of outputs: a reference to whatever emits it.
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

/// What is known of a format before anything is emitted.
#[derive(Debug)]
#[non_exhaustive]
pub struct FormatInfo {
    /// Its spelling on the command line.
    pub name: &'static str,
    /// The end of its files' names, without the dot before it.
    pub extension: &'static str,
    /// What there is an output of.
    pub per: &'static [Per],
    /// Whether several outputs can follow each other on standard output.
    pub joinable: bool,
    /// Whether it is only there with a feature of the crate.
    pub needs_feature: bool,
    /// Whether there is an output only of what has dates.
    pub needs_start: bool,
    /// Whether a browser shows it and runs the workout.
    pub is_page: bool,
    /// What can be chosen about it.
    pub knobs: &'static [Knob],
    /// The rules that [`Emitter::foresee`] may report.
    pub warns: &'static [Rule],
}

/// What a format has an output of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// One of the whole file.
    File,
    /// One of each workout.
    Workout,
    /// One of each plan.
    Plan,
}

impl FormatInfo {
    /// A format of no kind in particular, for the fields that an emitter leaves out.
    pub const PLAIN: FormatInfo = FormatInfo {
        name: "",
        extension: "",
        per: &[],
        joinable: false,
        needs_feature: false,
        needs_start: false,
        is_page: false,
        knobs: &[],
        warns: &[],
    };
}

impl Format {
    /// Returns the format of an emitter.
    pub const fn of(emitter: &'static dyn Emitter) -> Self {
        Self(emitter)
    }

    /// Returns all formats that this build of the crate makes, in the order in which a file's outputs are listed.
    pub fn all() -> impl DoubleEndedIterator<Item = Format> + ExactSizeIterator {
        REGISTRY.iter().copied()
    }

    /// Returns the formats that every build of the crate makes, whatever its features.
    pub fn plain() -> impl Iterator<Item = Format> {
        Self::all().filter(|format| !format.info().needs_feature)
    }

    /// Returns the format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|format| format.name() == name)
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

    /// Returns its place in the registry.
    fn place(self) -> usize {
        Self::all().position(|format| format == self).unwrap_or(REGISTRY.len())
    }
}

impl PartialEq for Format {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Format {}

impl PartialOrd for Format {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Format {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.place(), self.name()).cmp(&(other.place(), other.name()))
    }
}

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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_formats_share_a_name_or_an_extension() {
        let names: BTreeSet<_> = Format::all().map(Format::name).collect();
        let extensions: BTreeSet<_> = Format::all().map(Format::extension).collect();
        assert_eq!((names.len(), extensions.len()), (REGISTRY.len(), REGISTRY.len()));
        assert!(!names.contains("") && !extensions.contains(""));
    }

    #[test]
    fn every_format_has_an_output_of_something_and_is_found_by_its_name() {
        for format in Format::all() {
            assert!(!format.info().per.is_empty(), "{format:?}");
            assert_eq!(Format::named(format.name()), Some(format));
        }
    }

    #[test]
    fn formats_are_ordered_as_they_are_listed() {
        let mut formats: Vec<Format> = Format::all().rev().collect();
        formats.sort_unstable();
        assert!(formats.into_iter().eq(Format::all()));
    }
}
