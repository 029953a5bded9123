//! What the results of an athlete add up to: the lifts, the weeks, how it felt.
//!
//! ```text
//! Results + movements ── lift, week, zones ──> Progress ── emit/report ──> Report ──> text, Markdown, HTML, PDF
//! Season + which session each result is ── planned ──┘ └── emit/json ──> JSON
//! ```
//!
//! Everything follows from the results, the athlete's figures and the plans: there is no clock, and nothing that is not
//! written down is guessed.

mod emit;
mod known;
mod lift;
mod planned;
mod week;
mod zones;

#[cfg(all(test, feature = "cli"))]
mod tests;

use std::sync::Arc;

use crate::athlete::Athlete;
use crate::check::program::{Done, Lift, Results};
use crate::date::{self, Date};
use crate::season::Units;
#[cfg(feature = "pdf")]
pub use emit::draft;
pub use emit::{Form, schema, write};
use known::Named;
pub use known::{Known, LookUp};
pub use lift::{Best, Estimate, LiftProgress};
use lift::{Lifts, Set};
pub use planned::{Laid, Pair, PlanLift, PlanProgress, PlanSession, PlanWeek, State, TopSet, beside};
pub use week::{Ground, Week};
pub use zones::{Covered, Zones};

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
    /// What plans asked for, beside what was done, in text order.
    pub plans: Vec<PlanProgress>,
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

impl Progress {
    /// Adds results up, in one pass. `look_up` is asked once for each movement. `athlete` has what tells how hard it was to
    /// cover ground.
    pub fn of(results: &Results, look_up: LookUp<'_>, athlete: Option<&Athlete>) -> Self {
        let mut sum = Sum::new(look_up, athlete);
        let done = results.sessions.iter().filter(|done| !done.is_skipped);
        done.for_each(|done| sum.session(done));
        Self { athlete: results.athlete.clone(), lifts: sum.lifts.finish(), ..sum.progress }
    }
}

/// A pass over results.
struct Sum<'a> {
    known: Known<'a>,
    athlete: Option<&'a Athlete>,
    lifts: Lifts,
    progress: Progress,
}

impl<'a> Sum<'a> {
    fn new(look_up: LookUp<'a>, athlete: Option<&'a Athlete>) -> Self {
        let known = Known::new(look_up);
        Self { known, athlete, lifts: Lifts::default(), progress: Progress::default() }
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
            week.lift(lift, &named, self.athlete);
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
