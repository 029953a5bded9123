//! A dose in a unit alone: `max cal`, `max calories`, `for max metres`, `cal` under a ladder.

use super::{Ahead, Bout, Phrase};
use crate::quantity::Unit;
use crate::speech::token::Kind;
use crate::syntax::unit;

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let from = ahead.skip(0, &[&["for"]]);
    if !ahead.is_word(from, &["max"]) {
        return under_a_ladder(ahead);
    }
    let word = ahead.tokens.get(from + 1).filter(|token| token.kind == Kind::Word)?;
    let unit = match unit::read(word.text)?.unit {
        Unit::Count => return Some((from + 2, vec![max(None)])),
        unit => alone(unit)?,
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

/// Reads `cal` behind a name, where nothing says how many: a ladder does.
fn under_a_ladder(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let word = ahead.tokens.first().filter(|token| token.kind == Kind::Word)?;
    let is_over = ahead.ends_at(1) || ahead.is_sign(1, '(') || ahead.is_word(1, &["only", "not"]);
    if !ahead.so_far.has_name || ahead.so_far.has_dose || !is_over {
        return None;
    }
    let unit = alone(unit::alone(word.text)?)?;
    Some((1, vec![Phrase::Dose { sets: None, bout: Bout::Unit { unit, is_max: false, within: None } }]))
}

/// Returns how a unit is written that can be a dose alone.
fn alone(unit: Unit) -> Option<&'static str> {
    match unit {
        Unit::Calorie => Some("cal"),
        Unit::Metre => Some("m"),
        Unit::Second => Some("s"),
        _ => None,
    }
}

fn max(within: Option<super::Amount>) -> Phrase {
    Phrase::Dose { sets: None, bout: Bout::Max(within) }
}
