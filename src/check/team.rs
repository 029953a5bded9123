//! Teams: whose files they bring in.

use rustc_hash::FxHashMap;

use super::{Checker, Files};
use crate::catalog::fold;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::StatementKind;

impl<'f> Checker<'f> {
    /// Reports mistakes in the teams of the file at hand.
    pub(super) fn teams(&mut self) {
        let files: &'f Files = self.files;
        let tree = &files.get(self.file).tree;
        let mut named: FxHashMap<String, Span> =
            tree.athletes().map(|athlete| (fold(&self.title(athlete.name)), athlete.name.span)).collect();
        for statement in &tree.statements {
            let StatementKind::Team(team) = &statement.kind else { continue };
            let place = team.name.span;
            let name = self.title(team.name);
            if place.is_empty() {
                // The name is missing, which was reported.
            } else if name.trim().is_empty() {
                self.report(Diagnostic::new(Rule::MissingStatementPart, place, "this team has no name"));
            } else if let Some(first) = named.insert(fold(&name), place) {
                let message =
                    format!("`--athlete \"{name}\"` would mean two: a team, and what is called the same");
                self.report(
                    Diagnostic::new(Rule::DuplicateAthlete, place, message)
                        .and_at(first, "the first is here")
                        .help("give one of them another name"),
                );
            }
            if team.uses.is_empty() && !self.diagnostics.has_error_since(0, self.file) {
                let message = format!("nobody is in the team \"{name}\"");
                self.report(Diagnostic::new(Rule::MissingStatementPart, place, message).help(format!(
                    "bring in the files of its athletes: `team \"{name}\" < use \"sam.wod\" >`"
                )));
            }
        }
    }
}
