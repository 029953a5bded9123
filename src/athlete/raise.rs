//! What is raised from turn to turn of a plan, and what part of a max a load is.

use std::ops::Range;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::part;
use crate::quantity::Amount;
use crate::source::Place;
pub use crate::syntax::word::{RaiseTurn, Raised};

/// `raise training max of bench press 2.5kg each cycle`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// Where it is written.
    pub place: Place,
    /// What is raised.
    pub what: Raised,
    /// Of which movements, by their names; none for all of them.
    pub movements: Vec<Box<str>>,
    /// The keys of their names.
    pub keys: Vec<Arc<str>>,
    /// By how much, as it is written.
    pub by: Amount,
    /// How often.
    pub each: RaiseTurn,
    /// `without a miss`: only where nothing of it was missed since it was last raised.
    pub if_done: bool,
}

/// `raise training max of bench press by 2.5kg from 2 reps, 5kg from 4 reps`: by the open set with the heaviest load.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaiseByReps {
    /// Where it is written.
    pub place: Place,
    /// What is raised.
    pub what: Raised,
    /// Of which movements, by their names; none for all of them.
    pub movements: Vec<Box<str>>,
    /// The keys of their names.
    pub keys: Vec<Arc<str>>,
    /// How much from how many repetitions, as it is written.
    pub steps: Vec<(u32, Amount)>,
}

/// What is raised in a plan: by its own statements, and by those of the athlete, which go before them.
#[derive(Debug, Clone, Default)]
pub struct Raises {
    /// The plan's.
    pub plans: Vec<Raise>,
    /// The athlete's, with the plan's behind them, each with what it adds in the unit of the athlete's loads, in
    /// thousandths.
    own: Vec<(Raise, i64)>,
    /// What goes by repetitions, each with what its steps add in the unit of the athlete's loads, in thousandths.
    by_reps: Vec<(RaiseByReps, Vec<i64>)>,
    /// How many of `own` are the athlete's.
    of_athlete: usize,
    /// Which of them hold for the max.
    of_max: Holding,
    /// Which of them hold for the training max.
    of_training_max: Holding,
    /// The key of each movement's name, by its number; none where nothing is raised each session.
    keys: Vec<Arc<str>>,
}

/// Which statements hold for one figure of the movements, as indices into a list of them.
#[derive(Debug, Clone, Default)]
struct Holding {
    /// For movements that are named, by the keys of their names.
    named: FxHashMap<Arc<str>, usize>,
    /// For all others.
    others: Option<usize>,
}

impl Holding {
    /// Puts statements before those that hold so far: for a movement the last that names it, or else the last that names
    /// none.
    fn put_before(&mut self, what: Raised, own: &[(Raise, i64)], places: Range<usize>) {
        let raises = || places.clone().map(|at| (at, &own[at].0)).filter(|(_, raise)| raise.what == what);
        if let Some((at, _)) = raises().rfind(|(_, raise)| raise.keys.is_empty()) {
            *self = Self { named: FxHashMap::default(), others: Some(at) };
        }
        for (at, raise) in raises() {
            self.named.extend(raise.keys.iter().map(|key| (Arc::clone(key), at)));
        }
    }
}

/// By how much the figures of one movement are raised, in thousandths of the unit of the athlete's loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Lift {
    /// Added to the max.
    pub max: i64,
    /// Added to the training max, besides its share of that.
    pub training: i64,
}

/// What part of a max a load is, so that it can be found again when the max is raised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfMax {
    /// The key of the movement whose max it is.
    pub key: Arc<str>,
    /// What is listed, in thousandths of the unit of the athlete's loads.
    pub max: i64,
    /// How much of it the training max is, in thousandths of a per cent, where the load is a part of that.
    pub training: Option<i64>,
    /// `10rm`: how much of it the load is. None where the target says so.
    pub share: Option<i64>,
}

impl OfMax {
    /// Returns what the load is a part of.
    pub fn base(&self, lift: Lift) -> i64 {
        let max = self.max.saturating_add(lift.max);
        self.training.map_or(max, |share| part(share, max).saturating_add(lift.training))
    }
}

impl Raises {
    /// Puts the statements of a plan behind those of an athlete. `in_own_units` converts a load.
    pub fn new(plans: Vec<Raise>, athletes: &[Raise], in_own_units: impl Fn(Amount) -> Amount) -> Self {
        let own: Vec<_> =
            athletes.iter().chain(&plans).map(|raise| (raise.clone(), in_own_units(raise.by).low)).collect();
        let of_athlete = athletes.len();
        let holding = |what| {
            let mut holding = Holding::default();
            holding.put_before(what, &own, of_athlete..own.len());
            holding.put_before(what, &own, 0..of_athlete);
            holding
        };
        let (of_max, of_training_max) = (holding(Raised::Max), holding(Raised::TrainingMax));
        let by_reps = Vec::new();
        Self { plans, own, by_reps, of_athlete, of_max, of_training_max, keys: Vec::new() }
    }

    /// Adds what goes by repetitions.
    pub fn with_reps(self, by_reps: Vec<RaiseByReps>, in_own_units: impl Fn(Amount) -> Amount) -> Self {
        let own = |raise: RaiseByReps| {
            let steps = raise.steps.iter().map(|(_, by)| in_own_units(*by).low).collect();
            (raise, steps)
        };
        Self { by_reps: by_reps.into_iter().map(own).collect(), ..self }
    }

    /// Returns what goes by repetitions.
    pub fn by_reps(&self) -> impl Iterator<Item = &RaiseByReps> {
        self.by_reps.iter().map(|(raise, _)| raise)
    }

    /// Tells whether the results of a movement decide how far its max is raised.
    pub fn go_by_results(&self, key: &str) -> bool {
        let is_of = |raise: &RaiseByReps| raise.keys.is_empty() || raise.keys.iter().any(|own| **own == *key);
        let is_conditional = |what| self.of(what, key).is_some_and(|(raise, _)| raise.if_done);
        self.by_reps().any(is_of) || [Raised::Max, Raised::TrainingMax].into_iter().any(is_conditional)
    }

    /// Returns what a movement's open set with so many repetitions, in thousandths, adds: the most that it comes to in the
    /// last statement that names it, or else the last that names none.
    pub fn added_by_reps(&self, key: &str, reps: i64) -> Option<(Raised, i64)> {
        let names = |raise: &RaiseByReps| raise.keys.iter().any(|own| **own == *key);
        let named = self.by_reps.iter().rfind(|(raise, _)| names(raise));
        let (raise, own) = named.or_else(|| self.by_reps.iter().rfind(|(raise, _)| raise.keys.is_empty()))?;
        let reached = raise.steps.iter().zip(own).filter(|((from, _), _)| reps >= i64::from(*from) * 1000);
        reached.max_by_key(|((from, _), _)| *from).map(|(_, by)| (raise.what, *by))
    }

    /// Returns the athlete's statements that hold in the plan.
    pub fn athletes(&self) -> impl Iterator<Item = &Raise> {
        self.own.iter().take(self.of_athlete).map(|(raise, _)| raise)
    }

    /// Tells whether nothing is raised.
    pub fn is_empty(&self) -> bool {
        self.own.is_empty()
    }

    /// Tells whether anything is raised each session, so that the sessions of a movement are counted.
    pub fn count_sessions(&self) -> bool {
        self.own.iter().any(|(raise, _)| raise.each == RaiseTurn::Session)
    }

    /// Names the movements, whose sessions are counted by these keys.
    pub fn with_keys(self, keys: Vec<Arc<str>>) -> Self {
        Self { keys, ..self }
    }

    /// Returns the key of a movement, where sessions are counted.
    pub fn key_of(&self, movement: usize) -> Option<&Arc<str>> {
        self.keys.get(movement)
    }

    /// Returns the statement that holds for a movement, with what it adds each time: the last that names it, or else
    /// the last that names none; the athlete's before the plan's.
    pub fn of(&self, what: Raised, key: &str) -> Option<&(Raise, i64)> {
        let holding = match what {
            Raised::Max => &self.of_max,
            Raised::TrainingMax => &self.of_training_max,
        };
        let at = holding.named.get(key).copied().or(holding.others)?;
        self.own.get(at)
    }

    /// Returns by how much the figures of a movement are raised, when `turns` says how many turns are over.
    pub fn lift(&self, key: &str, turns: impl Fn(RaiseTurn) -> u32) -> Lift {
        let added = |what| {
            self.of(what, key).map_or(0, |(raise, by)| by.saturating_mul(i64::from(turns(raise.each))))
        };
        Lift { max: added(Raised::Max), training: added(Raised::TrainingMax) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Unit;
    use crate::source::{FileId, Span};

    fn raise(what: Raised, kilos: i64, keys: &[&str]) -> Raise {
        let by = Amount::exactly(kilos * 1000, Unit::Kilogram);
        let keys = keys.iter().map(|key| Arc::from(*key)).collect();
        let place = Place::new(FileId::default(), Span::at(0));
        Raise { place, what, movements: Vec::new(), keys, by, each: RaiseTurn::Week, if_done: false }
    }

    #[test]
    fn the_last_that_names_a_movement_holds_and_the_athletes_before_the_plans() {
        let plans = vec![
            raise(Raised::Max, 1, &["squat", "deadlift", "row"]),
            raise(Raised::Max, 2, &["deadlift"]),
            raise(Raised::Max, 3, &[]),
            raise(Raised::TrainingMax, 4, &[]),
            raise(Raised::TrainingMax, 5, &["squat"]),
        ];
        let athletes = [raise(Raised::Max, 6, &["row"]), raise(Raised::TrainingMax, 7, &[])];
        let raises = Raises::new(plans, &athletes, |by| by);
        let kilos = |key| {
            let lift = raises.lift(key, |_| 1);
            (lift.max / 1000, lift.training / 1000)
        };
        assert_eq!(kilos("squat"), (1, 7));
        assert_eq!(kilos("deadlift"), (2, 7));
        assert_eq!(kilos("row"), (6, 7));
        assert_eq!(kilos("bench press"), (3, 7));
        assert_eq!(raises.of(Raised::Max, "row").map(|(raise, _)| raise.by.low), Some(6000));
        assert!(Raises::default().of(Raised::Max, "row").is_none());
    }
}
