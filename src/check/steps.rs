//! The steps of a workout or a block, and the other statements among them.

use super::Checker;
use super::day::is_rest_day;
use super::program::{Record, Step, StepKind};
use super::scope::{Gives, Rounds, Scope};
use crate::catalog::unescape;
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::{BlockWord, Statement, StatementKind, Text, TextStepWord, TextWord, Turn};

/// How many movements one statement may offer to choose from. Each is compared with all the others.
const MAX_ALTERNATIVES: usize = 100;

impl<'f> Checker<'f> {
    /// Checks all steps of a workout or a block. Returns none if any of them has an error.
    pub(super) fn steps(
        &mut self,
        statements: &'f [Statement],
        around: Span,
        scope: &Scope,
    ) -> Option<Vec<Step>> {
        let mut steps = Vec::with_capacity(statements.len());
        let mut failed = !self.check_once(statements, scope);
        if scope.top {
            self.top_sets.clear();
        }
        let mut has_work_before = false;
        for statement in statements {
            for one in each_turn(statement) {
                if let StatementKind::Rest(amount, _) = &one.kind {
                    self.check_work_before(amount, has_work_before);
                }
            }
            has_work_before |= is_work(&statement.kind);
            failed |= !self.statement(statement, around, scope, &mut steps);
        }
        (!failed).then_some(steps)
    }

    /// Checks one statement and adds the steps that it is: one, several in turn, or none. Returns false if it has an
    /// error.
    pub(super) fn statement(
        &mut self,
        statement: &'f Statement,
        around: Span,
        scope: &Scope,
        steps: &mut Vec<Step>,
    ) -> bool {
        let span = statement.span;
        let kind = match &statement.kind {
            StatementKind::Movement(performances) if performances.len() > MAX_ALTERNATIVES => {
                let message = format!("this offers more than {MAX_ALTERNATIVES} movements to choose from");
                self.report(Diagnostic::new(Rule::TooLong, performances[0].name, message));
                None
            }
            // It was read with the day.
            StatementKind::Rest(..) if scope.plan && scope.top && is_rest_day(statement) => return true,
            StatementKind::Movement(performances) => self.exercise(performances, span, scope),
            StatementKind::Rest(amount, _) => self.rest(amount, span, scope),
            StatementKind::Block(block) => self.block(block, span, scope),
            StatementKind::Do(done) => self.done(done, span, scope),
            StatementKind::Turns(turns) if turns.by == Turn::Round => {
                return self.by_round(turns, around, scope, steps);
            }
            StatementKind::Turns(turns) => self.by_turn(turns, around, scope),
            StatementKind::Sometimes(sometimes) => self.sometimes(sometimes, span, scope),
            StatementKind::Text(TextWord::Step(word), texts) => Some(match word {
                TextStepWord::Note => StepKind::Note(self.joined(texts)),
                TextStepWord::Record => StepKind::Record(Record { text: self.joined(texts), max: None }),
            }),
            StatementKind::RecordMax(name) => self.record_max(*name),
            // It is checked with its blanks filled.
            StatementKind::Workout(workout) if workout.is_template() && scope.file => return true,
            StatementKind::Allow(allow) => {
                self.allow(allow, around);
                return true;
            }
            StatementKind::Unreadable(inner) => {
                // Its contents are checked as far as they do not depend on the block that could not be read.
                let lenient = Scope {
                    gives: Gives::Work,
                    in_rounds: true,
                    rounds: Rounds::Most(u32::MAX),
                    around: Some(BlockWord::Circuit),
                    top: false,
                    alternating: true,
                    ..*scope
                };
                self.steps(inner, span, &lenient);
                None
            }
            StatementKind::Text(..)
            | StatementKind::Transition(_)
            | StatementKind::Switch(_)
            | StatementKind::Expect(_)
            | StatementKind::Level(_)
            | StatementKind::Scale(_)
            | StatementKind::Tags(_)
            | StatementKind::Use(_)
            | StatementKind::Workout(_)
            | StatementKind::MovementDefinition(_)
            | StatementKind::Pose(_)
            | StatementKind::Athlete(_)
            | StatementKind::Plan(_)
            | StatementKind::Race(_)
            | StatementKind::PercentOf(_)
            | StatementKind::Raise(_)
            | StatementKind::Team(_)
            | StatementKind::Results(_)
            | StatementKind::Done(_) => {
                if let Some(word) = statement.kind.word() {
                    self.check_site(word, span, scope.site());
                }
                return true;
            }
        };
        let Some(kind) = kind else { return false };
        let Some(only) = self.only_rounds(statement, scope) else { return false };
        steps.push(Step { span, only, kind });
        true
    }

    fn joined(&self, texts: &[Text]) -> Box<str> {
        match texts {
            [text] => self.title(*text).into(),
            texts => texts.iter().map(|&text| self.title(text)).collect::<Vec<_>>().join(" ").into(),
        }
    }

    pub(super) fn title(&self, text: Text) -> String {
        unescape(self.text(text.inner))
    }
}

/// Tells whether a statement is work that a rest can be measured by.
fn is_work(kind: &StatementKind) -> bool {
    matches!(
        kind,
        StatementKind::Movement(_)
            | StatementKind::Block(_)
            | StatementKind::Do(_)
            | StatementKind::Sometimes(_)
            | StatementKind::Unreadable(_)
    ) || matches!(kind, StatementKind::Turns(turns) if is_work(&turns.written.kind))
}

/// Returns the statements of each turn of a statement, or itself.
fn each_turn(statement: &Statement) -> &[Statement] {
    match &statement.kind {
        StatementKind::Turns(turns) => &turns.items,
        _ => std::slice::from_ref(statement),
    }
}
