//! What moves by results: `+2.5kg each success`, `after a miss 6x2+`.

use super::{MovementId, SetGroup};
use crate::quantity::Unit;
use crate::source::Span;
pub use crate::syntax::tree::MoveOn;

/// What of one movement statement moves by results.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Moves {
    /// When what moves, in text order.
    pub rules: Vec<Move>,
    /// The sets that come instead after a miss, one after the other. The first are those of the statement.
    pub schemes: Vec<Box<[SetGroup]>>,
    /// What moves when the schemes begin anew: `then again -10%`.
    pub again: Option<By>,
    /// After how many successes a harder movement comes.
    pub harder: Option<u32>,
    /// The harder movements, one after the other.
    pub ladder: Vec<MovementId>,
}

impl Moves {
    /// Tells whether anything moves after misses.
    pub fn rules_misses(&self) -> bool {
        let is_of_misses = |rule: &Move| match rule.on {
            MoveOn::Misses(_) => true,
            MoveOn::Successes(_) | MoveOn::Reps { .. } => false,
        };
        !self.schemes.is_empty() || self.rules.iter().any(is_of_misses)
    }
}

/// One rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The rule in the source.
    pub place: Span,
    /// What moves.
    pub what: Moved,
    /// By how much.
    pub by: By,
    /// When.
    pub on: MoveOn,
}

/// What moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moved {
    /// The load.
    Load,
    /// The dose: repetitions, a time, a distance.
    Dose,
}

/// By how much something moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// So many thousandths of a unit.
    Amount(i64, Unit),
    /// So many thousandths of a per cent of what it is.
    Percent(i64),
}

impl By {
    /// Tells whether it adds something.
    pub const fn is_more(self) -> bool {
        match self {
            By::Amount(by, _) | By::Percent(by) => by > 0,
        }
    }
}
