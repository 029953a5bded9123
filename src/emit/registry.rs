//! The registry: all formats that there are.

use std::cmp::Ordering;

use super::Format;

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

impl Format {
    /// Returns all formats that this build of the crate makes, in the order in which a file's outputs are listed.
    pub fn all() -> impl DoubleEndedIterator<Item = Format> + ExactSizeIterator {
        REGISTRY.iter().copied()
    }

    /// Returns the formats that every build of the crate has, regardless of its features.
    pub fn plain() -> impl Iterator<Item = Format> {
        Self::all().filter(|format| !format.info().needs_feature)
    }

    /// Returns the format of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|format| format.name() == name)
    }

    /// Returns its place in the registry.
    fn place(self) -> usize {
        Self::all().position(|format| format == self).unwrap_or(REGISTRY.len())
    }
}

impl PartialOrd for Format {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Format {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.place(), self.name()).cmp(&(other.place(), other.name()))
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
