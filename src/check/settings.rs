//! What the person who compiles a file may choose.

use super::program::{Level, Workout};
pub use crate::quantity::LoadUnit;

/// What is chosen, apart from what the file says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Settings {
    /// The level to settle at, whatever a workout says of itself.
    pub level: Option<Level>,
    /// The level to settle at if a workout does not state one.
    pub default_level: Level,
    /// Whether workouts are laid out at all levels, whichever they are settled at.
    pub all_levels: bool,
    /// The unit of a load of a plain number, if that is known.
    pub units: Option<LoadUnit>,
    /// The athlete to compile for, if one was named.
    pub athlete: Option<String>,
    /// Whether results need not say whose they are.
    pub whose_is_known: bool,
}

impl Settings {
    /// Returns the level that was asked for, or the default one.
    pub fn level(&self) -> Level {
        self.level.unwrap_or(self.default_level)
    }

    /// Returns the level that `workout` is settled at.
    pub fn level_of(&self, workout: &Workout) -> Level {
        self.level.or(workout.level).unwrap_or(self.default_level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_asked_for_goes_before_the_workouts_own_and_that_before_the_default() {
        let silent = Workout::default();
        let easy = Workout { level: Some(Level::Beginner), ..Workout::default() };
        let hard = Settings { default_level: Level::Advanced, ..Settings::default() };
        assert_eq!(hard.level_of(&silent), Level::Advanced);
        assert_eq!(hard.level_of(&easy), Level::Beginner);
        let asked = Settings { level: Some(Level::Intermediate), ..hard };
        assert_eq!(asked.level_of(&easy), Level::Intermediate);
        assert_eq!(asked.level(), Level::Intermediate);
        assert_eq!(Settings::default().level_of(&silent), Level::Intermediate);
    }
}
