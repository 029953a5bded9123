//! What a lint sees of a workout.

use crate::check::File;
use crate::check::program::{Level, Movement, MovementId, Program, Step, Workout};
use crate::source::Span;
use crate::syntax::tree::{Block, Performance, Statement, StatementKind};
use crate::timeline::Timeline;

/// A workout, laid out, with the text it was written in.
#[derive(Debug, Clone, Copy)]
pub struct Session<'p> {
    /// The file it stands in.
    pub file: &'p File,
    /// The movements it names.
    pub program: &'p Program,
    /// What it says.
    pub workout: &'p Workout,
    /// The level it is laid out at.
    pub level: Level,
    /// What happens when.
    pub timeline: &'p Timeline<'p>,
}

impl<'p> Session<'p> {
    /// Returns the movement behind an id.
    pub fn movement(&self, id: MovementId) -> &'p Movement {
        self.program.movement(id)
    }

    /// Returns the text at a place of the workout's file.
    pub fn text(&self, span: Span) -> &'p str {
        &self.file.text[span.range()]
    }

    /// Returns a step as it is written, for the places of its words. It is looked for in the tree: worth it only for
    /// what is reported.
    pub fn written(&self, step: &Step) -> Option<&'p Statement> {
        statement_at(&self.file.tree.statements, step.span)
    }

    /// Returns the alternatives of a movement statement as they are written, in the order of
    /// [`Exercise::choices`](crate::check::program::Exercise::choices).
    pub fn performances(&self, step: &Step) -> &'p [Performance] {
        match self.written(step).map(|statement| &statement.kind) {
            Some(StatementKind::Movement(performances)) => performances,
            Some(_) | None => &[],
        }
    }

    /// Returns a block as it is written.
    pub fn written_block(&self, step: &Step) -> Option<&'p Block> {
        match self.written(step).map(|statement| &statement.kind) {
            Some(StatementKind::Block(block)) => Some(block),
            Some(_) | None => None,
        }
    }
}

/// Finds the statement at a place, in as many steps as it has blocks around it.
fn statement_at(statements: &[Statement], span: Span) -> Option<&Statement> {
    let after = statements.partition_point(|statement| statement.span.start <= span.start);
    let statement = statements.get(after.checked_sub(1)?)?;
    if statement.span == span {
        return Some(statement);
    }
    let inside: &[Statement] = match &statement.kind {
        StatementKind::Block(block) => &block.body,
        StatementKind::Workout(workout) => &workout.body,
        StatementKind::Unreadable(inside) => inside,
        StatementKind::Movement(_)
        | StatementKind::Rest(_)
        | StatementKind::Text(..)
        | StatementKind::Do(_)
        | StatementKind::Transition(_)
        | StatementKind::Switch(_)
        | StatementKind::Expect(_)
        | StatementKind::Level(_)
        | StatementKind::Tags(_)
        | StatementKind::Allow(_)
        | StatementKind::Use(_)
        | StatementKind::MovementDefinition(_)
        | StatementKind::Athlete(_)
        | StatementKind::Plan(_) => &[],
    };
    statement_at(inside, span)
}
