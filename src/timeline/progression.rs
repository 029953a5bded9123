//! The value of an amount after a number of turns.

use crate::check::program::{Amount, Each, Progression, Unit};

/// Which turn it is, for each thing that a progression counts, from 0. A timeline is of one day: only where a plan is
/// written out do week and session move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Turn {
    /// The set of the statement, over all its groups.
    pub set: u32,
    /// The last that this set may be; later than `set` only for least and most, behind a group of so many sets or more.
    pub latest_set: u32,
    /// The round of the innermost block that repeats.
    pub round: u32,
    /// The week of the plan, from the first of its block.
    pub week: u32,
    /// The cycle of the plan, from the first of its block.
    pub cycle: u32,
    /// How often the workout was done in the plan before.
    pub session: u32,
}

impl Turn {
    /// Returns the turn of a set whose number, from 0, is certain.
    pub fn of_set(set: u32, round: u32) -> Self {
        Self { set, latest_set: set, round, ..Self::default() }
    }

    /// Returns how often a progression has moved.
    fn count(self, each: Each) -> u32 {
        match each {
            Each::Set => self.set,
            Each::Round => self.round,
            Each::Session => self.session,
            Each::Week => self.week,
            Each::Cycle => self.cycle,
        }
    }
}

/// The ends of an amount at one turn, in thousandths of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ends {
    /// The low end.
    pub low: i64,
    /// The high end.
    pub high: i64,
    /// The women's figure.
    pub women: Option<i64>,
    /// Whether it would have passed zero, and keeps the value of the last turn before.
    pub stopped: bool,
}

/// Returns the ends of `amount` at a turn: where that may be an earlier or a later set, the outermost of both.
///
/// A progression never takes any figure of the amount below `floor`, the smallest that is still something: the whole
/// amount then stays where it last stood, so a range keeps its order.
pub fn ends_at(amount: &Amount, turn: Turn, floor: i64) -> Ends {
    let ends = ends_at_set(amount, turn, floor);
    if turn.latest_set == turn.set {
        return ends;
    }
    // A progression goes one way, so that whatever the amount is in between lies between these.
    let latest = ends_at_set(amount, Turn { set: turn.latest_set, ..turn }, floor);
    Ends {
        low: ends.low.min(latest.low),
        high: ends.high.max(latest.high),
        women: ends.women,
        stopped: ends.stopped || latest.stopped,
    }
}

/// Returns the ends of `amount` at a turn, if it is the earliest set that it may be.
fn ends_at_set(amount: &Amount, turn: Turn, floor: i64) -> Ends {
    let plain = Ends { low: amount.low, high: amount.high, women: amount.women, stopped: false };
    let Some(progression) = amount.progression else { return plain };
    let wanted = turn.count(progression.each);
    let smallest = amount.women.map_or(amount.low, |women| women.min(amount.low));
    if wanted == 0 {
        return plain;
    }
    let stands = |turns: u32| after(smallest, progression, amount, turns) >= floor;
    let falls = progression.by < 0 && smallest > 0;
    let stopped = falls && !stands(wanted);
    let turns = if stopped { last_standing(wanted, stands) } else { wanted };
    if turns == 0 {
        return Ends { stopped, ..plain };
    }
    let moved = |figure| after(figure, progression, amount, turns);
    Ends { low: moved(amount.low), high: moved(amount.high), women: amount.women.map(moved), stopped }
}

/// Returns the last turn up to `wanted` at which `stands` holds for the amount; at the first it always does.
fn last_standing(wanted: u32, stands: impl Fn(u32) -> bool) -> u32 {
    let (mut standing, mut fallen) = (0, wanted);
    while fallen - standing > 1 {
        let middle = standing + (fallen - standing) / 2;
        if stands(middle) {
            standing = middle;
        } else {
            fallen = middle;
        }
    }
    standing
}

/// Returns `figure` after so many turns. A step in per cent compounds, but on a percentage it is in points.
fn after(figure: i64, progression: Progression, amount: &Amount, turns: u32) -> i64 {
    if !progression.percent || amount.unit == Unit::Percent {
        return figure.saturating_add(progression.by.saturating_mul(i64::from(turns)));
    }
    let grown = i128::from(figure).saturating_mul(factor(progression.by, turns));
    let rounded = grown.saturating_add(ONE / 2).div_euclid(ONE);
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

/// One, in the fixed point that factors are held in: twelve places, so that +10 % is exact for twelve turns.
const ONE: i128 = 1_000_000_000_000;

/// The largest factor, ten million: squared it still fits, and whatever has grown so far is past every bound.
const LARGEST_FACTOR: i128 = 10_000_000 * ONE;

/// Returns by how much `turns` steps of `by` thousandths of a per cent multiply a figure.
fn factor(by: i64, turns: u32) -> i128 {
    let step = (ONE + i128::from(by) * (ONE / 100_000)).clamp(0, LARGEST_FACTOR);
    let times = |a: i128, b: i128| ((a * b + ONE / 2) / ONE).min(LARGEST_FACTOR);
    let (mut product, mut square, mut left) = (ONE, step, turns);
    while left > 0 {
        if left & 1 == 1 {
            product = times(product, square);
        }
        square = times(square, square);
        left >>= 1;
    }
    product
}
