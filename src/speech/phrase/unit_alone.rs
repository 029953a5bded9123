//! A dose in a unit alone: `max cal`, `max calories`, `for max metres`.

use super::{Ahead, Bout, Phrase};
use crate::quantity::Unit;
use crate::speech::token::Kind;
use crate::syntax::unit;

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let from = ahead.skip(0, &[&["for"]]);
    if !ahead.is_word(from, &["max"]) {
        return None;
    }
    let word = ahead.tokens.get(from + 1).filter(|token| token.kind == Kind::Word)?;
    let unit = match unit::read(word.text)?.unit {
        Unit::Calorie => "cal",
        Unit::Metre => "m",
        Unit::Second => "s",
        Unit::Count => return Some((from + 2, vec![max(None)])),
        _ => return None,
    };
    let mut end = from + 2;
    let mut within = None;
    let at = ahead.skip(end, &[&["in"]]);
    if let Some((after, amount)) = ahead.amount(at).filter(|(_, amount)| amount.is_time()) {
        within = Some(amount);
        end = after;
    }
    Some((end, vec![Phrase::Dose { sets: None, bout: Bout::Unit { unit, is_max: true, within } }]))
}

fn max(within: Option<super::Amount>) -> Phrase {
    Phrase::Dose { sets: None, bout: Bout::Max(within) }
}
