//! How a run ends.

use std::fmt;
use std::process::ExitCode;

use super::streams;
use super::visible::visible;

/// How a run ended, the worst last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything was done.
    Fine,
    /// A workout has mistakes, or nothing was found.
    Mistakes,
    /// The arguments make no sense, or a file cannot be read or written.
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

/// Something that is not a workout's fault: wrong usage, or a file that cannot be read or written.
#[derive(Debug)]
pub struct Trouble(String);

impl Trouble {
    /// Returns trouble that is told in these words.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }

    /// Tells it on standard error.
    pub fn print(&self) {
        streams::print_error(&format!("error: {self}\n"));
    }

    /// Tells all of them, and returns how the run ends because of them.
    pub fn print_all(troubles: &[Trouble]) -> Outcome {
        troubles.iter().for_each(Trouble::print);
        if troubles.is_empty() { Outcome::Fine } else { Outcome::Trouble }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.0))
    }
}
