//! There is a rest of more than 10 minutes in the middle of the work.
//!
//! # Why
//! `rest 15min` instead of `rest 15s` turns a short circuit into two hours, and an athlete who follows the script has to
//! wait. The rule does not apply to a rest on the move (`rest bike 15min`), to a rest between two blocks, which
//! separates two events, or to up to half an hour between runs, which all-out sprints may need.
//!
//! # Wrong
//! ```wod
//! circuit rounds 3 <
//!   squat 30s
//!   rest 15min
//! >
//! ```
//!
//! # Right
//! ```wod
//! circuit rounds 3 <
//!   squat 30s
//!   rest 15s
//! >
//! ```
//!
//! # Source
//! - **10 minutes**: 3 to 5 minutes between sets are enough for strength (de Salles and others, Sports Medicine
//!   2009), and after 8 minutes the muscles' fastest fuel is back to what it was (Harris and others, Pflügers Archiv
//!   1976). Longer rests only make the muscles cold. Twice the longest rest that is advised is enough for everybody.
//! - **30 minutes** between runs, rides, rows and swims: a rule of thumb of sprint coaches is a minute of rest for
//!   each 10 metres at full speed, and nobody keeps up full speed for much longer than 300 m. This is reasoning, not
//!   a finding.

use super::found::Found;
use super::workout_view::WorkoutView;
use crate::check::program::{
    BetweenSets, Block, Choice, MovementId, Pattern, RestAmount, Step, StepKind, Unit,
};
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock_to_the_second as clock;
use crate::source::Span;
use crate::syntax::tree::{Modifier, ModifierKind, OptionKind};

/// What it gives.
pub const RULE: Rule = Rule::LongRest;

/// The longest rest in the middle of the work. The page says why.
const LONGEST_MS: i64 = 10 * 60_000;

/// The longest rest between two runs. The page says why.
const LONGEST_OF_RUNS_MS: i64 = 30 * 60_000;

/// Looks at every written rest.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    inside(view, &view.workout.steps, found);
}

/// Looks at the rests among steps, and inside them. How deep those stand in each other was bounded before.
fn inside(view: &WorkoutView<'_>, steps: &[Step], found: &mut Found) {
    for (at, step) in steps.iter().enumerate() {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                for choice in &exercise.choices {
                    if let BetweenSets::Rest(rest) = &choice.between_sets
                        && let Some(ms) = too_long(rest, travels(view, choice.movement))
                    {
                        report(found, between_sets(view, step, choice), ms);
                    }
                }
            }
            StepKind::Rest(rest) => {
                let (before, after) = (at.checked_sub(1).and_then(|at| steps.get(at)), steps.get(at + 1));
                let parts_events = before.is_some_and(is_block) && after.is_some_and(is_block);
                if let Some(ms) = too_long(&rest.amount, before.is_some_and(|step| is_run(view, step)))
                    && !parts_events
                {
                    report(found, step.span, ms);
                }
            }
            StepKind::Block(block) => {
                of_block(view, step, block, found);
                inside(view, &block.steps, found);
            }
            StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) | StepKind::Do(_) => {}
        }
    }
}

/// Looks at the rests that a block's first line asks for.
fn of_block(view: &WorkoutView<'_>, step: &Step, block: &Block, found: &mut Found) {
    type IsIt = fn(&OptionKind) -> bool;
    let rests: [(&Option<RestAmount>, IsIt); 3] = [
        (&block.work_rest, |kind| matches!(kind, OptionKind::Rest(_))),
        (&block.between_rounds, |kind| matches!(kind, OptionKind::BetweenRounds(_))),
        (&block.between_movements, |kind| matches!(kind, OptionKind::BetweenMovements(_))),
    ];
    for (rest, is_it) in rests {
        let Some(rest) = rest else { continue };
        // What the block holds is only looked at where the rest is long.
        let runs = || block.steps.iter().any(|step| is_run(view, step));
        let Some(ms) = too_long(rest, false).filter(|_| too_long(rest, runs()).is_some()) else { continue };
        let written = view.written_block(step);
        let option = written.and_then(|block| block.options.iter().find(|option| is_it(&option.kind)));
        report(found, option.map_or(block.header, |option| option.span), ms);
    }
}

/// Returns how long a rest is at its shortest, where even that is too long.
fn too_long(rest: &RestAmount, after_a_run: bool) -> Option<i64> {
    let longest_ms = if after_a_run { LONGEST_OF_RUNS_MS } else { LONGEST_MS };
    match rest {
        RestAmount::For(amount) if amount.unit == Unit::Second && amount.low > longest_ms => Some(amount.low),
        RestAmount::ByRound(rests) => rests.iter().find_map(|rest| too_long(rest, after_a_run)),
        RestAmount::For(_) | RestAmount::Ratio { .. } | RestAmount::UntilReady | RestAmount::Moving { .. } | RestAmount::TurnOff => None,
    }
}

/// Reports a rest.
fn report(found: &mut Found, place: Span, ms: i64) {
    let message = format!("this rest takes {}, which is longer than any set needs", clock(ms));
    let seconds = ms / 60_000;
    let help = format!(
        "if seconds were meant, write `{seconds}s`; a break between two events goes between their blocks"
    );
    found.report(Diagnostic::new(RULE, place, message).help(help));
}

/// Returns the place of the rest between a statement's sets.
fn between_sets(view: &WorkoutView<'_>, step: &Step, choice: &Choice) -> Span {
    let is_rest = |modifier: &&Modifier| matches!(modifier.kind, ModifierKind::Rest(_));
    // An alternative without a rest of its own takes the one of another.
    let performances = view.performances(step);
    let own = performances.iter().find(|performance| performance.name == choice.name_span);
    let rest = own.into_iter().chain(performances).find_map(|one| one.modifiers.iter().find(is_rest));
    rest.map_or(choice.name_span, |rest| rest.span)
}

fn is_block(step: &Step) -> bool {
    matches!(step.kind, StepKind::Block(_) | StepKind::Do(_))
}

/// Tells whether a step is a run, a ride, a row or a swim.
fn is_run(view: &WorkoutView<'_>, step: &Step) -> bool {
    match &step.kind {
        StepKind::Exercise(exercise) => exercise.choices.iter().any(|choice| travels(view, choice.movement)),
        StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) | StepKind::Block(_) | StepKind::Do(_) => false,
    }
}

fn travels(view: &WorkoutView<'_>, movement: MovementId) -> bool {
    view.movement(movement).pattern == Some(Pattern::Locomotion)
}
