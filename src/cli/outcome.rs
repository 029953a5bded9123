//! How a run ends: its exit code, and what went wrong.

use std::fmt;
use std::process::ExitCode;

use super::visible::visible;

/// How a run ended, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything worked.
    Fine,
    /// A workout has mistakes, or nothing was found.
    Mistakes,
    /// The arguments are wrong, or a file can't be read or written.
    Trouble,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::Mistakes => ExitCode::from(1),
            Outcome::Trouble => ExitCode::from(2),
        }
    }
}

/// A problem that isn't a mistake in a workout: wrong usage, or a file that can't be read or written.
#[derive(Debug)]
pub struct Trouble(String);

impl Trouble {
    /// Returns a trouble with this message.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.0))
    }
}
