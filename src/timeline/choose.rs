//! Which alternative a level takes, and which form of its movement.

use crate::check::program::{Choice, Exercise, Level, Movement, MovementId, Program, TargetKind};

/// Returns the alternative that is done at a level, and the movement it is then done as.
///
/// Among several alternatives a level takes the one that the first one's movement names as easier (or harder), the
/// nearest first; without one, the first. A single one is done in the movement's first easier (or harder) form, if
/// the statement has no load and the form is known and worked on the same sides.
pub fn choose<'p>(
    program: &'p Program,
    exercise: &'p Exercise,
    level: Level,
) -> Option<(&'p Choice, MovementId)> {
    let first = exercise.choices.first()?;
    let as_written = Some((first, first.movement));
    let Some(movement) = movement(program, first.movement) else { return as_written };
    let forms = match level {
        Level::Beginner => &movement.easier,
        Level::Intermediate => return as_written,
        Level::Advanced => &movement.harder,
    };
    let mut ids = forms.iter().map(|name| program.movement_called(name));
    if let [only] = exercise.choices.as_slice() {
        let form = ids.next().flatten().filter(|_| !is_loaded(only));
        let is_like_it = |id: &MovementId| {
            self::movement(program, *id).is_some_and(|form| form.known && form.sides == movement.sides)
        };
        return form.filter(is_like_it).map(|id| (only, id)).or(as_written);
    }
    let named = |id: MovementId| exercise.choices.iter().find(|choice| choice.movement == id);
    ids.flatten().find_map(named).map(|choice| (choice, choice.movement)).or(as_written)
}

/// Returns the movement behind an id.
pub fn movement(program: &Program, id: MovementId) -> Option<&Movement> {
    program.movements.get(id.0 as usize)
}

/// Tells whether a statement has a load, which would not fit another form of the movement.
fn is_loaded(choice: &Choice) -> bool {
    choice.all_targets().any(|target| match target.kind {
        TargetKind::Load { .. } | TargetKind::Percent { .. } | TargetKind::Bodyweight => true,
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
