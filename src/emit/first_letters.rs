//! Where letters come first in the files that something was written in.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::source::{FileId, SourceFile, Span};

/// Where letters outside of ASCII come first in each file. A file is read once, when it is first asked for.
#[derive(Debug)]
pub struct FirstLetters<'a> {
    files: &'a [SourceFile],
    of_files: Vec<OnceLock<FxHashMap<char, usize>>>,
}

impl<'a> FirstLetters<'a> {
    /// Returns where letters are in these files.
    pub fn new(files: &'a [SourceFile]) -> Self {
        Self { files, of_files: files.iter().map(|_| OnceLock::new()).collect() }
    }

    /// Returns the first of these letters, with the byte that it begins at: in a part of a file, else anywhere in the
    /// file; `None` if it is not in the file.
    pub fn first(&self, letters: &[char], file: FileId, within: Span) -> Option<(usize, char)> {
        let text = &self.files.get(usize::from(file.0))?.text;
        let wanted: FxHashSet<char> = letters.iter().copied().collect();
        let start = within.range().start;
        let part = text.get(within.range()).unwrap_or_default();
        if let Some((at, letter)) = part.char_indices().find(|(_, letter)| wanted.contains(letter)) {
            return Some((start + at, letter));
        }
        let of_file = self.of_files.get(usize::from(file.0))?.get_or_init(|| {
            let mut first = FxHashMap::default();
            for (at, letter) in text.char_indices().filter(|(_, letter)| !letter.is_ascii()) {
                first.entry(letter).or_insert(at);
            }
            first
        });
        letters.iter().filter_map(|letter| Some((*of_file.get(letter)?, *letter))).min()
    }
}
