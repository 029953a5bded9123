//! Which alternative a level takes, and which form of its movement.

use crate::check::program::{Choice, Exercise, Level, Movement, MovementId, Program, TargetKind};

/// Returns the alternative that is done at a level, and the movement it is then done as.
///
/// At the level that the text is written for, that is the first alternative, as it is written. Each level below or above
/// it is one step: among several alternatives to the one that the movement names as easier (or harder), the nearest
/// first; of a single one to the movement's first easier (or harder) form, if the statement has no load and the form is
/// known and worked on the same sides.
pub fn choose<'p>(
    program: &'p Program,
    exercise: &'p Exercise,
    written_for: Level,
    level: Level,
) -> Option<(&'p Choice, MovementId)> {
    let first = exercise.choices.first()?;
    let mut chosen = (first, first.movement);
    let is_harder = level as u8 > written_for as u8;
    for _ in 0..(level as u8).abs_diff(written_for as u8) {
        let Some(next) = step(program, exercise, chosen, is_harder) else { break };
        chosen = next;
    }
    Some(chosen)
}

/// Returns what is one step easier or harder than an alternative done as a movement; none where nothing is.
fn step<'p>(
    program: &'p Program,
    exercise: &'p Exercise,
    (choice, done_as): (&'p Choice, MovementId),
    is_harder: bool,
) -> Option<(&'p Choice, MovementId)> {
    let movement = movement(program, done_as)?;
    let forms = if is_harder { &movement.harder } else { &movement.easier };
    let mut ids = forms.iter().map(|name| program.movement_called(name));
    if exercise.choices.len() == 1 {
        let form = ids.next().flatten().filter(|_| !is_loaded(choice))?;
        let is_like_it =
            self::movement(program, form).is_some_and(|form| form.known && form.sides == movement.sides);
        return is_like_it.then_some((choice, form));
    }
    let named = |id: MovementId| exercise.choices.iter().find(|choice| choice.movement == id);
    ids.flatten().find_map(named).map(|choice| (choice, choice.movement))
}

/// Returns the movement behind an id.
pub fn movement(program: &Program, id: MovementId) -> Option<&Movement> {
    program.movements.get(id.0 as usize)
}

/// Tells whether a statement has a load, which would not fit another form of the movement.
fn is_loaded(choice: &Choice) -> bool {
    choice.all_targets().any(|target| match target.kind {
        TargetKind::Load { .. }
        | TargetKind::Percent { .. }
        | TargetKind::RepMax
        | TargetKind::Bodyweight => true,
        TargetKind::Assistance
        | TargetKind::Size
        | TargetKind::Rpe
        | TargetKind::Rir
        | TargetKind::Zone
        | TargetKind::HeartRate
        | TargetKind::Power
        | TargetKind::Cadence
        | TargetKind::StrokeRate
        | TargetKind::Speed
        | TargetKind::Pace
        | TargetKind::Slope
        | TargetKind::NamedPace { .. }
        | TargetKind::Effort(_) => false,
    })
}
