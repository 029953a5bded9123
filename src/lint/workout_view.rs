//! What a lint sees of a workout.

use super::demands::Demands;
use super::effort;
use super::memory::Memory;
use super::words::{Words, targets_of};
use crate::check::File;
use crate::check::program::{Choice, Level, Movement, MovementId, Program, Step, StepKind, Workout};
use crate::source::Span;
use crate::syntax::tree::{AboutWord, Block, Performance, Statement, StatementKind, Target, TextWord, Turn};
use crate::timeline::{Segment, SegmentKind, Timeline};

/// A workout, laid out, with the text it was written in.
#[derive(Debug, Clone, Copy)]
pub struct WorkoutView<'p> {
    /// The file it is in.
    pub file: &'p File,
    /// The movements it names.
    pub program: &'p Program,
    /// What it says.
    pub workout: &'p Workout,
    /// The level it is laid out at.
    pub level: Level,
    /// What happens when.
    pub timeline: &'p Timeline<'p>,
    /// What was found out about movements and workouts before.
    pub memory: &'p Memory,
    /// Everything that any of its bouts demands, so that a lint need not look at the bouts if none is of interest to
    /// it.
    pub asked: Demands,
}

impl<'p> WorkoutView<'p> {
    /// Returns what lints see of a workout at a level.
    pub fn new(
        file: &'p File,
        program: &'p Program,
        workout: &'p Workout,
        (level, timeline): (Level, &'p Timeline<'p>),
        memory: &'p Memory,
    ) -> Self {
        let asked = demands_of_all(&timeline.segments, memory.demands(program));
        Self { file, program, workout, level, timeline, memory, asked }
    }

    /// Returns the movement behind an id.
    pub fn movement(&self, id: MovementId) -> &'p Movement {
        self.program.movement(id)
    }

    /// Returns the demands of a segment's movement; none without a movement.
    pub fn demands(&self, segment: &Segment<'_>) -> Demands {
        demands_of(segment, self.memory.demands(self.program))
    }

    /// Tells whether another workout of the file does this one.
    pub fn is_done_by_another(&self) -> bool {
        self.memory.is_done(self.file, &self.workout.title)
    }

    /// Returns the text at a place of the workout's file.
    pub fn text(&self, span: Span) -> &'p str {
        &self.file.text[span.range()]
    }

    /// Returns a step as it is written, for the places of its words. Finding it in the tree takes time, so it is only
    /// done for what is reported.
    pub fn written(&self, step: &Step) -> Option<&'p Statement> {
        let mut statement = self.statement_at(step.span)?;
        while let StatementKind::Turns(turns) = &statement.kind {
            // Of a table by round this is the round's; of any other, a workout on its own has the first.
            let round = step.only.filter(|_| turns.by == Turn::Round).map_or(1, |only| only.from);
            statement = turns.items.get((round as usize).saturating_sub(1)).or(turns.items.first())?;
        }
        Some(statement)
    }

    /// Returns the statement at a place of the workout's file.
    pub fn statement_at(&self, span: Span) -> Option<&'p Statement> {
        statement_at(&self.file.tree.statements, span)
    }

    /// Returns the place of the workout's title, or of its first step if it has none.
    pub fn title_place(&self) -> Span {
        let own = match self.statement_at(self.workout.span).map(|statement| &statement.kind) {
            Some(StatementKind::Workout(definition)) => return definition.title.span,
            Some(_) | None => &self.file.tree.statements,
        };
        let title = own.iter().find(|statement| {
            matches!(statement.kind, StatementKind::Text(TextWord::About(AboutWord::Title), _))
        });
        let first = self.workout.steps.first().map(|step| step.span);
        title.map(|statement| statement.span).or(first).unwrap_or(self.workout.span)
    }

    /// Returns the alternatives of a movement statement as they are written, in the order of
    /// [`Exercise::choices`](crate::check::program::Exercise::choices).
    pub fn performances(&self, step: &Step) -> &'p [Performance] {
        match self.written(step).map(|statement| &statement.kind) {
            Some(StatementKind::Movement(performances)) => performances,
            Some(_) | None => &[],
        }
    }

    /// Returns the words of a movement statement. Finding them in the tree takes time, so it is only done for what is
    /// reported.
    pub fn words(&self, step: &Step) -> Words<'p> {
        Words::of(self.performances(step))
    }

    /// Returns the place of the target for which `is_it` holds, else of the movement's name.
    pub fn target_or_name(&self, step: &Step, choice: &Choice, is_it: impl Fn(&Target) -> bool) -> Span {
        let performances = self.performances(step);
        let written = performances.iter().find(|performance| performance.name == choice.name_span);
        let mut targets = written.or(performances.first()).into_iter().flat_map(targets_of);
        targets.find(|target| is_it(target)).map_or(choice.name_span, |target| target.span)
    }

    /// Returns the blocks around a step, the innermost last. Returns none for a step of a workout that this one does,
    /// which is checked where it is written.
    pub fn around(&self, step: &Step) -> Option<Vec<&'p Step>> {
        let mut around = Vec::new();
        let mut steps = &self.workout.steps;
        loop {
            let after = steps.partition_point(|other| other.span.start <= step.span.start);
            let other = steps.get(after.checked_sub(1)?)?;
            // The items of a table by round are written in one place.
            let mut here = steps.get(..after)?.iter().rev().take_while(|one| one.span == other.span);
            if here.any(|one| std::ptr::eq(one, step)) {
                return Some(around);
            }
            let StepKind::Block(block) = &other.kind else { return None };
            around.push(other);
            steps = &block.steps;
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

/// Returns what any of these segments demands, given the demands of the movements.
fn demands_of_all(segments: &[Segment<'_>], movements: &[Demands]) -> Demands {
    let mut all = Demands::NOTHING;
    for segment in segments {
        match segment.kind {
            SegmentKind::Work => {
                all = all.and(demands_of(segment, movements)).and(effort::of(segment));
            }
            SegmentKind::Interval => {
                all = all.and(demands_of_all(&segment.steps, movements)).and(Demands::INTERVAL);
            }
            SegmentKind::Rest
            | SegmentKind::Transition
            | SegmentKind::Switch
            | SegmentKind::Amrap
            | SegmentKind::ForTime => {}
        }
    }
    all
}

/// Returns the demands of a segment's movement.
fn demands_of(segment: &Segment<'_>, movements: &[Demands]) -> Demands {
    let demands = segment.movement.and_then(|id| movements.get(id.0 as usize));
    demands.copied().unwrap_or(Demands::NOTHING)
}

/// Finds the statement at a place, in as many steps as it has blocks around it.
fn statement_at(statements: &[Statement], span: Span) -> Option<&Statement> {
    let after = statements.partition_point(|statement| statement.span.start <= span.start);
    let statement = statements.get(after.checked_sub(1)?)?;
    if statement.span == span {
        return Some(statement);
    }
    statement_at(statement.kind.inside(), span)
}
