//! Bouts, as written.

use super::model::{self, Ending, Unit};
use super::{quantity, spelling};
use crate::check::program::{Bout, Open};

/// Returns a bout as it is written.
pub fn bout(bout: &Bout, open: Option<Open>) -> model::Bout {
    let (ending, amount) = match bout {
        Bout::Of(amount) => (None, Some(amount)),
        Bout::AtLeast(amount) => (Some(Ending::OrMore), Some(amount)),
        Bout::Max(None) => (Some(Ending::Max), None),
        Bout::Max(Some(amount)) => (Some(Ending::MaxWithin), Some(amount)),
    };
    let amount = amount.map(|amount| quantity::written(amount, Some(Unit::Reps)));
    model::Bout { ending, amount, text: text(bout, open) }
}

/// Spells a bout as a coach writes it: `8-12`, `5+`, `max 60s`, `max cal 60s`.
pub fn text(bout: &Bout, open: Option<Open>) -> String {
    let max = || spelling::max(open);
    match bout {
        Bout::Of(amount) => spelling::amount(amount),
        Bout::AtLeast(amount) => format!("{}+", spelling::amount(amount)),
        Bout::Max(None) => max(),
        Bout::Max(Some(amount)) => spelling::max_within(open, &spelling::amount(amount)),
    }
}
