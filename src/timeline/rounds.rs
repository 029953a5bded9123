//! How often a block is done.

use crate::check::program::{Amount, BlockKind};
use crate::timeline::outline::{Item, Part};
use crate::timeline::progression::Turn;
use crate::timeline::settle::{Mode, Sense, count, settle};

/// The slots of an `emom` or an `every`.
#[derive(Debug, Clone, Copy)]
pub struct Slots {
    /// How many.
    pub count: u32,
    /// How long each is, in milliseconds.
    pub length_ms: i64,
}

/// A minute, the slot of an `emom`, in milliseconds.
const MINUTE_MS: i64 = 60_000;

/// Returns how many rounds a part has: the rungs of its ladder, its `rounds`, or one. An `until` may end it after one.
pub fn rounds(part: &Part<'_>, mode: Mode) -> u32 {
    let Some(block) = part.block else { return 1 };
    let asked = match (&block.ladder, &block.rounds) {
        (Some(rungs), _) => u32::try_from(rungs.len()).unwrap_or(u32::MAX),
        (None, Some(rounds)) => count(rounds, mode, Turn::default()),
        (None, None) => 1,
    };
    until(part, mode, asked)
}

/// Returns the slots of an `emom`.
pub fn minutes(part: &Part<'_>, time: &Amount, mode: Mode) -> Slots {
    let minutes = settle(time, Sense::Work, mode, Turn::default()).value / MINUTE_MS;
    let minutes = u32::try_from(minutes.max(1)).unwrap_or(u32::MAX);
    Slots { count: until(part, mode, minutes), length_ms: MINUTE_MS }
}

/// Returns the slots of an `every`.
pub fn intervals(part: &Part<'_>, interval: &Amount, mode: Mode) -> Slots {
    let length_ms = settle(interval, Sense::Rest, mode, Turn::default()).value;
    Slots { count: rounds(part, mode), length_ms }
}

/// Returns how often a part is done, which is once at the shortest if something may end it early.
fn until(part: &Part<'_>, mode: Mode, asked: u32) -> u32 {
    let may_end = part.block.is_some_and(|block| block.until.is_some());
    if may_end && mode == Mode::Shortest { asked.min(1) } else { asked }
}

/// Adds up the rounds of a workout's own blocks that repeat. None if no block repeats, or if one is an AMRAP, whose
/// rounds nobody can know.
pub fn in_all(workout: &Part<'_>, mode: Mode) -> Option<u32> {
    let mut sum = None;
    for item in &workout.items {
        let Item::Part(part) = item else { continue };
        let Some(block) = part.block else { continue };
        let repeats = match &block.kind {
            BlockKind::Amrap { .. } => return None,
            BlockKind::Emom { time, .. } => Some(minutes(part, time, mode).count),
            BlockKind::Every { interval, .. } => Some(intervals(part, interval, mode).count),
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => Some(rounds(part, mode)).filter(|&rounds| rounds > 1),
        };
        sum = repeats.map_or(sum, |rounds| Some(sum.unwrap_or(0u32).saturating_add(rounds)));
    }
    sum
}
