//! Settles one figure: which end of its range, and what it has grown to.

use crate::model::{Each, Figure, Level};

/// Why a workout is left out: the language does not say, in so many words, what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclear(pub &'static str);

/// Which end of its range each figure takes. Movements are those of the level in every reading: "least and most take
/// every range at its own shortest and longest, without swapping movements".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// The level, and the one whose movements are done.
    At(Level, Level),
    Shortest(Level),
    Longest(Level),
}

impl Reading {
    /// Returns the level whose movements are done.
    pub fn level(self) -> Level {
        match self {
            Reading::At(_, level) | Reading::Shortest(level) | Reading::Longest(level) => level,
        }
    }

    /// Tells whether everything takes as little time as it may.
    pub fn is_shortest(self) -> bool {
        matches!(self, Reading::Shortest(_))
    }
}

/// Which end of a range is the easy one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Easy {
    /// "Easy is less work, … rounds".
    Low,
    /// "More rest, transition"; intervals too, since what they are longer by is rest.
    High,
}

/// Where a figure stands among the turns that a growth can count, from 1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Turns {
    pub round: Option<u32>,
    pub set: Option<u32>,
}

/// Returns a time in milliseconds, of a figure that counts something of so many milliseconds each.
pub fn milliseconds(
    figure: &Figure,
    each: i64,
    easy: Easy,
    reading: Reading,
    turns: Turns,
) -> Result<i64, Unclear> {
    let (top, bottom) = exact(figure, easy, reading, turns, 0)?;
    let is_whole = |top: i64| top.checked_rem(bottom) == Some(0);
    match (top.checked_mul(each), top.checked_mul(1000)) {
        (Some(length), Some(thousandths)) if is_whole(length) && is_whole(thousandths) => Ok(length / bottom),
        (_, _) => Err(Unclear("a time that is no whole number of milliseconds")),
    }
}

/// Returns a number of repetitions, sets or rounds: those "round down".
pub fn whole(figure: &Figure, reading: Reading, turns: Turns) -> Result<u32, Unclear> {
    let (top, bottom) = exact(figure, Easy::Low, reading, turns, 1)?;
    u32::try_from(top / bottom).map_err(|_| Unclear("a count out of all bounds"))
}

/// Returns the figure as a fraction.
///
/// "It never passes zero: it stays at the last value above": both ends of a range then stay together, so that it is
/// still a range, and a count stays at the last that rounds down to something, which is `least`.
fn exact(
    figure: &Figure,
    easy: Easy,
    reading: Reading,
    turns: Turns,
    least: i64,
) -> Result<(i64, i64), Unclear> {
    let mut ends = [i64::from(figure.low), i64::from(figure.high)];
    let mut bottom: i64 = 1;
    if let Some(growth) = figure.growth {
        let turn = match growth.each {
            Each::Round => turns.round,
            Each::Set => turns.set,
        };
        for _ in 1..turn.expect("a growth stands only where there is something to count") {
            let next = |top: i64| {
                if growth.percent {
                    top.checked_mul(100 + i64::from(growth.by))
                } else {
                    top.checked_add(i64::from(growth.by))
                }
            };
            let next_bottom = if growth.percent { bottom.checked_mul(100) } else { Some(bottom) };
            let (Some(low), Some(high), Some(next_bottom)) = (next(ends[0]), next(ends[1]), next_bottom)
            else {
                return Err(Unclear("a growth out of all bounds"));
            };
            if low <= 0 || low / next_bottom < least {
                break;
            }
            (ends, bottom) = ([low, high], next_bottom);
        }
    }
    let [low, high] = ends;
    let value = match (reading, easy) {
        (Reading::Shortest(_), _) => low,
        (Reading::Longest(_), _) => high,
        (Reading::At(Level::Intermediate, _), _) if low == high => low,
        // Only whole steps are added to a range, so its middle is rounded down to a whole one.
        (Reading::At(Level::Intermediate, _), _) => (low + high) / 2,
        (Reading::At(Level::Beginner, _), Easy::Low) | (Reading::At(Level::Advanced, _), Easy::High) => low,
        (Reading::At(Level::Beginner, _), Easy::High) | (Reading::At(Level::Advanced, _), Easy::Low) => high,
    };
    Ok((value, bottom))
}
