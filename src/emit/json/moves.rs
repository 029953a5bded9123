//! What moves by results, in the contract.

use super::form::Form;
use super::model::{MoveBy, MoveRule, MoveWhat, MoveWhen, Moves};
use super::number::Thousandths;
use super::{sets, spelling};
use crate::check::program;
use crate::check::program::{By, MoveOn, Moved};

/// Returns what moves by results.
pub fn written<'a>(form: Form<'a>, moves: &'a program::Moves) -> Moves<'a> {
    Moves {
        rules: moves.rules.iter().map(rule).collect(),
        after_a_miss: moves.schemes.iter().map(|groups| sets::groups(form, groups)).collect(),
        again: moves.again.map(by),
        harder_after: moves.harder,
    }
}

fn rule(rule: &program::Move) -> MoveRule {
    let what = match rule.what {
        Moved::Load => MoveWhat::Load,
        Moved::Dose => MoveWhat::Dose,
    };
    let when = match rule.on {
        MoveOn::Successes(_) => MoveWhen::Successes,
        MoveOn::Misses(_) => MoveWhen::Misses,
        MoveOn::Reps { in_all: false, .. } => MoveWhen::RepsOfOpenSet,
        MoveOn::Reps { in_all: true, .. } => MoveWhen::RepsInAll,
    };
    let text = format!("{} {}", spelling::move_by(rule.by), rule.on.written());
    MoveRule { what, by: by(rule.by), when, count: rule.on.count(), text }
}

fn by(by: By) -> MoveBy {
    match by {
        By::Amount(add, _) => MoveBy { add: Thousandths(add), percent: false },
        By::Percent(add) => MoveBy { add: Thousandths(add), percent: true },
    }
}
