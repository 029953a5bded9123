//! What the athlete did of each statement of a workout before: the last time and the best, beside what is asked for now.
//!
//! The last time is that of the statement itself, as the replay of the results knows it, or else of its movement under any
//! name. The best is that of the movement. Only sets whose loads and amounts are of the same kind are compared.

pub mod words;

use std::ptr;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Compiled;
use super::dates::{long_date, short_date};
use crate::athlete::convert_mass;
use crate::catalog;
use crate::check::program::{
    Amount, Choice, DoneSet, History, Lift, Load, LoadKind, MovementId, Program, ResultLine, Results, Unit,
};
use crate::date::Date;
use crate::quantity::Kind;
use crate::results::{self, Asked, AskedSet};
use crate::source::Place;

/// What was done before of the statements of one workout.
#[derive(Debug)]
pub struct Past<'a> {
    program: &'a Program,
    results: &'a Results,
    /// How many sessions of the results count: those before the day of the workout.
    sessions: usize,
    /// The year of the last session that counts. Days of other years are written with theirs.
    year: i32,
    statements: FxHashMap<*const Choice, Statement>,
    /// The best of each movement that was looked up.
    bests: FxHashMap<MovementId, Rc<Bests>>,
}

/// A statement of the workout. What warms up and cools down is none.
#[derive(Debug)]
struct Statement {
    place: Place,
    movement: MovementId,
    asked: Vec<AskedSet>,
}

impl<'a> Past<'a> {
    /// Returns what was done before a day, or up to now. None where there are no results.
    pub fn of(compiled: &Compiled<'a>, before: Option<Date>) -> Option<Self> {
        let Compiled { program, workout, level, .. } = *compiled;
        let results = program.results.as_deref()?;
        let sessions = results.before(before);
        let year = results.sessions[..sessions].last()?.date.year();
        let asked = results::asked(workout, level).into_iter();
        let statement = |Asked { place, movement, choice, sets, .. }: Asked<'_>| {
            (ptr::from_ref(choice), Statement { place, movement, asked: sets })
        };
        let statements = asked.map(statement).collect();
        Some(Self { program, results, sessions, year, statements, bests: FxHashMap::default() })
    }

    /// Returns what was done of a statement. None where nothing is written down, or if it warms up or cools down.
    pub fn of_statement(&mut self, choice: *const Choice) -> Option<Before> {
        let &Statement { place, movement, ref asked } = self.statements.get(&choice)?;
        let (asked, last) = (asked.clone(), self.last(place, movement));
        let bests = Rc::clone(self.bests.entry(movement).or_insert_with(|| {
            let names = self.program.movement(movement).names();
            let lines = self.results.lines_of_names(names);
            let lines = &lines[..lines.partition_point(|line| line.session < self.sessions)];
            Rc::new(Bests::of(lines, self.results, &self.program.history))
        }));
        if last.is_none() && bests.is_empty() {
            return None;
        }
        Some(Before { last, asked, bests })
    }

    /// Returns the last time of a statement, or else of its movement.
    fn last(&self, place: Place, movement: MovementId) -> Option<LastTime> {
        let movement = self.program.movement(movement);
        // Where the statement has become another movement, its own results are of the one before.
        let is_of_movement = |lift: &Lift| movement.names().any(|name| catalog::key(name) == *lift.key);
        let last = |lines: &[ResultLine]| {
            let lines = &lines[..lines.partition_point(|line| line.session < self.sessions)];
            lines.iter().rev().find_map(|&line| {
                let (done, lift) = line.of(self.results)?;
                let says_nothing = lift.is_skipped || lift.sets.is_empty() && lift.taken.is_none();
                (!says_nothing && is_of_movement(lift)).then(|| LastTime {
                    date: done.date,
                    day: if done.date.year() == self.year {
                        short_date(done.date)
                    } else {
                        long_date(done.date)
                    },
                    sets: sets(line, lift, &self.program.history),
                    taken: lift.taken,
                })
            })
        };
        last(self.program.history.lines(place))
            .or_else(|| last(self.results.lines_of_names(movement.names())))
    }
}

/// What was done of a statement before, and what it asks for now.
#[derive(Debug)]
pub struct Before {
    /// The last time, where it was done before.
    pub last: Option<LastTime>,
    asked: Vec<AskedSet>,
    bests: Rc<Bests>,
}

impl Before {
    /// Returns what a set asks for now, counted from 0. On two sides, both are one set.
    pub fn asked(&self, number: usize) -> Option<&AskedSet> {
        self.asked.get(number).or(self.asked.last())
    }

    /// Returns how many sets it asks for now, as far as that is known. On two sides, both are one set.
    pub fn sets(&self) -> usize {
        self.asked.len()
    }

    /// Returns the best set for the sets from one to before another: the heaviest of those with as many repetitions, and
    /// where there is none, the heaviest. Without a load, and of as many as can be done, it is the longest with that load.
    pub fn best(&self, from: usize, to: usize) -> Option<Best> {
        let asked = self.asked.get(from..to.min(self.asked.len())).unwrap_or_default();
        let asked = asked.iter().find(|set| set.low > 0).or(self.asked(from));
        let last = self.last.as_ref().and_then(|last| last.sets.iter().find(|set| set.amount.is_some()));
        let asked_load = asked.and_then(|set| set.load).map(words::load_of);
        let load = asked_load.or(last.and_then(|set| set.load));
        let least = asked.filter(|asked| asked.low > 0).map(|asked| Amount::exactly(asked.low, asked.unit));
        let unit = least.or(last.and_then(|set| set.amount)).map(|amount| amount.unit);
        let is_to_the_limit = asked.is_some_and(|asked| asked.low == 0 && asked.is_open);
        let kind = (load.map_or(BARE, |load| load.kind), unit.unwrap_or(Unit::Count).kind());
        match load {
            Some(_) if !is_to_the_limit => self.bests.heaviest(kind, least),
            load => self.bests.longest(kind, load.map_or(0, weight)),
        }
    }

    /// Returns the shortest time in which the sets of the last time were done.
    pub fn fastest(&self) -> Option<Fastest> {
        let last = self.last.as_ref().filter(|last| last.taken.is_some())?;
        self.bests.fastest.get(&Ground::of(&last.sets)?).copied()
    }
}

/// The last time that something was done.
#[derive(Debug, Clone, PartialEq)]
pub struct LastTime {
    /// The day.
    pub date: Date,
    /// The day, as it is written beside others: `9 Jan`.
    pub day: String,
    /// What was done, in order.
    pub sets: Vec<Did>,
    /// How long all of it took, in milliseconds.
    pub taken: Option<i64>,
}

impl LastTime {
    /// Returns what was done in each set. On two sides, both are one set; it has one entry where both are alike.
    pub fn numbered(&self) -> Vec<Vec<Did>> {
        let (right, left) = (self.on_side(false), self.on_side(true));
        let set = |number: usize| {
            let (right, left) = (right.get(number).copied(), left.get(number).copied());
            let is_one = right.map(Did::on_no_side) == left.map(Did::on_no_side);
            let right = right.map(|set| if is_one { set.on_no_side() } else { set });
            right.into_iter().chain(left.filter(|_| !is_one)).collect()
        };
        (0..right.len().max(left.len())).map(set).collect()
    }

    /// Returns what was done on a side, in order. What was not done on one side alone was done on both.
    fn on_side(&self, is_left: bool) -> Vec<Did> {
        self.sets.iter().filter(|set| set.is_left.is_none_or(|left| left == is_left)).copied().collect()
    }

    /// Returns what was done in each set on a side.
    pub fn of_side(&self, is_left: bool) -> Vec<Did> {
        self.on_side(is_left).into_iter().map(Did::on_no_side).collect()
    }
}

/// A set that was done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Did {
    /// How much. None if it was missed.
    pub amount: Option<Amount>,
    /// With what load, as far as that is known.
    pub load: Option<Load>,
    /// On which side, where it is one alone.
    pub is_left: Option<bool>,
}

impl Did {
    fn on_no_side(self) -> Self {
        Self { is_left: None, ..self }
    }
}

/// The best set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Best {
    /// The first day on which it was done.
    pub date: Date,
    /// The set.
    pub set: Did,
}

/// The shortest time for so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fastest {
    /// The first day on which it was done.
    pub date: Date,
    /// In milliseconds.
    pub taken: i64,
}

/// What kind of load a set without one has: nothing on top of bodyweight.
const BARE: LoadKind = LoadKind::OnTop;

/// The best of one movement.
#[derive(Debug, Default)]
struct Bests {
    /// For each kind of load and of amount the sets that no other is better than, the longest first and so the lightest.
    fronts: FxHashMap<(LoadKind, Kind), Vec<Ranked>>,
    fastest: FxHashMap<Ground, Fastest>,
}

/// A set among others of its kind.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    /// In thousandths of a kilogram, negative for help.
    load: i64,
    /// As [`comparable`] has it.
    amount: i64,
    best: Best,
}

impl Bests {
    fn of(lines: &[ResultLine], results: &Results, history: &History) -> Self {
        let mut all: FxHashMap<(LoadKind, Kind), Vec<Ranked>> = FxHashMap::default();
        let mut fastest: FxHashMap<Ground, Fastest> = FxHashMap::default();
        for &line in lines {
            let Some((done, lift)) = line.of(results) else { continue };
            let sets = sets(line, lift, history);
            if let (Some(taken), Some(ground)) = (lift.taken, Ground::of(&sets)) {
                let date = done.date;
                let known = fastest.entry(ground).or_insert(Fastest { date, taken });
                if taken < known.taken {
                    *known = Fastest { date, taken };
                }
            }
            for set in sets {
                let Some(amount) = set.amount else { continue };
                let kind = set.load.map_or(BARE, |load| load.kind);
                let load = set.load.map_or(0, weight);
                let best = Best { date: done.date, set: set.on_no_side() };
                let ranked = Ranked { load, amount: comparable(amount), best };
                all.entry((kind, amount.unit.kind())).or_default().push(ranked);
            }
        }
        for sets in all.values_mut() {
            // The sort keeps the order of the days.
            sets.sort_by_key(|set| (std::cmp::Reverse(set.amount), std::cmp::Reverse(set.load)));
            let mut heaviest = None;
            sets.retain(|set| {
                let is_heavier = heaviest.is_none_or(|heaviest| set.load > heaviest);
                heaviest = heaviest.max(Some(set.load));
                is_heavier
            });
        }
        Self { fronts: all, fastest }
    }

    fn is_empty(&self) -> bool {
        self.fronts.is_empty() && self.fastest.is_empty()
    }

    /// Returns the heaviest set of a kind with at least so much; where there is none, the heaviest.
    fn heaviest(&self, kind: (LoadKind, Kind), least: Option<Amount>) -> Option<Best> {
        let front = self.fronts.get(&kind)?;
        let least = least.map_or(0, comparable);
        let long_enough = front.partition_point(|set| set.amount >= least);
        front[..long_enough].last().or(front.last()).map(|ranked| ranked.best)
    }

    /// Returns the longest set of a kind with at least this load; where there is none, the heaviest.
    fn longest(&self, kind: (LoadKind, Kind), load: i64) -> Option<Best> {
        let front = self.fronts.get(&kind)?;
        let lighter = front.partition_point(|set| set.load < load);
        front.get(lighter).or(front.last()).map(|ranked| ranked.best)
    }
}

/// What was covered, to compare how long it took: only the same ground with the same load, in as many sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Ground {
    kind: Kind,
    amount: i64,
    sets: usize,
    load: Option<(LoadKind, i64)>,
}

impl Ground {
    fn of(sets: &[Did]) -> Option<Self> {
        let first = sets.first()?;
        let load = |set: &Did| set.load.map(|load| (load.kind, weight(load)));
        let kind = first.amount?.unit.kind();
        let mut all = 0_i64;
        for set in sets {
            let amount = set.amount.filter(|amount| amount.unit.kind() == kind)?;
            if load(set) != load(first) {
                return None;
            }
            all = all.saturating_add(comparable(amount));
        }
        Some(Self { kind, amount: all, sets: sets.len(), load: load(first) })
    }
}

/// Returns an amount that can be compared with others of its kind: distances in ten-thousandths of a millimetre.
fn comparable(amount: Amount) -> i64 {
    amount.unit.tenths_of_mm().map_or(amount.low, |tenths| amount.low.saturating_mul(tenths))
}

/// Returns a load in thousandths of a kilogram. The less help, the more it is.
fn weight(load: Load) -> i64 {
    let figure = convert_mass(load.figure, load.unit, Unit::Kilogram);
    if load.kind == LoadKind::Help { -figure } else { figure }
}

/// Returns the sets of a line with their loads.
fn sets(line: ResultLine, lift: &Lift, history: &History) -> Vec<Did> {
    let did = |(set, load): (&DoneSet, Option<Load>)| Did {
        amount: set.amount.filter(|amount| amount.low > 0),
        load,
        is_left: set.is_left,
    };
    lift.sets.iter().zip(history.loads(line, lift)).map(did).collect()
}
