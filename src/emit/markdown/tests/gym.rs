//! Workouts put together by hand, as the checker would.

use std::sync::Arc;

use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Dose, Exercise, Level, Movement, MovementId,
    Program, Rest, RestAmount, SetGroup, Sides, Step, StepKind, Target, TargetKind, Unit, Workout,
};
use crate::emit::Compiled;
use crate::emit::card::Card;
use crate::source::Span;
use crate::timeline::{BlockId, Segment, SegmentKind, Timeline};

/// A program in the making.
#[derive(Default)]
pub struct Gym {
    pub program: Program,
    /// The level that cards are made at.
    pub level: Level,
    /// The movements of which this level takes another form, and the form.
    pub forms: Vec<(MovementId, MovementId)>,
}

impl Gym {
    /// Returns the movement of this name, which is made known when it is new.
    pub fn movement(&mut self, name: &str) -> MovementId {
        let movements = &mut self.program.movements;
        let at = movements.iter().position(|movement| movement.name == name).unwrap_or_else(|| {
            movements.push(Movement { name: name.to_owned(), known: true, ..Movement::default() });
            movements.len() - 1
        });
        MovementId(u32::try_from(at).unwrap())
    }

    /// Changes what is known of a movement.
    pub fn describe(&mut self, name: &str, change: impl FnOnce(&mut Movement)) {
        let id = self.movement(name);
        change(&mut self.program.movements[id.0 as usize]);
    }

    /// Returns the form of a movement that this level takes.
    fn form(&self, movement: MovementId) -> MovementId {
        self.forms.iter().find(|(of, _)| *of == movement).map_or(movement, |(_, form)| *form)
    }

    /// Returns a movement with a dose.
    pub fn choice(&mut self, name: &str, dose: Dose) -> Choice {
        Choice {
            movement: self.movement(name),
            name_span: Span::default(),
            dose,
            open: None,
            sides: Sides::Together,
            both_directions: false,
            targets: Vec::new(),
            tempo: None,
            hold: None,
            between_sets: BetweenSets::Nothing,
            moves: None,
            cue: None,
        }
    }

    /// Returns a statement without alternatives.
    pub fn does(&mut self, name: &str, dose: Dose) -> Step {
        any_of([self.choice(name, dose)])
    }
}

/// Returns a statement with alternatives.
pub fn any_of(choices: impl Into<Vec<Choice>>) -> Step {
    step(StepKind::Exercise(Exercise { choices: choices.into() }))
}

pub fn step(kind: StepKind) -> Step {
    Step { span: Span::default(), only: None, kind }
}

pub fn note(text: &str) -> Step {
    step(StepKind::Note(text.into()))
}

pub fn rest(seconds: i64) -> Step {
    step(StepKind::Rest(Box::new(Rest { amount: rest_for(seconds) })))
}

pub fn rest_for(seconds: i64) -> RestAmount {
    RestAmount::For(time(seconds))
}

pub fn time(seconds: i64) -> Amount {
    Amount::exactly(seconds * 1000, Unit::Second)
}

pub fn count(n: i64) -> Amount {
    Amount::exactly(n * 1000, Unit::Count)
}

pub fn between(low: i64, high: i64, unit: Unit) -> Amount {
    Amount { high: high * 1000, ..Amount::exactly(low * 1000, unit) }
}

pub fn bout(amount: Amount) -> Dose {
    Dose::Bout(Bout::Of(amount))
}

pub fn sets(n: i64, bout: Bout) -> Dose {
    Dose::Sets([group(n, bout, [])].into())
}

pub fn group(n: i64, bout: Bout, targets: impl Into<Vec<Target>>) -> SetGroup {
    SetGroup { count: count(n), bout, targets: targets.into(), own: None }
}

pub fn target(kind: TargetKind, value: i64, unit: Unit) -> Target {
    Target::new(kind, Amount::exactly(value * 1000, unit))
}

pub fn load(kilograms: i64) -> Target {
    target(TargetKind::Load { implements: 1 }, kilograms, Unit::Kilogram)
}

/// Returns a block as its kind and its steps have it, to be completed.
pub fn block(kind: BlockKind, steps: impl Into<Vec<Step>>) -> Block {
    Block {
        kind,
        title: None,
        rounds: None,
        ladder: None,
        work: None,
        work_rest: None,
        between_rounds: None,
        between_movements: None,
        transition: None,
        switch: None,
        per_half: None,
        until: None,
        cap: None,
        steps: steps.into(),
        header: Span::default(),
    }
}

impl From<Block> for Step {
    fn from(block: Block) -> Self {
        step(StepKind::Block(Box::new(block)))
    }
}

pub fn workout(title: &str, steps: impl Into<Vec<Step>>) -> Workout {
    Workout { title: title.to_owned(), steps: steps.into(), ..Workout::default() }
}

pub fn done(workout: &Arc<Workout>) -> Step {
    step(StepKind::Do(Arc::clone(workout)))
}

/// Returns the card of a workout that takes so many seconds at least, likely, at most.
pub fn card(gym: &Gym, workout: &Workout, seconds: [i64; 3], estimated: bool) -> String {
    let [least_ms, likely_ms, most_ms] = seconds.map(|seconds| seconds * 1000);
    let mut segments = Vec::new();
    lay_out(gym, &workout.steps, &mut segments);
    let timeline = Timeline { segments, least_ms, likely_ms, most_ms, estimated, ..Timeline::default() };
    let compiled = Compiled {
        source: "test.wod",
        program: &gym.program,
        workout,
        level: gym.level,
        timeline: &timeline,
    };
    super::super::write(&Card::of(&compiled))
}

/// Lays each step out once: a card asks the timeline for the movements that are done, not for when.
fn lay_out<'p>(gym: &Gym, steps: &'p [Step], segments: &mut Vec<Segment<'p>>) {
    for step in steps {
        match &step.kind {
            StepKind::Exercise(exercise) => segments.extend(exercise.choices.first().map(|choice| Segment {
                start_ms: 0,
                duration_ms: 0,
                kind: SegmentKind::Work,
                estimated: false,
                open_ended: false,
                block: BlockId::default(),
                step: Some(step),
                choice: Some(choice),
                of_set: None,
                movement: Some(gym.form(choice.movement)),
                side: None,
                direction: None,
                round: None,
                once: None,
                set: None,
                dose: None,
                hold_ms: None,
                ratio: None,
                targets: Default::default(),
                steps: Vec::new(),
            })),
            StepKind::Block(block) => lay_out(gym, &block.steps, segments),
            StepKind::Do(workout) => lay_out(gym, &workout.steps, segments),
            StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
        }
    }
}
