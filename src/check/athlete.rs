//! What the athletes in sight list, which percentages and paces may refer to.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::{Checker, Files};
use crate::catalog::unescape;
use crate::source::FileId;
use crate::syntax::tree::StatementKind;

/// The entries of all athletes that one file sees.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// In small letters, each once, as they stand in the text.
    names: Vec<String>,
    known: FxHashSet<String>,
}

impl Listed {
    /// Reads the athletes of a file and of those it uses.
    fn of(files: &Files, file: FileId) -> Self {
        let mut listed = Self::default();
        let here = files.get(file);
        for file in std::iter::once(here).chain(here.uses.iter().map(|&(_, used)| files.get(used))) {
            for statement in &file.tree.statements {
                let StatementKind::Athlete(athlete) = &statement.kind else { continue };
                for entry in &athlete.entries {
                    let name = unescape(&file.text[entry.name.range()]).replace(['"', '“', '”', '„'], "");
                    let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
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

impl Checker<'_> {
    /// Returns what the athletes list that the file at hand sees, looked through once.
    pub(super) fn athletes_list(&mut self) -> Arc<Listed> {
        let files = self.files;
        let file = self.file;
        Arc::clone(self.listed.entry(file).or_insert_with(|| Arc::new(Listed::of(files, file))))
    }
}
