//! What an athlete did, as their results file says it.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::catalog;
use crate::date::{Date, Time};
use crate::quantity::{Amount, Unit};
use crate::source::Place;

/// What one athlete did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Results {
    /// Whose results they are.
    pub athlete: String,
    /// By date, then by clock, then by title.
    pub sessions: Vec<Done>,
    /// Where each movement was done, by its key, in order.
    by_key: FxHashMap<Arc<str>, Vec<ResultLine>>,
}

/// What was done on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// Its header in the source.
    pub place: Place,
    /// The day.
    pub date: Date,
    /// When on that day.
    pub clock: Option<Time>,
    /// The title of the session.
    pub title: Option<Box<str>>,
    /// The title of its plan.
    pub plan: Option<Box<str>>,
    /// What was lifted or run, in text order, without what warmed up.
    pub lifts: Vec<Lift>,
    /// What goes on with another load from here, in text order.
    pub now: Vec<Lift>,
    /// `rounds 7 + 12`: whole rounds, and repetitions of the next.
    pub score: Option<(u32, u32)>,
    /// `felt 7`, in thousandths.
    pub felt: Option<i64>,
    /// `pain 2`, in thousandths.
    pub pain: Option<i64>,
    /// What was noted, in text order.
    pub notes: Vec<Box<str>>,
    /// Whether nothing was done.
    pub is_skipped: bool,
}

/// What was done of one movement.
#[derive(Debug, Clone, PartialEq)]
pub struct Lift {
    /// Its name, as it is written down.
    pub name: Box<str>,
    /// What tells its movement from others: see [`catalog::key`].
    pub key: Arc<str>,
    /// Each set, in order.
    pub sets: Vec<DoneSet>,
    /// What was to be done, where that is written down.
    pub asked: Vec<DoneSet>,
    /// How long all of it took, in milliseconds.
    pub taken: Option<i64>,
    /// Whether it was skipped.
    pub is_skipped: bool,
    /// Whether each set was done on both sides.
    pub per_side: bool,
}

/// One set that was done, or asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DoneSet {
    /// How much, in one figure. None for a set that was missed.
    pub amount: Option<Amount>,
    /// `3+`: it was asked for that many or more.
    pub at_least: bool,
    /// With what load. None where it is the one that was asked for.
    pub load: Option<Load>,
    /// How hard it was: `rpe 8`, or what `rir 2` comes to, in thousandths.
    pub rpe: Option<i64>,
    /// `152bpm`, in thousandths.
    pub heart_rate: Option<i64>,
    /// On which side, where it is one alone.
    pub is_left: Option<bool>,
}

/// What was lifted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// In thousandths of the unit.
    pub figure: i64,
    /// Kilograms or pounds.
    pub unit: Unit,
    /// What it is.
    pub kind: LoadKind,
}

/// What a [`Load`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LoadKind {
    /// A weight, or each of two.
    Weight,
    /// What is added to the body's own weight.
    OnTop,
    /// What helps.
    Help,
}

/// A line of an athlete's results.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ResultLine {
    /// Its session, an index into [`Results::sessions`].
    pub session: usize,
    /// Which of the session's lifts it is.
    pub lift: usize,
}

impl ResultLine {
    /// Returns the session and what was done in the line.
    pub fn of(self, results: &Results) -> Option<(&Done, &Lift)> {
        let done = results.sessions.get(self.session)?;
        Some((done, done.lifts.get(self.lift)?))
    }
}

impl Results {
    /// Returns results in their order, whatever order they were written in.
    pub fn new(athlete: String, mut sessions: Vec<Done>) -> Self {
        sessions.sort_by(|one, other| one.order().cmp(&other.order()));
        let mut by_key: FxHashMap<Arc<str>, Vec<ResultLine>> = FxHashMap::default();
        for (session, done) in sessions.iter().enumerate() {
            for (number, lift) in done.lifts.iter().enumerate() {
                let line = ResultLine { session, lift: number };
                by_key.entry(Arc::clone(&lift.key)).or_default().push(line);
            }
        }
        Self { athlete, sessions, by_key }
    }

    /// Returns the lines about a movement under any of its names, by the first of them that is written down, in order.
    pub fn lines_of_names<'n>(&self, names: impl Iterator<Item = &'n str>) -> &[ResultLine] {
        let mut names = names.map(catalog::key);
        names.find_map(|key| self.by_key.get(&*key)).map_or(&[][..], Vec::as_slice)
    }
}

impl Done {
    /// Returns a day of which nothing is written down yet.
    pub fn on(date: Date, place: Place) -> Self {
        Self {
            place,
            date,
            clock: None,
            title: None,
            plan: None,
            lifts: Vec::new(),
            now: Vec::new(),
            score: None,
            felt: None,
            pain: None,
            notes: Vec::new(),
            is_skipped: false,
        }
    }

    /// Returns what tells it from others, in the order in which they were done. What has no clock comes first.
    pub fn order(&self) -> (Date, Option<Time>, &str, Place) {
        (self.date, self.clock, self.title.as_deref().unwrap_or_default(), self.place)
    }

    /// Tells whether it has this title.
    pub fn is_called(&self, title: &str) -> bool {
        self.title.as_deref().is_some_and(|own| catalog::fold(own) == catalog::fold(title))
    }
}
