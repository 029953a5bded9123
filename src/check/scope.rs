//! The surroundings of a statement, as far as its meaning depends on them.

use super::asked::ClockedBout;
use crate::source::Span;
use crate::syntax::tree::BlockWord;

/// What a block gives to a movement without a dose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gives {
    /// Nothing. The movement needs its own dose.
    Nothing,
    /// `work 40s`.
    Work,
    /// A rung of a `ladder`.
    Rungs,
    /// A tabata's 20 s, which nothing can replace.
    Tabata,
}

/// What is known of the rounds of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rounds {
    /// It is done once.
    Once,
    /// Nobody knows how many there are.
    Unknown,
    /// Its steps take turns.
    InTurns,
    /// So many at most.
    Most(u32),
}

/// The surroundings of a statement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    /// What the innermost block gives.
    pub gives: Gives,
    /// Whether any block around it repeats, so that there are rounds to count.
    pub in_rounds: bool,
    /// The rounds of the innermost block.
    pub rounds: Rounds,
    /// The innermost block.
    pub around: Option<BlockWord>,
    /// Whether the statement has sets.
    pub in_sets: bool,
    /// Whether the steps of the innermost block take turns, so that a bare `rest` is a turn off.
    pub alternating: bool,
    /// The word of the timed block around it, which can't hold another timed block.
    pub inside_timed: Option<&'static str>,
    /// The header of a block around it that is done per side.
    pub per_side: Option<Span>,
    /// Whether the innermost block is a superset.
    pub superset: bool,
    /// Whether it is outside all blocks.
    pub top: bool,
    /// Whether its workout is the whole file, so that definitions are allowed beside its steps.
    pub file: bool,
    /// Whether it is on a day of a plan, in any of its blocks.
    pub plan: bool,
    /// How many blocks are around it.
    pub depth: usize,
    /// The bout whose targets are checked.
    pub bout: Option<ClockedBout>,
}

impl Scope {
    /// The surroundings of a workout's own statements.
    pub(super) const WORKOUT: Scope = Scope {
        gives: Gives::Nothing,
        in_rounds: false,
        rounds: Rounds::Once,
        around: None,
        in_sets: false,
        alternating: false,
        inside_timed: None,
        per_side: None,
        superset: false,
        top: true,
        file: false,
        plan: false,
        depth: 0,
        bout: None,
    };

    /// The surroundings of a file's own statements.
    pub(super) const FILE: Scope = Scope { file: true, ..Scope::WORKOUT };

    /// The surroundings of the statements of a plan's day.
    pub(super) const DAY: Scope = Scope { plan: true, ..Scope::WORKOUT };
}
