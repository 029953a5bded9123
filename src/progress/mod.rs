//! What the results of an athlete add up to: the lifts, the weeks, how it felt.
//!
//! ```text
//! Results + movements ── lift, week ──> Progress ── emit/report ──> Report ──> text, Markdown, HTML
//!                                          └── emit/json ──> JSON
//! ```
//!
//! Everything follows from the results alone: there is no clock, and nothing that is not written down is guessed.

mod emit;
mod lift;
mod week;

#[cfg(all(test, feature = "cli"))]
mod tests;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::catalog::movement::Movement;
use crate::check::program::{Done, Lift, Results};
use crate::date::{self, Date};
use crate::season::{Travel, Units};
pub use emit::{Form, schema, write};
pub use lift::{Best, Estimate, LiftProgress};
use lift::{Lifts, Set};
pub use week::{Ground, Week};

/// What results add up to.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Whose results they are.
    pub athlete: String,
    /// The sessions, in order, without those that were skipped.
    pub sessions: Vec<Session>,
    /// What was lifted with a load, in order of name.
    pub lifts: Vec<LiftProgress>,
    /// The weeks with sessions, in order. A week begins on Monday.
    pub weeks: Vec<Week>,
    /// The units in which distances are mostly written.
    pub units: Units,
    /// The names of which no movement is known, each once, in order of first use. Their sets count for no muscle.
    pub unknown: Vec<String>,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The day.
    pub date: Date,
    /// Its title.
    pub title: Option<Box<str>>,
    /// How it felt, in thousandths, of ten.
    pub felt: Option<i64>,
    /// How much it hurt, in thousandths, of ten.
    pub pain: Option<i64>,
    /// What was noted, in text order.
    pub notes: Vec<Box<str>>,
}

/// Finds the movement of a name.
pub type LookUp<'a> = &'a dyn Fn(&str) -> Option<Movement>;

impl Progress {
    /// Adds results up, in one pass. `look_up` is asked once for each movement.
    pub fn of(results: &Results, look_up: LookUp<'_>) -> Self {
        let mut sum = Sum::new(look_up);
        let done = results.sessions.iter().filter(|done| !done.is_skipped);
        done.for_each(|done| sum.session(done));
        Self { athlete: results.athlete.clone(), lifts: sum.lifts.finish(), ..sum.progress }
    }
}

/// The movements that were looked up so far, by their keys.
struct Known<'a> {
    look_up: LookUp<'a>,
    movements: FxHashMap<Arc<str>, Arc<Named>>,
}

/// What is known of a name.
struct Named {
    /// As it is shown.
    name: String,
    movement: Option<Movement>,
    travel: Option<Travel>,
}

impl Known<'_> {
    /// Returns what is known of a lift's movement, and whether it is asked for the first time.
    fn of(&mut self, lift: &Lift) -> (Arc<Named>, bool) {
        if let Some(named) = self.movements.get(&lift.key) {
            return (Arc::clone(named), false);
        }
        let movement = (self.look_up)(&lift.name);
        let name = movement.as_ref().map_or_else(|| lift.name.to_string(), |movement| movement.name.clone());
        let travel = movement.as_ref().and_then(Travel::by);
        let named = Arc::new(Named { name, movement, travel });
        self.movements.insert(Arc::clone(&lift.key), Arc::clone(&named));
        (named, true)
    }
}

/// A pass over results.
struct Sum<'a> {
    known: Known<'a>,
    lifts: Lifts,
    progress: Progress,
}

impl<'a> Sum<'a> {
    fn new(look_up: LookUp<'a>) -> Self {
        let known = Known { look_up, movements: FxHashMap::default() };
        Self { known, lifts: Lifts::default(), progress: Progress::default() }
    }

    fn session(&mut self, done: &Done) {
        self.progress.sessions.push(Session {
            date: done.date,
            title: done.title.clone(),
            felt: done.felt,
            pain: done.pain,
            notes: done.notes.clone(),
        });
        // The first days that can be held may have no Monday before them.
        let monday = date::week_start(done.date, date::Weekday::Monday).unwrap_or(done.date);
        if self.progress.weeks.last().is_none_or(|week| week.monday != monday) {
            self.progress.weeks.push(Week::starting(monday));
        }
        let lifts = done.lifts.iter().filter(|lift| !lift.is_skipped);
        let named: Vec<_> = lifts.map(|lift| (lift, self.named(lift))).collect();
        let number = self.progress.sessions.len();
        let Progress { weeks, units, .. } = &mut self.progress;
        let Some(week) = weeks.last_mut() else { return };
        week.session(done);
        for (lift, named) in named {
            week.lift(lift, named.movement.as_ref(), named.travel);
            for set in &lift.sets {
                if let Some(amount) = set.amount {
                    units.count(amount.unit, named.travel);
                }
            }
            if named.travel.is_none() {
                let sets = Set::of(lift, done.date, number);
                self.lifts.add(&lift.key, &named.name, sets);
            }
        }
    }

    fn named(&mut self, lift: &Lift) -> Arc<Named> {
        let (named, is_new) = self.known.of(lift);
        if is_new && named.movement.is_none() {
            self.progress.unknown.push(named.name.clone());
        }
        named
    }
}
