//! What was lifted: estimates of the one-rep max, the heaviest loads, and what was done last.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::athlete::convert_mass;
use crate::check::program::{DoneSet, Lift, Load, LoadKind, Unit};
use crate::date::Date;
use crate::emit::written;
use crate::training::rep_max;

/// How a movement went that was done with a load.
#[derive(Debug, Clone, PartialEq)]
pub struct LiftProgress {
    /// Its name.
    pub name: String,
    /// What its loads are. A movement that was done with several kinds is there once for each.
    pub kind: LoadKind,
    /// The unit of all its loads: that of the last that was lifted.
    pub unit: Unit,
    /// In how many sessions it was done.
    pub sessions: usize,
    /// The best estimate of the one-rep max of each session that has one, in order.
    pub estimates: Vec<Estimate>,
    /// The heaviest load for each number of repetitions, time or distance, the smallest amount first. One that a longer
    /// set with at least that load makes needless is left out. Of help it is the least.
    pub bests: Vec<Best>,
    /// The day on which it was done last.
    pub last: Date,
    /// The sets of that day, in order.
    pub last_sets: Vec<LastSet>,
}

/// An estimate of the one-rep max.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// The day.
    pub date: Date,
    /// The estimate, in thousandths of the lift's unit.
    pub max: i64,
    /// The repetitions that it is made of.
    pub reps: i64,
    /// Their load, in thousandths of the lift's unit.
    pub load: i64,
}

/// The heaviest load for so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Best {
    /// How much, in thousandths of its unit.
    pub amount: i64,
    /// The unit of that.
    pub of: Unit,
    /// The load, in thousandths of the lift's unit.
    pub load: i64,
    /// The first day on which it was lifted.
    pub date: Date,
}

/// A set of the last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastSet {
    /// How much, in thousandths of its unit.
    pub amount: i64,
    /// The unit of that.
    pub of: Unit,
    /// The load, in thousandths of the lift's unit.
    pub load: i64,
}

/// A set with a load.
#[derive(Debug, Clone, Copy)]
pub struct Set {
    date: Date,
    /// The session that it was done in.
    session: usize,
    amount: i64,
    of: Unit,
    load: Load,
}

impl Set {
    /// Returns the sets of a lift that were done with a load. A set that does not say with what was done with what was
    /// asked for, where that is written down.
    pub fn of(lift: &Lift, date: Date, session: usize) -> impl Iterator<Item = Set> {
        lift.sets.iter().zip(lift.own_loads()).filter_map(move |(set, load)| {
            let (amount, of) = done(set)?;
            Some(Set { date, session, amount, of, load: load? })
        })
    }
}

/// Returns how much was done in a set; none if nothing was.
pub fn done(set: &DoneSet) -> Option<(i64, Unit)> {
    set.amount.filter(|amount| amount.low > 0).map(|amount| (amount.low, amount.unit))
}

/// The sets of all lifts so far.
#[derive(Debug, Default)]
pub struct Lifts {
    lifts: FxHashMap<(Arc<str>, LoadKind), (String, Vec<Set>)>,
}

impl Lifts {
    /// Adds the sets of a lift.
    pub fn add(&mut self, key: &Arc<str>, name: &str, sets: impl Iterator<Item = Set>) {
        for set in sets {
            let entry = self.lifts.entry((Arc::clone(key), set.load.kind));
            entry.or_insert_with(|| (name.to_owned(), Vec::new())).1.push(set);
        }
    }

    /// Returns how they went, in order of name.
    pub fn finish(self) -> Vec<LiftProgress> {
        let all = self.lifts.into_iter();
        let mut lifts: Vec<(LiftProgress, Arc<str>)> =
            all.filter_map(|((key, kind), (name, sets))| Some((went(name, kind, &sets)?, key))).collect();
        lifts.sort_by(|(one, one_key), (other, other_key)| {
            let of = |lift: &LiftProgress| (lift.name.to_lowercase(), lift.kind as u8);
            of(one).cmp(&of(other)).then_with(|| one_key.cmp(other_key))
        });
        lifts.into_iter().map(|(lift, _)| lift).collect()
    }
}

/// Returns how a lift went, from its sets in order.
fn went(name: String, kind: LoadKind, sets: &[Set]) -> Option<LiftProgress> {
    let last = sets.last()?;
    let unit = last.load.unit;
    let days: Vec<&[Set]> = sets.chunk_by(|one, other| one.session == other.session).collect();
    // What is on top of one's own weight, or takes from it, is not all that is lifted.
    let estimates = match kind {
        LoadKind::Weight => days.iter().filter_map(|day| estimate(day, unit)).collect(),
        LoadKind::OnTop | LoadKind::Help => Vec::new(),
    };
    let of_last = sets.iter().filter(|set| set.session == last.session);
    let last_sets = of_last.map(|set| LastSet { amount: set.amount, of: set.of, load: load(set, unit) });
    Some(LiftProgress {
        name,
        kind,
        unit,
        sessions: days.len(),
        estimates,
        bests: bests(kind, sets, unit),
        last: last.date,
        last_sets: last_sets.collect(),
    })
}

/// Returns the best estimate of a session; the first of equals.
fn estimate(sets: &[Set], unit: Unit) -> Option<Estimate> {
    let of_set = |set: &Set| {
        let reps = set.amount / 1000;
        let load = load(set, unit);
        let max = rep_max::max_from(load, reps).filter(|_| set.of == Unit::Count)?;
        Some(Estimate { date: set.date, max, reps, load })
    };
    let estimates = sets.iter().filter_map(of_set);
    estimates.reduce(|best, other| if other.max > best.max { other } else { best })
}

/// Returns the heaviest loads.
fn bests(kind: LoadKind, sets: &[Set], unit: Unit) -> Vec<Best> {
    let of_set = |set: &Set| Best { amount: set.amount, of: set.of, load: load(set, unit), date: set.date };
    let is_less = kind == LoadKind::Help;
    let weight = |best: &Best| if is_less { best.load.saturating_neg() } else { best.load };
    let mut all: Vec<Best> = sets.iter().map(of_set).collect();
    // The largest amount of a unit first, and of one amount the heaviest; the sort keeps the order of days.
    all.sort_by_key(|best| (order(best.of), std::cmp::Reverse(best.amount), std::cmp::Reverse(weight(best))));
    let mut bests: Vec<Best> = Vec::new();
    for best in all {
        let is_needless =
            bests.last().is_some_and(|last| last.of == best.of && weight(last) >= weight(&best));
        if !is_needless {
            bests.push(best);
        }
    }
    bests.sort_by_key(|best| (order(best.of), best.amount));
    bests
}

/// Returns a place for each unit of an amount: repetitions first.
fn order(unit: Unit) -> (bool, &'static str) {
    (unit != Unit::Count, written::unit_name(unit))
}

/// Returns the load of a set in thousandths of a unit.
fn load(set: &Set, unit: Unit) -> i64 {
    convert_mass(set.load.figure, set.load.unit, unit)
}
