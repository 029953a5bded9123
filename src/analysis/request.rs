//! What is wanted of an analysis.

use crate::check::program::Level;
use crate::check::{LoadUnit, Settings};
use crate::diagnostic::Levels;
use crate::emit::{Format, Options};
use crate::source::SourceFile;

/// What is wanted of an analysis. More may be asked for some day: end yours with `..Request::default()`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Request {
    /// The level to settle ranges at, unless the workout's own is wanted.
    pub level: Option<Level>,
    /// The level of a workout that states none, where none is asked for.
    pub default_level: Level,
    /// The formats of the outputs.
    pub formats: Vec<Format>,
    /// The rules whose levels differ from the table's.
    pub rules: Levels,
    /// What a load of a plain number is meant in, where that is known.
    pub units: Option<LoadUnit>,
    /// The athlete to compile for; without one, the only athlete of the file and of the files that it uses.
    pub athlete: Option<AthleteWanted>,
    /// The results of the athlete, where they are not in the file that the athlete names.
    pub results: Option<SourceFile>,
    /// Whether results need not say whose they are, because it is known: they are added to somebody's.
    pub whose_is_known: bool,
    /// Whether only the next session of each plan is wanted, as a workout.
    pub next: bool,
    /// What is chosen about the outputs.
    pub options: Options,
}

/// Which athlete is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum AthleteWanted {
    /// The one of this name, in the file or in one that it uses.
    Named(String),
    /// The one of another file.
    In(SourceFile),
}

impl Request {
    /// Returns what workouts are checked and settled by.
    pub(super) fn settings(&self) -> Settings {
        Settings {
            level: self.level,
            default_level: self.default_level,
            all_levels: self.options.sheet.levels,
            units: self.units,
            athlete: match &self.athlete {
                Some(AthleteWanted::Named(name)) => Some(name.clone()),
                Some(AthleteWanted::In(_)) | None => None,
            },
            whose_is_known: self.whose_is_known,
        }
    }

    /// Returns the file that is given for its athlete alone.
    pub(super) fn athletes_own(&self) -> Option<SourceFile> {
        match &self.athlete {
            Some(AthleteWanted::In(file)) => Some(file.clone()),
            Some(AthleteWanted::Named(_)) | None => None,
        }
    }
}
