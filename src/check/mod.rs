//! From syntax trees to a [`Program`](program::Program): names resolved, quantities in their units, every rule of the
//! language enforced.
//!
//! It goes on after a mistake and never reports twice what one mistake caused; nothing is checked inside what could
//! not be read.

mod allow;
mod amount;
mod block;
mod files;
mod movement;
mod names;
pub mod program;
mod rest;
mod scope;
mod target;
mod workout;

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};
pub use allow::Silences;
pub use files::{File, Files};
use names::Names;
use program::{Level, Program, Workout};
use workout::Workouts;

/// A file checked: what it means, and all that is wrong with it.
#[derive(Debug, Default)]
pub struct Checked {
    /// What the file asks for.
    pub program: Program,
    /// In no particular order.
    pub diagnostics: Vec<Diagnostic>,
    /// What the file's `allow` statements silence.
    pub silences: Silences,
}

/// Checks the first of `files`. With a level other than the intermediate one, the easier and harder forms of its
/// movements are looked up too.
pub fn check(files: &Files, level: Option<Level>) -> Checked {
    let mut checker = Checker {
        files,
        file: FileId::default(),
        names: Names::new(files),
        diagnostics: Vec::new(),
        silences: Silences::default(),
        workouts: Workouts::default(),
        level,
    };
    let workouts = checker.file();
    let Checker { names, diagnostics, silences, .. } = checker;
    let program = Program { workouts, movements: names.into_movements(), ..Program::default() };
    Checked { program, diagnostics, silences }
}

/// Checks a compilation's files, each through the eyes of the file it stands in.
struct Checker<'f> {
    files: &'f Files,
    /// The file that is being checked.
    file: FileId,
    names: Names<'f>,
    diagnostics: Vec<Diagnostic>,
    silences: Silences,
    workouts: Workouts,
    level: Option<Level>,
}

impl<'f> Checker<'f> {
    /// Checks the file that is compiled, and returns its workouts.
    fn file(&mut self) -> Vec<Arc<Workout>> {
        self.definitions();
        self.file_workouts()
    }

    /// Returns the text at a place of the file that is being checked.
    fn text(&self, span: Span) -> &'f str {
        let files: &'f Files = self.files;
        &files.get(self.file).text[span.range()]
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic.in_file(self.file));
    }
}
