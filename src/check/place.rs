//! Statements in the wrong place, and where they belong.

use super::Checker;
use super::movement::first_line;
use super::scope::Scope;
use crate::diagnostic::{Diagnostic, Rule, list};
use crate::source::Span;
use crate::syntax::word::{Site, Word};

impl Checker<'_> {
    /// Reports a statement that can't be used where it is.
    pub(super) fn check_site(&mut self, word: Word, span: Span, site: Site) {
        if word.belongs_at(site) {
            return;
        }
        let text = first_line(self.text(span));
        let diagnostic = if site == Site::Collection && word.belongs_at(Site::File) {
            let help = format!(
                "put it into that `workout \"…\" < … >`; {} may be given here for all",
                list(&Word::shared())
            );
            Diagnostic::new(Rule::OutOfPlace, span, format!("`{text}` belongs to one workout")).help(help)
        } else {
            Diagnostic::new(Rule::OutOfPlace, span, format!("`{text}` can't be used here"))
                .help(word.row().belongs)
        };
        self.report(diagnostic);
    }
}

impl Scope {
    /// Returns where a statement in these surroundings is written.
    pub(super) fn site(&self) -> Site {
        match (self.top, self.plan, self.file) {
            (false, _, _) => Site::Block,
            (true, true, _) => Site::Day,
            (true, false, true) => Site::File,
            (true, false, false) => Site::Workout,
        }
    }
}
