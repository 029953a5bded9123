//! What lints have found.

use crate::diagnostic::Diagnostic;

/// What lints have found.
#[derive(Debug, Default)]
pub struct Found(Vec<Diagnostic>);

impl Found {
    /// Reports something.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Returns all that was reported.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.0
    }
}
