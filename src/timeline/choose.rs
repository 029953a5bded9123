//! Which alternative a level takes, and which form of its movement.

use crate::check::program::{Choice, Dose, Exercise, Level, Movement, MovementId, Program, TargetKind};

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
    if let [only] = exercise.choices.as_slice() {
        let form = forms.first().filter(|_| !is_loaded(only)).and_then(|name| known_form(program, name));
        return match form {
            Some((id, form)) if form.sides == movement.sides => Some((only, id)),
            Some(_) | None => as_written,
        };
    }
    let named = |name: &String| {
        let is_form = |choice: &&Choice| {
            self::movement(program, choice.movement).is_some_and(|movement| answers_to(movement, name))
        };
        exercise.choices.iter().find(is_form)
    };
    forms.iter().find_map(named).map(|choice| (choice, choice.movement)).or(as_written)
}

/// Returns the movement behind an id.
pub fn movement(program: &Program, id: MovementId) -> Option<&Movement> {
    program.movements.get(id.0 as usize)
}

/// Returns the known movement of this name.
fn known_form<'p>(program: &'p Program, name: &str) -> Option<(MovementId, &'p Movement)> {
    let at = program.movements.iter().position(|movement| movement.known && answers_to(movement, name))?;
    Some((MovementId(u32::try_from(at).ok()?), program.movements.get(at)?))
}

/// Tells whether a movement has this name, whatever its case.
fn answers_to(movement: &Movement, name: &str) -> bool {
    std::iter::once(&movement.name).chain(&movement.also).any(|other| same_folded(other, name))
}

/// Tells whether two names differ in case alone.
fn same_folded(a: &str, b: &str) -> bool {
    let lower = |name: &str| name.chars().flat_map(char::to_lowercase).collect::<String>();
    a.eq_ignore_ascii_case(b) || (!(a.is_ascii() && b.is_ascii()) && lower(a) == lower(b))
}

/// Tells whether a statement says how heavy, which would not fit another form.
fn is_loaded(choice: &Choice) -> bool {
    let of_groups = match &choice.dose {
        Dose::Sets(groups) => groups.as_ref(),
        Dose::FromBlock | Dose::Bout(_) => &[],
    };
    let targets = choice.targets.iter().chain(of_groups.iter().flat_map(|group| &group.targets));
    targets.into_iter().any(|target| match target.kind {
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
