//! A movement has sets directly inside a block of several rounds, which multiplies them.
//!
//! # Why
//! `3x8` in three rounds is nine sets. Usually the rounds are meant to be the sets.
//!
//! # Wrong
//! ```wod
//! circuit rounds 3 rest 90s between rounds <
//!   squat 3x8
//!   push-up 12
//! >
//! ```
//!
//! # Right
//! ```wod
//! circuit rounds 3 rest 90s between rounds <
//!   squat 8
//!   push-up 12
//! >
//! ```

use std::fmt;

use super::words::bout_of;
use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::check::program::{Amount, Block, BlockKind, Bout, Dose};
use crate::diagnostic::{self, Diagnostic, Rule};

/// What it gives.
pub const RULE: Rule = Rule::SetsInsideRounds;

/// Looks at the first alternative that has sets which are all alike: sets that differ are no rounds.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    let Some((block, rounds)) = statement.around.last().and_then(|block| Some((block, rounds(block)?))) else {
        return;
    };
    let choices = statement.exercise.choices.iter().enumerate();
    let sets = choices.filter_map(|(number, choice)| match &choice.dose {
        // What is written as one dose is alike, though its last set may be open.
        Dose::Sets(groups) if view.words(statement.step).dose(number).len() == 1 => {
            let is_open_end = groups.iter().any(|group| matches!(group.bout, Bout::Max(_)));
            let sum = |figure: fn(&Amount) -> i64| groups.iter().map(|group| figure(&group.count) / 1000).sum();
            (!is_open_end).then(|| (number, Whole { low: sum(|count| count.low), high: sum(|count| count.high) }))
        }
        Dose::FromBlock | Dose::Bout(_) | Dose::Sets(_) => None,
    });
    let Some((number, sets)) = sets.into_iter().next() else { return };
    if let [item] = view.words(statement.step).dose(number)[..]
        && let Some(bout) = bout_of(item)
    {
        let all =
            Whole { low: rounds.low.saturating_mul(sets.low), high: rounds.high.saturating_mul(sets.high) };
        let dose = view.text(bout.span.to(item.span));
        let message = format!("{sets} sets in each of {rounds} rounds are {all} sets");
        found.report(
            Diagnostic::new(RULE, item.span, message)
                .and_at(block.header, "the rounds are here")
                .help(format!("write the plain dose, `{dose}`, if the rounds are the sets"))
                .choices([diagnostic::Choice::write(item.span, dose).meaning("if the rounds are the sets")]),
        );
    }
}

/// Returns the rounds of a block, where there are several and a set in it would be done in each.
fn rounds(block: &Block) -> Option<Whole> {
    match block.kind {
        // Their rounds are known only afterwards, or are intervals, or are sets already.
        BlockKind::Amrap { .. }
        | BlockKind::Emom { .. }
        | BlockKind::Every { .. }
        | BlockKind::Superset
        | BlockKind::Tabata => return None,
        BlockKind::Circuit
        | BlockKind::ForTime
        | BlockKind::Warmup
        | BlockKind::Cooldown
        | BlockKind::Section
        | BlockKind::BuyIn
        | BlockKind::CashOut => {}
    }
    let rounds = match (&block.ladder, block.rounds) {
        (Some(rungs), _) => Whole { low: rungs.len() as i64, high: rungs.len() as i64 },
        (None, Some(rounds)) => Whole { low: rounds.low / 1000, high: rounds.high / 1000 },
        (None, None) => return None,
    };
    (rounds.high > 1).then_some(rounds)
}

/// How many, written as people do: `3`, `3-5`.
#[derive(Debug, Clone, Copy)]
struct Whole {
    low: i64,
    high: i64,
}

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.low == self.high { write!(f, "{}", self.low) } else { write!(f, "{}-{}", self.low, self.high) }
    }
}
