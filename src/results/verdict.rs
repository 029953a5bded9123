//! Whether what was done is what was asked for.

use super::asked::{Asked, AskedLoad, AskedSet};
use crate::athlete::convert_mass;
use crate::check::program::{DoneSet, Lift, Load, LoadKind};
use crate::quantity::Unit;

/// What a result is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Each set that was asked for was done, with the top of its range and its load.
    Success,
    /// A set is short, or was done with less load.
    Miss,
    /// Between the two, or it says nothing.
    Neither,
}

/// A set that was done, in the units of what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// How much, in thousandths.
    pub amount: i64,
    /// With what load; none where nothing is known of it.
    pub load: Option<i64>,
}

/// What was done of one statement, beside what was asked for.
#[derive(Debug)]
pub struct Compared {
    /// What was asked for, on each side where sides count.
    asked: Vec<AskedSet>,
    /// What was done, in order.
    given: Vec<Given>,
    /// What was done on the left, where both sides are written down apart. `given` is the right then.
    left: Option<Vec<Given>>,
}

impl Compared {
    /// Puts what was done beside what was asked for: what the result itself says, or else what the session shows.
    pub fn new(shown: &Asked<'_>, lift: &Lift) -> Self {
        let written = asked_in(lift);
        let asked = if written.is_empty() { shown.sets.clone() } else { written };
        let of = |is_left: Option<bool>| -> Vec<Given> {
            let sets = lift
                .sets
                .iter()
                .filter(|set| is_left.is_none() || set.is_left.is_none() || set.is_left == is_left);
            sets.enumerate().map(|(number, set)| given(set, asked.get(number).or(asked.last()))).collect()
        };
        let is_apart = shown.is_per_side && lift.sets.iter().any(|set| set.is_left.is_some());
        let (given, left) = if is_apart { (of(Some(false)), Some(of(Some(true)))) } else { (of(None), None) };
        Self { asked, given, left }
    }

    /// Decides what it is. `tolerance` is how much less load still counts as the same.
    pub fn verdict(&self, tolerance: i64) -> Verdict {
        if self.asked.is_empty() || self.given.is_empty() && self.left.is_none() {
            return Verdict::Neither;
        }
        let all = |high: bool| self.sides().all(|side| covers(&self.asked, side, high, tolerance));
        if all(true) {
            Verdict::Success
        } else if all(false) {
            Verdict::Neither
        } else {
            Verdict::Miss
        }
    }

    /// Returns what was done on each side, where sides count, or all of it.
    fn sides(&self) -> impl Iterator<Item = &[Given]> {
        [Some(&self.given), self.left.as_ref()].into_iter().flatten().map(Vec::as_slice)
    }

    /// Tells whether each set that was asked for is written down, with at least its load: what is missed then is how much
    /// was done, and not the load.
    pub fn has_all_loads(&self, tolerance: i64) -> bool {
        let heaviest_first = |mut loads: Vec<i64>| {
            loads.sort_unstable_by(|one, other| other.cmp(one));
            loads
        };
        let asked = heaviest_first(self.asked.iter().filter_map(|set| set.load.map(weight)).collect());
        self.sides().all(|side| {
            let given = heaviest_first(side.iter().filter_map(|set| set.load).collect());
            let mut pairs = asked.iter().zip(&given);
            side.len() >= self.asked.len()
                && given.len() >= asked.len()
                && pairs.all(|(asked, given)| *given >= asked - tolerance)
        })
    }

    /// Returns what it goes on from where every set was heavier than it was asked for; none where one was not.
    pub fn heavier(&self, tolerance: i64) -> Option<Heavier> {
        let mut asked: Vec<i64> = self.asked.iter().filter_map(|set| set.load.map(weight)).collect();
        if asked.is_empty() || asked.len() != self.asked.len() {
            return None;
        }
        asked.sort_unstable_by(|one, other| other.cmp(one));
        let mut found: Option<(i64, i64)> = None;
        for side in self.sides() {
            let mut given: Vec<i64> = side.iter().filter_map(|set| set.load).collect();
            if given.len() < asked.len() {
                return None;
            }
            given.sort_unstable_by(|one, other| other.cmp(one));
            // Where there are more sets than were asked for, the heaviest of them are those that count.
            let more = asked.iter().zip(&given).map(|(asked, given)| given - asked).min()?;
            let least = given.get(asked.len() - 1).copied()?;
            found =
                Some(found.map_or((more, least), |(other, lighter)| (other.min(more), lighter.min(least))));
        }
        let (more, least) = found?;
        let is_one_load = asked.first() == asked.last();
        (more > tolerance).then_some(if is_one_load { Heavier::To(least) } else { Heavier::By(more) })
    }

    /// Returns the repetitions of the set with a plus, on the worse side; none where it was not done with its load.
    pub fn of_open_set(&self, tolerance: i64) -> Option<i64> {
        let number = self.asked.iter().rposition(|set| set.is_open)?;
        let asked = self.asked.get(number)?;
        let of_side = |side: &[Given]| {
            side.get(number).filter(|given| has_load(asked, given, tolerance)).map(|given| given.amount)
        };
        self.sides().map(of_side).collect::<Option<Vec<_>>>()?.into_iter().min()
    }

    /// Returns the repetitions of all sets, on the worse side; none where one was not done with its load.
    pub fn in_all(&self, tolerance: i64) -> Option<i64> {
        let last = self.asked.last()?;
        let of_side = |side: &[Given]| {
            let pairs = side
                .iter()
                .enumerate()
                .map(|(number, given)| (self.asked.get(number).unwrap_or(last), given));
            let amounts =
                pairs.map(|(asked, given)| has_load(asked, given, tolerance).then_some(given.amount));
            amounts.sum::<Option<i64>>()
        };
        self.sides().map(of_side).collect::<Option<Vec<_>>>()?.into_iter().min()
    }
}

/// What a load goes on from, where every set was heavier than it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heavier {
    /// The least that was lifted, where all sets were to have one load.
    To(i64),
    /// By so much more in every set.
    By(i64),
}

/// Returns what was asked for, where the result says it.
fn asked_in(lift: &Lift) -> Vec<AskedSet> {
    let set = |set: &DoneSet| {
        let amount = set.amount?;
        let load = set.load.map(|load| AskedLoad {
            figure: load.figure,
            unit: load.unit,
            kind: load.kind,
            exact: load.figure,
        });
        Some(AskedSet { low: amount.low, high: amount.high, unit: amount.unit, is_open: set.at_least, load })
    };
    lift.asked.iter().filter_map(set).collect()
}

/// Returns the load of each set of a line, in its own unit. Without one a set was done with what was asked for.
pub fn loads(shown: &Asked<'_>, lift: &Lift) -> Vec<Option<Load>> {
    let written = asked_in(lift);
    let asked = if written.is_empty() { &shown.sets } else { &written };
    let load = |load: AskedLoad| Load { figure: load.figure, unit: load.unit, kind: load.kind };
    lift.loads(&asked.iter().map(|set| set.load.map(load)).collect::<Vec<_>>())
}

/// Returns a set that was done, in the units of one that was asked for. Without a load it was done with the one that was
/// asked for.
fn given(set: &DoneSet, asked: Option<&AskedSet>) -> Given {
    let is_comparable =
        |unit: Unit| asked.is_none_or(|asked| asked.unit.kind() == unit.kind() || asked.low == 0);
    let amount = set.amount.filter(|amount| is_comparable(amount.unit)).map_or(0, |amount| {
        let lengths = (amount.unit.tenths_of_mm(), asked.and_then(|asked| asked.unit.tenths_of_mm()));
        match lengths {
            (Some(from), Some(to)) => {
                let exact = i128::from(amount.low) * i128::from(from) / i128::from(to);
                i64::try_from(exact).unwrap_or(i64::MAX)
            }
            (Some(_) | None, _) => amount.low,
        }
    });
    let asked_load = asked.and_then(|asked| asked.load);
    let load = match (set.load, asked_load) {
        (Some(load), Some(asked)) => {
            Some(signed(convert_mass(load.figure, load.unit, asked.unit), load.kind))
        }
        (Some(load), None) => Some(signed(load.figure, load.kind)),
        (None, asked) => asked.map(weight),
    };
    Given { amount, load }
}

/// Tells whether a set was done with its load.
fn has_load(asked: &AskedSet, given: &Given, tolerance: i64) -> bool {
    match (asked.load, given.load) {
        (Some(asked), Some(given)) => given >= weight(asked) - tolerance,
        (Some(_), None) => false,
        (None, _) => true,
    }
}

/// Returns what a load weighs. Help takes away, so less of it is more.
fn weight(load: AskedLoad) -> i64 {
    signed(load.figure, load.kind)
}

fn signed(figure: i64, kind: LoadKind) -> i64 {
    match kind {
        LoadKind::Weight | LoadKind::OnTop => figure,
        LoadKind::Help => -figure,
    }
}

/// Tells whether each set that was asked for has a set of its own that was done, in any order.
///
/// The heaviest is looked at first. Of the sets that are heavy enough it takes the one that is only just long enough: a
/// longer one may be needed for a later set, for which all of these are heavy enough as well.
fn covers(asked: &[AskedSet], given: &[Given], high: bool, tolerance: i64) -> bool {
    let mut asked: Vec<&AskedSet> = asked.iter().collect();
    let heaviness = |set: &AskedSet| set.load.map_or(i64::MIN, weight);
    asked.sort_by_key(|set| std::cmp::Reverse(heaviness(set)));
    let mut free: Vec<Given> = given.to_vec();
    asked.into_iter().all(|set| {
        let wanted = if high { set.high } else { set.low };
        let fits = |one: &Given| one.amount >= wanted.max(1) && has_load(set, one, tolerance);
        let fitting = free.iter().enumerate().filter(|(_, one)| fits(one));
        match fitting.min_by_key(|(_, one)| one.amount).map(|(number, _)| number) {
            Some(number) => {
                free.swap_remove(number);
                true
            }
            None => false,
        }
    })
}
