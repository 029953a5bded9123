//! `percent of training max`: what percentages are of that do not say it.

use super::Checker;
use super::program::{Movement, MovementId, TOP_SET};
use super::titles::layout;
use crate::catalog::fold;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::{FileId, Place, Span};
use crate::syntax::tree::{Statement, StatementKind};
use crate::syntax::word;

/// What percentages are of, and where that is said.
#[derive(Debug, Clone)]
pub(super) struct PercentOf {
    name: Box<str>,
    place: Place,
}

impl<'f> Checker<'f> {
    /// Makes what is said among these statements hold from now on, or else what is said around them, and returns what
    /// held before. `None`: the statements are all of the file.
    pub(super) fn enter_percent(
        &mut self,
        statements: Option<&'f [Statement]>,
        in_plan: bool,
    ) -> Option<PercentOf> {
        let own = statements.and_then(|statements| self.percent_among(statements.iter()));
        let around = if in_plan { self.percent_of_plan.clone() } else { None };
        let said = own.or(around).or_else(|| self.percent_of_file(self.file));
        std::mem::replace(&mut self.percent, said)
    }

    /// Returns what the first of these statements says that says it.
    pub(super) fn percent_among(
        &mut self,
        mut statements: impl Iterator<Item = &'f Statement>,
    ) -> Option<PercentOf> {
        statements
            .find_map(|statement| match statement.kind {
                StatementKind::PercentOf(name) => Some((name, statement.span)),
                _ => None,
            })
            .and_then(|(name, span)| self.percent_named(name, span))
    }

    /// Returns what is said at the top of a file. It is looked at once.
    fn percent_of_file(&mut self, file: FileId) -> Option<PercentOf> {
        if let Some(said) = self.percent_of_files.get(&file) {
            return said.clone();
        }
        let files: &'f super::Files = self.files;
        let tree = &files.get(file).tree;
        let said = self.percent_among(tree.statements.iter());
        if layout(tree).step.is_none() {
            // Of the statements of a workout, a second one is reported with the others.
            self.check_percent_said_once(tree.statements.iter());
        }
        self.percent_of_files.insert(file, said.clone());
        said
    }

    /// Reports a second of these statements that says what percentages are of.
    pub(super) fn check_percent_said_once(&mut self, said: impl Iterator<Item = &'f Statement>) {
        let mut places =
            said.filter(|one| matches!(one.kind, StatementKind::PercentOf(_))).map(|one| one.span);
        if let (Some(first), Some(second)) = (places.next(), places.next()) {
            self.report(
                Diagnostic::new(Rule::DuplicateStatement, second, "`percent of` is given a second time")
                    .help("delete one of them")
                    .and_at(first, "the first is here"),
            );
        }
    }

    /// Checks what percentages are said to be of.
    fn percent_named(&mut self, name: Span, span: Span) -> Option<PercentOf> {
        let read = word::reference(&fold(self.text(name)));
        if read == TOP_SET {
            let message = "what the top set is, each movement shows for itself";
            self.report(
                Diagnostic::new(Rule::PercentOfNothing, name, message)
                    .help("write it behind the percentage: `back squat 3 @ 90% of top set`"),
            );
            return None;
        }
        let name = self.reference_named(&read, name, "70%")?;
        Some(PercentOf { name, place: Place::new(self.file, span) })
    }

    /// Returns what a percentage of a movement is of, where it does not say so and something around it does.
    pub(super) fn percent_around(&mut self, movement: MovementId) -> Option<Box<str>> {
        let said = self.percent.clone()?;
        let has_max = {
            let known = self.names.get(movement);
            self.has_max(known) || !known.known
        };
        let is_of_that = match &*said.name {
            // It is of the movement's own max, so it must have one.
            "max" | "training max" => has_max,
            // A lift is not measured in watts or beats.
            "ftp" | "max heart rate" => !self.has_max(self.names.get(movement)),
            _ => true,
        };
        if is_of_that {
            self.percent_used.insert(said.place);
        }
        (is_of_that && &*said.name != "max").then_some(said.name)
    }

    /// Tells whether a movement has a max, by its nature or since an athlete lists one.
    fn has_max(&self, movement: &Movement) -> bool {
        let listed = self.listed.get(&self.file);
        movement.has_max || listed.is_some_and(|listed| listed.has(&format!("max {}", fold(&movement.name))))
    }

    /// Reports what a plan says that holds for none of its percentages: those of the workouts that it does are not its
    /// own.
    pub(super) fn check_percent_of_plan(&mut self) {
        let Some(said) = self.percent_of_plan.take() else { return };
        if self.percent_used.contains(&said.place) {
            return;
        }
        let message = format!("no percentage is written in this plan that would be of `{}`", said.name);
        self.report(Diagnostic::new(Rule::IdleOption, said.place.span, message).help(format!(
            "workouts that it does have their own: write `percent of {}` in them, or once at the top of their file",
            said.name
        )));
    }
}
