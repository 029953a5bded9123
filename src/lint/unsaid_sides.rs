//! A movement is done one side at a time, and its dose may be for each side or for both together.
//!
//! # Why
//! Is `split squat 10` ten on each leg, or ten in all? The first is twice as much work, takes twice as long, and has
//! a change of legs, which the script would call out.
//!
//! The rule does not apply if the sides take turns anyway, as in a lunge, a step-up or a pistol squat: there a plain
//! number is for both together. It does not apply to movements that cover ground, such as a run, or in an AMRAP, a
//! `for time`, an EMOM, an `every` or a tabata, or with a dose from `work`, where athletes change sides when they
//! like. Nor does it apply to `max`, to single repetitions (`Turkish get-up 10x1`), in a block that is done `per
//! side`, or with a weight in each hand.
//!
//! # Wrong
//! ```wod
//! split squat 3x10 rest 1min
//! ```
//!
//! # Right
//! ```wod
//! split squat 3x10 per leg rest 1min
//! ```

use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::check::program::{Block, BlockKind, BodyHalf, Bout, Choice, Dose, MovementPace, Pattern, Sides, TargetKind, Unit};
use crate::diagnostic::{self, Diagnostic, Rule};

/// What it gives.
pub const RULE: Rule = Rule::UnsaidSides;

/// Looks for the first alternative that leaves its sides open: the others mostly share its words.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    if !statement.around.iter().all(|block| leaves_sides_open(block)) {
        return;
    }
    let choices = statement.exercise.choices.iter().enumerate();
    let open = |(number, choice)| Some((number, choice, half(view, choice, statement.around)?));
    let Some((number, choice, half)) = choices.into_iter().find_map(open) else { return };
    let (name, half) = (view.text(choice.name_span), half.name());
    let words = view.words(statement.step);
    let items = words.dose(number);
    let place = words.dose_span(number).unwrap_or(choice.name_span);
    let diagnostic = if let [item] = items.as_slice() {
        let dose = view.text(item.span);
        let message = format!(
            "`{name}` is worked one {half} at a time: is `{dose}` for each {half}, or for both together?"
        );
        Diagnostic::new(RULE, place, message)
            .help(format!("write `{dose} per {half}` for each, `{dose} alternating` where they share it"))
            .choices([
                diagnostic::Choice::write(item.span, format!("{dose} per {half}")).meaning("for each"),
                diagnostic::Choice::write(item.span, format!("{dose} alternating")).meaning("where they share it"),
            ])
    } else {
        let message = format!(
            "`{name}` is worked one {half} at a time: is the dose for each {half}, or for both together?"
        );
        Diagnostic::new(RULE, place, message)
            .help(format!("write `per {half}` after it for each, `alternating` where they share it"))
    };
    found.report(diagnostic);
}

/// Tells whether a block leaves it to its movements to say which side they are for.
fn leaves_sides_open(block: &Block) -> bool {
    let is_timed = match block.kind {
        BlockKind::Amrap { .. }
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::ForTime
        | BlockKind::Tabata => true,
        BlockKind::Circuit
        | BlockKind::Superset
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => false,
    };
    !is_timed && block.per_half.is_none()
}

/// Returns which half a movement is worked by, where the statement ought to say how the dose is shared.
fn half(view: &WorkoutView<'_>, choice: &Choice, around: &[&Block]) -> Option<BodyHalf> {
    if choice.sides != Sides::Together || choice.both_directions {
        return None;
    }
    let movement = view.movement(choice.movement);
    let has_speed = matches!(movement.pace, Some(MovementPace::PerDistance { .. }));
    let travels = match movement.pattern {
        Some(pattern) => pattern == Pattern::Locomotion,
        None => has_speed,
    };
    let half = movement.sides.filter(|_| !movement.sides_alternate && !travels)?;
    let is_open = match &choice.dose {
        Dose::FromBlock => around.last().is_some_and(|block| block.ladder.is_some()),
        Dose::Bout(bout) => is_shared(bout),
        Dose::Sets(groups) => groups.iter().any(|group| is_shared(&group.bout)),
    };
    let of_hands = matches!(half, BodyHalf::Arm | BodyHalf::Hand);
    (is_open && !(of_hands && has_pair(choice))).then_some(half)
}

/// Tells whether two sides could share a bout. One repetition is always of one side.
fn is_shared(bout: &Bout) -> bool {
    match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) => amount.unit != Unit::Count || amount.high > 1000,
        Bout::Max(_) => false,
    }
}

/// Tells whether there is a weight in each hand, so that both work at once.
fn has_pair(choice: &Choice) -> bool {
    choice.all_targets().any(|target| target.kind == TargetKind::Load { implements: 2 })
}
