//! Settles one figure: which end of its range, and what it has grown to.

use crate::model::{Each, Figure, Level};

/// Why a workout is left out: the language does not say, in so many words, what it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unclear(pub &'static str);

/// Which end of its range each figure takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    At(Level),
    Shortest,
    Longest,
}

/// Which end of a range is the easy one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Easy {
    /// Work, sets, rounds.
    Low,
    /// Rests and transitions.
    High,
}

/// Where a figure stands among the turns that a growth can count, from 1.
#[derive(Debug, Clone, Copy, Default)]
pub struct Turns {
    pub round: Option<u32>,
    pub set: Option<u32>,
}

/// Returns a time in milliseconds.
pub fn milliseconds(figure: &Figure, easy: Easy, reading: Reading, turns: Turns) -> Result<i64, Unclear> {
    let (top, bottom) = exact(figure, easy, reading, turns, 1000)?;
    if top % bottom != 0 {
        return Err(Unclear("a time that is no whole number of milliseconds"));
    }
    Ok(top / bottom)
}

/// Returns a number of repetitions, sets or rounds.
pub fn whole(figure: &Figure, reading: Reading, turns: Turns) -> Result<u32, Unclear> {
    let (top, bottom) = exact(figure, Easy::Low, reading, turns, 1)?;
    match u32::try_from(top / bottom) {
        Ok(0) | Err(_) => Err(Unclear("a count that shrinks to nothing")),
        Ok(count) => Ok(count),
    }
}

/// Returns the figure times `unit` as a fraction.
fn exact(
    figure: &Figure,
    easy: Easy,
    reading: Reading,
    turns: Turns,
    unit: i64,
) -> Result<(i64, i64), Unclear> {
    let (low, high) = (i64::from(figure.low), i64::from(figure.high));
    let settled = match (reading, easy) {
        (Reading::Shortest, _) => low,
        (Reading::Longest, _) => high,
        (Reading::At(Level::Intermediate), _) => (low + high) / 2,
        (Reading::At(Level::Beginner), Easy::Low) | (Reading::At(Level::Advanced), Easy::High) => low,
        (Reading::At(Level::Beginner), Easy::High) | (Reading::At(Level::Advanced), Easy::Low) => high,
    };
    let mut value = (settled * unit, 1);
    let Some(growth) = figure.growth else { return Ok(value) };
    let turn = match growth.each {
        Each::Round => turns.round,
        Each::Set => turns.set,
    };
    let turn = turn.expect("a growth stands only where there is something to count");
    for _ in 1..turn {
        let next = if growth.percent {
            let factor = 100 + i64::from(growth.by);
            (value.0.checked_mul(factor), value.1.checked_mul(100))
        } else {
            (value.0.checked_add(i64::from(growth.by) * unit), Some(value.1))
        };
        let (Some(top), Some(bottom)) = next else { return Err(Unclear("a growth out of all bounds")) };
        if top == 0 {
            return Err(Unclear("a progression that meets zero exactly"));
        }
        if top < 0 {
            break;
        }
        value = (top, bottom);
    }
    Ok(value)
}
