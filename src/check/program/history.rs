//! Which lines of an athlete's results are about which statements of a program, as the replay of the results matches them.

use rustc_hash::FxHashMap;

use super::results::{DoneSet, Lift, Load, ResultLine, Results};
use crate::date::Date;
use crate::source::Place;

/// What was done of each statement.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// The lines about each statement, by date: at most one of a session.
    of_place: FxHashMap<Place, Vec<ResultLine>>,
    /// The load of each set of a line, where the line or the session that it is a result of says one.
    loads: FxHashMap<ResultLine, Vec<Option<Load>>>,
}

impl History {
    /// Adds a line about a statement, with the load of each of its sets. Lines come by date. If a session does a statement
    /// twice, the first line is kept as what was done of it.
    pub fn add(&mut self, place: Place, line: ResultLine, loads: Vec<Option<Load>>) {
        let lines = self.of_place.entry(place).or_default();
        if lines.last().is_none_or(|last| last.session != line.session) {
            lines.push(line);
        }
        self.loads.insert(line, loads);
    }

    /// Returns the lines about a statement, by date.
    pub fn lines(&self, place: Place) -> &[ResultLine] {
        self.of_place.get(&place).map_or(&[], Vec::as_slice)
    }

    /// Returns the load of each set of a line. A set that says none was done with what was asked for.
    pub fn loads(&self, line: ResultLine, lift: &Lift) -> Vec<Option<Load>> {
        let known = self.loads.get(&line).cloned();
        known.unwrap_or_else(|| lift.own_loads())
    }
}

impl Lift {
    /// Returns the load of each set. One that says none was done with what was asked for, where that is written down.
    pub fn own_loads(&self) -> Vec<Option<Load>> {
        self.loads(&self.asked.iter().map(|set| set.load).collect::<Vec<_>>())
    }

    /// Returns the load of each set, where `asked` has the loads that were asked for. On two sides, both count alike.
    pub fn loads(&self, asked: &[Option<Load>]) -> Vec<Option<Load>> {
        let (mut left, mut others) = (0, 0);
        let load = |set: &DoneSet| {
            let number = if set.is_left == Some(true) { &mut left } else { &mut others };
            let asked = asked.get(*number).or(asked.last()).copied().flatten();
            *number += 1;
            set.load.or(asked)
        };
        self.sets.iter().map(load).collect()
    }
}

impl Results {
    /// Returns how many sessions come before a day; all of them without one.
    pub fn before(&self, day: Option<Date>) -> usize {
        day.map_or(self.sessions.len(), |day| self.sessions.partition_point(|done| done.date < day))
    }
}
