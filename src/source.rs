//! Files, places in them, and lines and columns as people count them.

use std::sync::Arc;

/// A stretch of a file, in bytes. Always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// Returns the stretch from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start: clamp(start), end: clamp(end) }
    }

    /// Returns the empty stretch at `at`.
    pub fn at(at: usize) -> Self {
        Self::new(at, at)
    }

    /// Returns the stretch from the start of this to the end of `other`.
    pub fn to(self, other: Span) -> Self {
        Self { start: self.start, end: other.end.max(self.start) }
    }

    /// Returns the number of bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Tells whether it is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the bytes it names, as a range to slice a text with.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value, and where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it is written.
    pub span: Span,
}

/// Positions fit 32 bits, since a file of more than [`SourceFile::MAX_BYTES`] is refused before it is read.
fn clamp(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

/// The number of a file in a compilation: 0 is the compiled file, and the files that it uses follow in the order in
/// which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct FileId(pub u16);

/// A stretch of one of the files of a compilation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, PartialOrd, Ord)]
pub struct Place {
    /// Which file.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
}

impl Place {
    /// Returns a stretch of a file.
    pub fn new(file: FileId, span: Span) -> Self {
        Self { file, span }
    }
}

/// A file's name and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// As it is shown to people, with `/` between folders.
    pub name: Arc<str>,
    /// All of it.
    pub text: Arc<str>,
}

impl SourceFile {
    /// The largest file that is read. A year of daily workouts is about 200 kB; at 8 MB/s this still takes half a second.
    pub const MAX_BYTES: usize = 4 * 1024 * 1024;

    /// Returns a file of this name and text.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.into(), text: text.into() }
    }
}

/// A place as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// The starts of a text's lines, so that offsets become lines without reading the text from its start each time.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// How many characters come before each stretch of [`LineIndex::STRETCH`] bytes.
    before: Vec<u32>,
}

impl LineIndex {
    /// How many bytes are counted character by character for a column. Without such stretches, a line as long as the
    /// file would be read from its start for each place in it.
    const STRETCH: usize = 1024;

    /// Reads `text` once. A line ends at LF, CR or CR LF.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            let is_crlf = bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            if !is_crlf {
                starts.push(clamp(at + 1));
            }
        }
        let mut before = vec![0];
        for stretch in bytes.chunks(Self::STRETCH) {
            let count = before.last().copied().unwrap_or_default();
            before.push(count + clamp(characters(stretch)));
        }
        Self { starts, before }
    }

    /// Returns the line and column of a byte offset into `text`, the text the index was made from.
    pub fn place(&self, text: &str, offset: usize) -> LineColumn {
        let offset = floor_to_char(text, offset);
        let line = self.line_at(offset);
        let start = self.starts[line - 1] as usize;
        let column = self.characters_before(text, offset) - self.characters_before(text, start) + 1;
        LineColumn { line, column }
    }

    /// Returns how many characters begin before an offset.
    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let stretch = offset / Self::STRETCH;
        let counted = self.before.get(stretch).map_or(0, |&before| before as usize);
        let rest = text.as_bytes().get(stretch * Self::STRETCH..offset).unwrap_or_default();
        counted + characters(rest)
    }

    /// Returns the line, counted from 1, that a byte offset lies in.
    pub fn line_at(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= offset).max(1)
    }

    /// Returns the stretch of a line, counted from 1, without its end. Past the last line it is the end of the text.
    pub fn line(&self, text: &str, line: usize) -> Span {
        let start = line.checked_sub(1).and_then(|before| self.starts.get(before));
        let start = start.map_or(text.len(), |&start| start as usize);
        let next = self.starts.get(line).map_or(text.len(), |&next| next as usize);
        let with_end = text.get(start..next).unwrap_or_default();
        Span::new(start, start + with_end.trim_end_matches(['\n', '\r']).len())
    }

    /// Returns how many lines there are.
    pub fn count(&self) -> usize {
        self.starts.len()
    }
}

/// Counts the characters that begin in a stretch of UTF-8.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count()
}

/// Returns the nearest character boundary at or before `offset`.
pub(crate) fn floor_to_char(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_in_any_way() {
        let text = "a\r\nbé\rc\nd";
        let index = LineIndex::new(text);
        assert_eq!(index.count(), 4);
        let place = |needle: &str| index.place(text, text.find(needle).unwrap());
        assert_eq!(place("a"), LineColumn { line: 1, column: 1 });
        assert_eq!(place("é"), LineColumn { line: 2, column: 2 });
        assert_eq!(place("c"), LineColumn { line: 3, column: 1 });
        assert_eq!(place("d"), LineColumn { line: 4, column: 1 });
        assert_eq!(index.place(text, 99), LineColumn { line: 4, column: 2 });
        let line = |line| &text[index.line(text, line).range()];
        assert_eq!([line(1), line(2), line(3), line(4), line(5)], ["a", "bé", "c", "d", ""]);
    }

    #[test]
    fn columns_of_a_long_line_are_those_that_counting_gives() {
        // The last stretch is full, so that the text ends where the next would begin.
        let text = format!("a\n{}\n", "é日x".repeat(600) + &"x".repeat(4 * LineIndex::STRETCH - 3603));
        assert_eq!(text.len(), 4 * LineIndex::STRETCH);
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices().filter(|(at, _)| (2..text.len() - 1).contains(at)) {
            assert_eq!(index.place(&text, at).column, text[2..at].chars().count() + 1, "{at}");
        }
        assert_eq!(index.place(&text, text.len()), LineColumn { line: 3, column: 1 });
    }
}
