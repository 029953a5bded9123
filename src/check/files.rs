//! The files of one compilation.

use std::sync::Arc;

use crate::source::{FileId, SourceFile, Span};
use crate::syntax::tree::Tree;

/// A file, read and parsed.
#[derive(Debug)]
pub struct File {
    /// As it is shown to people.
    pub name: Arc<str>,
    /// All of it.
    pub text: Arc<str>,
    /// What it says.
    pub tree: Tree,
    /// The files it uses, each once, with the first `use` that names it.
    pub uses: Vec<(Span, FileId)>,
    /// Whether something of what it defines or uses could not be read, which was reported.
    pub lacks_something: bool,
}

/// The file that is compiled, and those it uses, however indirectly, each once.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
}

impl Files {
    /// Returns files of which the first is the one that is compiled. There must be one.
    pub fn new(files: Vec<File>) -> Self {
        Self { files }
    }

    /// Returns a file by its number, which this table has given out.
    pub fn get(&self, id: FileId) -> &File {
        &self.files[usize::from(id.0)]
    }

    /// Tells whether what a file looks for in vain may be in what could not be read.
    pub(super) fn may_be_lacking(&self, id: FileId) -> bool {
        let file = self.get(id);
        file.lacks_something || file.uses.iter().any(|&(_, used)| self.get(used).lacks_something)
    }

    /// Returns the names and texts of all files.
    pub fn into_sources(self) -> Vec<SourceFile> {
        self.files.into_iter().map(|file| SourceFile { name: file.name, text: file.text }).collect()
    }

    /// Returns all files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(number, file)| (FileId(number as u16), file))
    }
}
