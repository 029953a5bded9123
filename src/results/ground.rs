//! What results are replayed on, and where everything is that moved.

use rustc_hash::FxHashMap;

use super::lifts::Lifts;
use super::maxes::Maxes;
use super::standing::Standing;
use crate::athlete::{Athlete, BARBELL, convert_mass};
use crate::check::program::{Level, Movement, Program, Unit, Workout};
use crate::source::Place;

/// Where everything is that moved.
#[derive(Debug, Clone, Default)]
pub struct Standings {
    /// Each statement.
    pub places: FxHashMap<Place, Standing>,
    /// The maxes of each plan.
    pub maxes: Maxes,
    /// What was lifted.
    pub lifts: Lifts,
}

/// Returns the level at which a workout is settled.
pub type LevelOf<'l> = &'l dyn Fn(&Workout) -> Level;

/// What the results are replayed on.
pub struct Ground<'p> {
    /// The program, with its athlete.
    pub program: &'p Program,
    /// The athlete whose results they are.
    pub athlete: &'p Athlete,
    /// The level of each workout.
    pub level_of: LevelOf<'p>,
}

impl Ground<'_> {
    /// Returns the lightest weight of a movement, in thousandths of a unit: the empty bar, or one step.
    pub fn least_load(&self, movement: &Movement, unit: Unit) -> i64 {
        let is_barbell = movement.equipment.iter().any(|one| one == BARBELL);
        let least = if is_barbell { self.athlete.bar_of(movement) } else { self.athlete.step() };
        convert_mass(least, self.athlete.units.unit(), unit)
    }
}
