//! What makes an output: one implementation a format.

use std::io;

use super::first_letters::FirstLetters;
use super::font::FontFile;
use super::info::FormatInfo;
use super::options::Options;
use super::shared::{OneFile, OnePlan, OneWorkout};
use crate::diagnostic::Diagnostic;

/// Makes the outputs of one format.
///
/// An emitter is asked twice about each thing that [`FormatInfo::per`] lists: first what it foresees, so that every
/// warning is known and has its level before the first output is made, and then for the output itself.
pub trait Emitter: Sync {
    /// Returns what is known of the format.
    fn info(&self) -> &'static FormatInfo;

    /// Tells whether there will be an output, and what it will lack. Only asked of files without errors.
    fn foresee(&self, subject: Subject<'_>, context: &Context<'_>) -> Forecast {
        let _ = (subject, context);
        Forecast::made()
    }

    /// Writes the output of a subject. Fails where `out` does; an emitter itself has no reason to.
    fn emit(&self, subject: Subject<'_>, context: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()>;
}

/// What an output is of.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Subject<'a> {
    /// A whole file.
    File(&'a OneFile<'a>),
    /// A workout.
    Workout(&'a OneWorkout<'a>),
    /// A plan.
    Plan(&'a OnePlan<'a>),
}

/// What emitters may ask for beside their subject.
#[non_exhaustive]
pub struct Context<'a> {
    /// What was chosen.
    pub options: &'a Options,
    /// Where letters are in the files that the subject was written in.
    pub letters: &'a FirstLetters<'a>,
    /// Finds a font that has a letter.
    pub find_font: &'a (dyn Fn(char) -> Option<FontFile> + Sync),
}

/// What an emitter foresees of an output.
#[derive(Debug, Clone, Default)]
pub struct Forecast {
    /// What comes between the name of the subject and the extension, such as `.cards`; none where there will be no
    /// output.
    pub ending: Option<&'static str>,
    /// What there is to say about the output.
    pub diagnostics: Vec<Diagnostic>,
}

impl Forecast {
    /// Returns the forecast of an output about which there is nothing to say.
    pub fn made() -> Self {
        Self { ending: Some(""), diagnostics: Vec::new() }
    }

    /// Returns the forecast of no output.
    pub fn none() -> Self {
        Self::default()
    }
}
