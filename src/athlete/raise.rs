//! What is raised from turn to turn of a plan, and what part of a max a load is.

use std::sync::Arc;

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
}

/// What is raised in a plan: by its own statements, and by those of the athlete, which go before them.
#[derive(Debug, Clone, Default)]
pub struct Raises {
    /// The plan's.
    pub plans: Vec<Raise>,
    /// The athlete's, with the plan's behind them, each with what it adds in the unit of the athlete's loads, in
    /// thousandths.
    own: Vec<(Raise, i64)>,
    /// How many of `own` are the athlete's.
    of_athlete: usize,
    /// The key of each movement's name, by its number; none where nothing is raised each session.
    keys: Vec<Arc<str>>,
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
        let own =
            athletes.iter().chain(&plans).map(|raise| (raise.clone(), in_own_units(raise.by).low)).collect();
        Self { plans, own, of_athlete: athletes.len(), keys: Vec::new() }
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
        let (athletes, plans) = self.own.split_at(self.of_athlete.min(self.own.len()));
        [athletes, plans].into_iter().find_map(|own| {
            let mut own = own.iter().rev().filter(|(raise, _)| raise.what == what);
            let named = own.clone().find(|(raise, _)| raise.keys.iter().any(|one| **one == *key));
            named.or_else(|| own.find(|(raise, _)| raise.keys.is_empty()))
        })
    }

    /// Returns by how much the figures of a movement are raised, when `turns` says how many turns are over.
    pub fn lift(&self, key: &str, turns: impl Fn(RaiseTurn) -> u32) -> Lift {
        let added = |what| {
            self.of(what, key).map_or(0, |(raise, by)| by.saturating_mul(i64::from(turns(raise.each))))
        };
        Lift { max: added(Raised::Max), training: added(Raised::TrainingMax) }
    }
}
