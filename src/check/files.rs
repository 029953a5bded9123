//! The files of one compilation.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, SourceFile, Span};
use crate::speech::Map;
use crate::syntax::tree::Tree;

/// A file, read and parsed.
#[derive(Debug)]
pub struct File {
    /// As it is shown to people.
    pub name: Arc<str>,
    /// All of it, as it is read: every place is one of this text until something is said of it.
    pub text: Arc<str>,
    /// What was written, where it is read otherwise.
    pub written: Option<Arc<Written>>,
    /// What it says.
    pub tree: Tree,
    /// The files it uses, each once, with the first `use` that names it.
    pub uses: Vec<(Span, FileId)>,
    /// Whether something that it defines or uses could not be read, which was reported.
    pub lacks_something: bool,
}

/// A text that is read otherwise than it was written.
#[derive(Debug)]
pub struct Written {
    /// All of it, as it was written.
    pub text: Arc<str>,
    /// All of it, as it is read.
    pub read: Arc<str>,
    /// Where the words that are read were written.
    pub map: Map,
}

/// The files of a compilation as they were written, where they are read otherwise.
#[derive(Debug)]
pub struct AsWritten(Vec<Option<Arc<Written>>>);

impl AsWritten {
    /// Moves what is said of the texts as they are read to what was written.
    pub fn diagnostics(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.0.iter().all(Option::is_none) {
            return diagnostics;
        }
        let moved = |diagnostic: Diagnostic| match self.0.get(usize::from(diagnostic.file.0)) {
            Some(Some(written)) => written.map.diagnostic(diagnostic, &written.read),
            Some(None) | None => diagnostic,
        };
        let mut moved: Vec<Diagnostic> = diagnostics.into_iter().map(moved).collect();
        // Words change places when they are read.
        crate::diagnostic::sort(&mut moved);
        moved
    }
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
    pub fn in_sight_of(&self, file: FileId) -> impl Iterator<Item = FileId> {
        let uses = &self.get(file).uses;
        let used = uses.iter().map(|&(_, used)| used);
        let is_used = |own: FileId| own == file || uses.iter().any(|&(_, used)| used == own);
        let own = self.athletes_own.filter(|&own| !is_used(own));
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

    /// Returns the names and texts of all files, as they were written.
    pub fn sources(&self) -> Vec<SourceFile> {
        let source = |file: &File| {
            let text = file.written.as_ref().map_or(&file.text, |written| &written.text);
            SourceFile { name: file.name.clone(), text: text.clone() }
        };
        self.files.iter().map(source).collect()
    }

    /// Returns the names and texts of all files, as they are read.
    pub fn as_read(&self) -> Vec<SourceFile> {
        let source = |file: &File| SourceFile { name: file.name.clone(), text: file.text.clone() };
        self.files.iter().map(source).collect()
    }

    /// Returns what moves diagnostics to what was written.
    pub fn as_written(&self) -> AsWritten {
        AsWritten(self.files.iter().map(|file| file.written.clone()).collect())
    }

    /// Returns all files with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(number, file)| (FileId(number as u16), file))
    }
}
