//! What all athletes of the files list: the names that a percentage or a pace may have.

use rustc_hash::FxHashSet;

use super::files::Files;
use crate::catalog::{fold, unescape};
use crate::source::FileId;

/// The entries of all athletes that one file can see.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// In small letters, each once, in text order.
    names: Vec<String>,
    known: FxHashSet<String>,
}

impl Listed {
    /// Reads the athletes of a file and of those it uses.
    pub(super) fn of(files: &Files, file: FileId) -> Self {
        let mut listed = Self::default();
        for file in files.in_sight_of(file).map(|file| files.get(file)) {
            for athlete in file.tree.athletes() {
                for entry in
                    athlete.entries.iter().filter(|entry| entry.raise.is_none() && entry.results.is_none())
                {
                    let name = entry_words(&file.text[entry.name.range()]);
                    if listed.known.insert(name.clone()) {
                        listed.names.push(name);
                    }
                }
            }
        }
        listed
    }

    /// Returns the entries.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Tells whether an athlete lists this, which is in small letters.
    pub(super) fn has(&self, name: &str) -> bool {
        self.known.contains(name)
    }
}

/// Returns the words of an entry as they are compared, without quotes.
pub(super) fn entry_words(written: &str) -> String {
    let plain = unescape(written).replace(['"', '“', '”', '„'], "");
    fold(&plain)
}
