//! What stands around a statement, as far as the statement's meaning depends on it.

use crate::source::Span;

/// What a block gives to a movement that has no dose of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gives {
    /// Nothing: the movement needs its own.
    Nothing,
    /// `work 40s`, or a rung of a `ladder`.
    Dose,
    /// A tabata's 20 s, which nothing may replace.
    Tabata,
}

/// The surroundings of a statement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    /// What the innermost block gives.
    pub gives: Gives,
    /// Whether any block around repeats, so that rounds can be counted.
    pub in_rounds: bool,
    /// Whether the statement at hand has sets.
    pub in_sets: bool,
    /// Whether the innermost block takes its steps in turn, so that a bare rest is a turn off.
    pub alternating: bool,
    /// The word of the timed block around, inside which no other may stand.
    pub inside_timed: Option<&'static str>,
    /// The header of a block around that is done per side.
    pub per_side: Option<Span>,
    /// Whether the innermost block is a superset.
    pub superset: bool,
    /// Whether it is a statement of the workout itself, in no block.
    pub top: bool,
    /// Whether that workout is the whole file, so that definitions may stand beside its steps.
    pub file: bool,
    /// Whether it stands on a day of a plan, in whichever of its blocks.
    pub plan: bool,
    /// How many blocks stand around it.
    pub depth: usize,
}

impl Scope {
    /// The surroundings of a workout's own statements.
    pub(super) const WORKOUT: Scope = Scope {
        gives: Gives::Nothing,
        in_rounds: false,
        in_sets: false,
        alternating: false,
        inside_timed: None,
        per_side: None,
        superset: false,
        top: true,
        file: false,
        plan: false,
        depth: 0,
    };

    /// The surroundings of a file's own statements.
    pub(super) const FILE: Scope = Scope { file: true, ..Scope::WORKOUT };

    /// The surroundings of the statements of a plan's day.
    pub(super) const DAY: Scope = Scope { plan: true, ..Scope::WORKOUT };
}
