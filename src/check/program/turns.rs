//! What is done only some of the times: from week to week, from session to session, from round to round.

use super::Step;
use crate::source::Span;

/// `only rounds 2-4`, `not round 3`, or an item of `by round 10 then 8`: some rounds of the block that a step is directly
/// in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnlyRounds {
    /// Whether it is all rounds but these.
    pub not: bool,
    /// The first, from 1.
    pub from: u32,
    /// The last. There may be fewer rounds.
    pub to: u32,
    /// It is every so manieth of them, from the first on; at least 1.
    pub every: u32,
}

impl OnlyRounds {
    /// Tells whether a round, from 1, is one of them.
    pub fn includes(self, round: u32) -> bool {
        let is_named =
            (self.from..=self.to).contains(&round) && (round - self.from).is_multiple_of(self.every);
        is_named != self.not
    }

    /// Returns which they are, unless it is all but these.
    pub fn named(self) -> Vec<u32> {
        let step = usize::try_from(self.every.max(1)).unwrap_or(1);
        if self.not { Vec::new() } else { (self.from..=self.to).step_by(step).collect() }
    }

    /// Returns the first of them.
    pub fn first(self) -> u32 {
        match (self.not, self.from) {
            (false, from) => from,
            (true, 0 | 1) => self.to.saturating_add(1),
            (true, _) => 1,
        }
    }

    /// Returns the last of them, of so many rounds.
    pub fn last(self, rounds: u32) -> u32 {
        match self.not {
            false => {
                let last = self.to.min(rounds);
                last - last.saturating_sub(self.from) % self.every
            }
            true if self.to >= rounds => self.from.saturating_sub(1),
            true => rounds,
        }
    }

    /// Returns how many of the first so many rounds are among them.
    pub fn count(self, rounds: u32) -> u32 {
        let span = self.to.min(rounds).saturating_add(1).saturating_sub(self.from.max(1));
        let named = span.div_ceil(self.every);
        if self.not { rounds.saturating_sub(named) } else { named }
    }
}

/// Steps of which some are done at each turn.
#[derive(Debug, Clone)]
pub struct Turns {
    /// Which of them are done when.
    pub when: When,
    /// What there is to choose from. Never empty.
    pub items: Vec<Vec<Step>>,
    /// The tables that it was written as, each with the number of its items; none where it was not.
    pub tables: Box<[(Span, u32)]>,
}

/// When which item of some [`Turns`] is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// One after the other, and after the last the first again.
    By(Counter),
    /// The only item at these turns, counted from 1, in order; nothing at others.
    Only(Counter, Box<[u32]>),
    /// One after the other, each time that it comes to them.
    InTurn,
}

/// What is counted to know which turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Counter {
    Week,
    Session,
    Cycle,
}

impl Counter {
    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
