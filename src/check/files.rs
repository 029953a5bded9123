//! The files of one compilation.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use rustc_hash::FxHashMap;

use super::filled::Filling;
use crate::source::{FileId, Place, SourceFile, Span};
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
    /// The results files that its athletes name, each with where it is named.
    pub results: Vec<(Span, FileId)>,
    /// Whether something that it defines or uses could not be read, which was reported.
    pub lacks_something: bool,
    /// What it was made of, if it is a workout whose blanks were filled.
    pub filling: Option<Arc<Filling>>,
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
    /// The file that was given for its results alone.
    results_own: Option<FileId>,
    /// The filled workout that a `do` means, by the place of its title; none where it could not be filled.
    filled: FxHashMap<Place, Option<FileId>>,
    /// The filled workouts that are only checked, since nothing does them.
    stand_ins: Vec<FileId>,
}

impl Files {
    /// Returns the files of a compilation, at least one. The first is the one that is compiled.
    pub fn new(files: Vec<File>) -> Self {
        Self { files, ..Self::default() }
    }

    /// Returns the same files, of which one was given for its athlete alone.
    pub fn with_athletes_own(self, file: Option<FileId>) -> Self {
        Self { athletes_own: file, ..self }
    }

    /// Returns the same files, of which one was given for its results alone.
    pub fn with_results_own(self, file: Option<FileId>) -> Self {
        Self { results_own: file, ..self }
    }

    /// Returns the file that was given for its results alone.
    pub(super) fn results_own(&self) -> Option<FileId> {
        self.results_own
    }

    /// Returns the results file that an athlete names at a place.
    pub(super) fn results_at(&self, place: Place) -> Option<FileId> {
        let named = self.get(place.file).results.iter().find(|(span, _)| *span == place.span);
        named.map(|&(_, file)| file)
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
        // A filled workout sees what its template does.
        let file = self.filling(file).map_or(file, |filling| filling.template.file);
        let uses = &self.get(file).uses;
        let used = uses.iter().map(|&(_, used)| used);
        let is_used = |own: FileId| own == file || uses.iter().any(|&(_, used)| used == own);
        let own = self.athletes_own.filter(|&own| !is_used(own));
        std::iter::once(file).chain(used).chain(own)
    }

    /// Adds a file. None if there are too many to be numbered.
    pub(super) fn add(&mut self, file: File) -> Option<FileId> {
        let id = FileId(u16::try_from(self.files.len()).ok()?);
        self.files.push(file);
        Some(id)
    }

    /// Notes which filled workout the `do` with a title means.
    pub(super) fn note_filled(&mut self, title: Place, filling: Option<FileId>) {
        self.filled.insert(title, filling);
    }

    /// Notes a filled workout that nothing does.
    pub(super) fn note_stand_in(&mut self, filling: FileId) {
        self.stand_ins.push(filling);
    }

    /// Returns the filled workout that the `do` with a title means; the inner none where it could not be filled.
    pub(super) fn filled(&self, title: Place) -> Option<Option<FileId>> {
        self.filled.get(&title).copied()
    }

    /// Returns the filled workouts that nothing does.
    pub(super) fn stand_ins(&self) -> &[FileId] {
        &self.stand_ins
    }

    /// Tells whether any workout was filled.
    pub fn has_fillings(&self) -> bool {
        self.files.last().is_some_and(|file| file.filling.is_some())
    }

    /// Returns what a file was made of, if it is a filled workout.
    pub fn filling(&self, id: FileId) -> Option<&Filling> {
        self.get(id).filling.as_deref()
    }

    /// Returns the file in which a name is looked up that a file has at a place: that of the template, or for a value the
    /// one where it is written.
    pub(super) fn home(&self, id: FileId, span: Span) -> FileId {
        self.written(Place::new(id, span)).file
    }

    /// Returns where a place is written: that of a filled workout in its template or at a value, any other where it is.
    pub fn written(&self, mut place: Place) -> Place {
        while let Some(filling) = self.filling(place.file) {
            if let Some(written) = &self.get(place.file).written {
                place.span = written.map.place(place.span);
            }
            place = filling.origin(place.span).place;
        }
        place
    }

    /// Returns a file by its number, which this table has given out.
    pub fn get(&self, id: FileId) -> &File {
        &self.files[usize::from(id.0)]
    }

    /// Tells whether a name that a file does not find may be in a part that could not be read.
    pub(super) fn may_be_lacking(&self, id: FileId) -> bool {
        let file = self.get(self.filling(id).map_or(id, |filling| filling.template.file));
        file.lacks_something || file.uses.iter().any(|&(_, used)| self.get(used).lacks_something)
    }

    /// Returns the names and texts of all files, as they were written.
    pub fn sources(&self) -> Vec<SourceFile> {
        let source = |file: &File| {
            let text = file.written.as_ref().map_or(&file.text, |written| &written.text);
            SourceFile { name: file.name.clone(), text: text.clone() }
        };
        self.files.iter().filter(|file| file.filling.is_none()).map(source).collect()
    }

    /// Returns the names and texts of all files, as they are read, and of the filled workouts.
    pub fn as_read(&self) -> Vec<SourceFile> {
        let source = |file: &File| SourceFile { name: file.name.clone(), text: file.text.clone() };
        self.files.iter().map(source).collect()
    }

    /// Returns the same files without their trees, which are large.
    pub fn without_trees(&self) -> Self {
        let without_tree = |file: &File| File {
            name: file.name.clone(),
            text: file.text.clone(),
            written: file.written.clone(),
            tree: Tree::default(),
            uses: file.uses.clone(),
            results: file.results.clone(),
            lacks_something: file.lacks_something,
            filling: file.filling.clone(),
        };
        Self {
            files: self.files.iter().map(without_tree).collect(),
            filled: self.filled.clone(),
            stand_ins: self.stand_ins.clone(),
            athletes_own: self.athletes_own,
            results_own: self.results_own,
        }
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
