//! What was done before, in the contract.

use super::model::{BestSet, DoneSet, Fastest, LastTime, LoadIs, Past};
use super::quantity;
use crate::check::program::{Amount, LoadKind, Side};
use crate::date;
use crate::emit::history::{Before, Did, words};

/// Returns what was done of a statement before.
pub fn written(before: &Before) -> Past {
    let best = before.best(0, 1).map(|best| BestSet {
        date: date::write(best.date),
        text: words::one(&best.set),
        set: set(&best.set),
    });
    let fastest =
        before.fastest().map(|fastest| Fastest { date: date::write(fastest.date), time_ms: fastest.taken });
    let last = before.last.as_ref().map(|last| LastTime {
        date: date::write(last.date),
        sets: last.sets.iter().map(set).collect(),
        time_ms: last.taken,
        text: words::all(&last.sets, last.taken),
    });
    Past { last, best, fastest }
}

fn set(did: &Did) -> DoneSet {
    let side = |is_left| if is_left { Side::Left } else { Side::Right };
    DoneSet {
        amount: did.amount.as_ref().map(quantity::measured),
        load: did.load.map(|load| quantity::measured(&Amount::exactly(load.figure, load.unit))),
        load_is: did.load.and_then(|load| match load.kind {
            LoadKind::Weight => None,
            LoadKind::OnTop => Some(LoadIs::OnTop),
            LoadKind::Help => Some(LoadIs::Help),
        }),
        side: did.is_left.map(|is_left| side(is_left).into()),
    }
}
