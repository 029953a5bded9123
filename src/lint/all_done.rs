//! What a lint sees of results.

use crate::check::program::{Program, Results};
use crate::results::Replay;

/// Everything that an athlete did, with what it came to in the program.
#[derive(Debug, Clone, Copy)]
pub struct AllDone<'p> {
    /// The program.
    pub program: &'p Program,
    /// What the athlete did, by date.
    pub results: &'p Results,
    /// What came of it.
    pub replay: &'p Replay,
}

impl<'p> AllDone<'p> {
    /// Returns what lints see of the results of a program; none where it has none.
    pub fn of(program: &'p Program, replay: Option<&'p Replay>) -> Option<Self> {
        Some(Self { program, results: program.results.as_deref()?, replay: replay? })
    }
}
