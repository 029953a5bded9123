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
    /// Whether something that it defines or uses could not be read, which was reported.
    pub lacks_something: bool,
}

/// The compiled file and those that it uses, directly or indirectly, each once.
#[derive(Debug, Default)]
pub struct Files {
    files: Vec<File>,
    /// The file that was given for its athlete alone.
    athletes_own: Option<FileId>,
}

impl Files {
    /// Returns the files of a compilation, at least one. The first is the one that is compiled.
    pub fn new(files: Vec<File>) -> Self {
        Self { files, athletes_own: None }
    }

    /// Returns the same files, of which one was given for its athlete alone.
    pub fn with_athletes_own(self, file: Option<FileId>) -> Self {
        Self { athletes_own: file, ..self }
    }

    /// Returns the file that was given for its athlete alone.
    pub(super) fn athletes_own(&self) -> Option<FileId> {
        self.athletes_own
    }

    /// Tells whether a file was given for its athlete alone.
    pub(super) fn is_athletes_own(&self, file: FileId) -> bool {
        self.athletes_own == Some(file)
    }

    /// Returns the files whose definitions one file sees: itself, those it uses, and the one of the athlete.
    pub(super) fn in_sight_of(&self, file: FileId) -> impl Iterator<Item = FileId> {
        let used = self.get(file).uses.iter().map(|&(_, used)| used);
        let own = self.athletes_own.filter(move |&own| own != file);
        std::iter::once(file).chain(used).chain(own)
    }

    /// Returns a file by its number, which this table has given out.
    pub fn get(&self, id: FileId) -> &File {
        &self.files[usize::from(id.0)]
    }

    /// Tells whether a name that a file does not find may be in a part that could not be read.
    pub(super) fn may_be_lacking(&self, id: FileId) -> bool {
        let file = self.get(id);
        file.lacks_something || file.uses.iter().any(|&(_, used)| self.get(used).lacks_something)
    }

    /// Returns the names and texts of all files.
    pub fn sources(&self) -> Vec<SourceFile> {
        let source = |file: &File| SourceFile { name: file.name.clone(), text: file.text.clone() };
        self.files.iter().map(source).collect()
    }

    /// Returns the names and texts of all files, and lets go of the rest.
    pub fn into_sources(self) -> Vec<SourceFile> {
        self.files.into_iter().map(|file| SourceFile { name: file.name, text: file.text }).collect()
    }

    /// Returns all files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(number, file)| (FileId(number as u16), file))
    }
}
