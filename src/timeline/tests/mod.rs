//! What the timeline makes of workouts that are put together by hand.

mod bounds;
mod clocks;
mod gaps;
mod laws;
mod levels;
mod progressions;
mod reference;
mod statements;
mod totals;

use std::sync::Arc;

use super::{SegmentKind, Timeline, lower};
use crate::check::program::{
    Amount, BetweenSets, Block, BlockKind, Bout, Choice, Dose, Each, Exercise, Level, Movement, MovementId,
    Program, Progression, Rest, RestAmount, SetGroup, Sides, Step, StepKind, Target, TargetKind, Unit,
    Workout,
};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

/// The movements of a test, in the order of their ids.
const NAMES: [&str; 6] = ["squat", "lunge", "plank", "run", "jumping lunge", "step-back lunge"];

const SQUAT: MovementId = MovementId(0);
const LUNGE: MovementId = MovementId(1);
const PLANK: MovementId = MovementId(2);
const RUN: MovementId = MovementId(3);
const JUMPING_LUNGE: MovementId = MovementId(4);
const STEP_BACK_LUNGE: MovementId = MovementId(5);

/// Returns a program of known movements without paces; `lunge` has an easier and a harder form.
fn program() -> Program {
    let mut movements: Vec<Movement> = NAMES
        .iter()
        .map(|name| Movement { id: (*name).into(), name: (*name).into(), known: true, ..Movement::default() })
        .collect();
    movements[1].easier = vec!["Step-back Lunge".into()];
    movements[1].harder = vec!["jumping lunge".into()];
    Program { movements, ..Program::default() }
}

fn secs(n: i64) -> Amount {
    Amount::exactly(n * 1000, Unit::Second)
}

fn reps(n: i64) -> Amount {
    Amount::exactly(n * 1000, Unit::Count)
}

fn metres(n: i64) -> Amount {
    Amount::exactly(n * 1000, Unit::Metre)
}

fn between(low: i64, high: i64, unit: Unit) -> Amount {
    Amount { low: low * 1000, high: high * 1000, ..Amount::exactly(0, unit) }
}

/// Adds a progression of whole units to an amount.
fn step_by(amount: Amount, by: i64, each: Each) -> Amount {
    Amount { progression: Some(Progression { by: by * 1000, percent: false, each }), ..amount }
}

fn step(kind: StepKind) -> Step {
    Step { span: Span::default(), only: None, kind }
}

fn choice(movement: MovementId, dose: Dose) -> Choice {
    Choice {
        movement,
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

fn exercise(choices: Vec<Choice>) -> Step {
    step(StepKind::Exercise(Exercise { choices }))
}

fn bout(amount: Amount) -> Dose {
    Dose::Bout(Bout::Of(amount))
}

fn sets(count: Amount, bout: Amount) -> Dose {
    Dose::Sets(Box::new([SetGroup { count, bout: Bout::Of(bout), targets: Vec::new(), own: None }]))
}

/// A movement for a dose.
fn work(movement: MovementId, dose: Dose) -> Step {
    exercise(vec![choice(movement, dose)])
}

/// A movement for so many seconds.
fn timed(movement: MovementId, seconds: i64) -> Step {
    work(movement, bout(secs(seconds)))
}

/// A movement with something changed about it.
fn work_with(movement: MovementId, dose: Dose, change: impl FnOnce(&mut Choice)) -> Step {
    let mut choice = choice(movement, dose);
    change(&mut choice);
    exercise(vec![choice])
}

fn rest(seconds: i64) -> Step {
    rest_of(RestAmount::For(secs(seconds)))
}

fn rest_of(amount: RestAmount) -> Step {
    step(StepKind::Rest(Box::new(Rest { amount })))
}

fn note(text: &str) -> Step {
    step(StepKind::Note(text.into()))
}

fn done(workout: Workout) -> Step {
    step(StepKind::Do(Arc::new(workout)))
}

/// A block with something changed about it. Its header's span starts at the number of steps, so that blocks of
/// different sizes can be told apart.
fn block(kind: BlockKind, steps: Vec<Step>, change: impl FnOnce(&mut Block)) -> Step {
    let header = Span::new(steps.len(), steps.len() + 1);
    let mut block = Block {
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
        steps,
        header,
    };
    change(&mut block);
    step(StepKind::Block(Box::new(block)))
}

fn circuit(rounds: i64, steps: Vec<Step>) -> Step {
    circuit_with(rounds, steps, |_| {})
}

fn circuit_with(rounds: i64, steps: Vec<Step>, change: impl FnOnce(&mut Block)) -> Step {
    block(BlockKind::Circuit, steps, |block| {
        block.rounds = Some(reps(rounds));
        change(block);
    })
}

fn workout(steps: Vec<Step>) -> Workout {
    Workout { title: "test".into(), steps, ..Workout::default() }
}

fn target(kind: TargetKind, amount: Amount) -> Target {
    Target::new(kind, amount)
}

/// Lowers at a level and hands the timeline to `look`.
fn at<T>(level: Level, workout: &Workout, look: impl FnOnce(&Timeline<'_>, &[Diagnostic]) -> T) -> T {
    let program = program();
    let (timeline, diagnostics) = lower(&program, workout, level);
    look(&timeline, &diagnostics)
}

/// Lowers steps at the default level and shows each segment: `squat 30`, `rest 15`, `plank 15 right`.
fn lines(steps: Vec<Step>) -> Vec<String> {
    lines_of(&workout(steps))
}

fn lines_of(workout: &Workout) -> Vec<String> {
    at(Level::Intermediate, workout, |timeline, _| show(&timeline.segments))
}

fn show(segments: &[super::Segment<'_>]) -> Vec<String> {
    let show = |segment: &super::Segment<'_>| {
        let what = match (segment.kind, segment.movement) {
            (SegmentKind::Work, Some(id)) => NAMES[id.0 as usize],
            (kind, _) => kind.name(),
        };
        let side = segment.side.map_or(String::new(), |side| format!(" {}", side.name()));
        let seconds = segment.duration_ms as f64 / 1000.0;
        format!("{what} {seconds}{side}")
    };
    segments.iter().map(show).collect()
}

/// Lowers steps and returns least, likely and most, in seconds.
fn triple(level: Level, steps: Vec<Step>) -> (f64, f64, f64) {
    at(level, &workout(steps), |timeline, _| {
        let [least, likely, most] =
            [timeline.least_ms, timeline.likely_ms, timeline.most_ms].map(|ms| ms as f64 / 1000.0);
        (least, likely, most)
    })
}

/// Lowers steps and returns the rules that were broken.
fn rules(steps: Vec<Step>) -> Vec<Rule> {
    at(Level::Intermediate, &workout(steps), |_, diagnostics| diagnostics.iter().map(|d| d.rule).collect())
}
