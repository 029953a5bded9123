//! Doses: `10`, `3x10`, `3 sets of 10`, `400m x 6`, `3x5x100kg`, `60kg x 5`, `10/10`, `5L/5R`, `max`.

use super::{Ahead, Amount, Bout, Phrase};
use crate::speech::token::Kind;

/// What is said for as many as can be done.
const MAX: [&str; 2] = ["max", "amrap"];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    if ahead.is_word(0, &MAX) && !ahead.so_far.has_dose {
        return Some((ahead.skip(1, &[&["reps"]]), vec![dose(None, Bout::Max(None))]));
    }
    if ahead.tokens.first()?.kind == Kind::Times {
        let (end, amount) = ahead.amount(1).filter(|(_, amount)| amount.is_dose())?;
        return Some((end, vec![dose(None, Bout::Of(amount))]));
    }
    left_and_right(ahead).or_else(|| sets(ahead)).or_else(|| of_load(ahead)).or_else(|| one(ahead))
}

fn dose(sets: Option<String>, bout: Bout) -> Phrase {
    Phrase::Dose { sets, bout }
}

/// Reads `5L/5R`.
fn left_and_right(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let [left, l, slash, right, r, ..] = ahead.tokens else { return None };
    let is_pair = left.kind == Kind::Number && right.kind == Kind::Number && left.text == right.text;
    let sides = l.is_word(&["l"]) && r.is_word(&["r"]) || l.is_word(&["r"]) && r.is_word(&["l"]);
    let (_, amount) = ahead.amount(0).filter(|_| is_pair && sides && slash.is_sign('/'))?;
    let amount = Amount { halves: false, ..amount };
    Some((5, vec![dose(None, Bout::Of(amount)), Phrase::Per(None)]))
}

/// Reads `3x10`, `3 sets of 10`, `10 x 3 sets`, `400m x 6`, `3x5x100kg`, `3x10x5s`.
fn sets(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let (end, first) = ahead.amount(0)?;
    let of = number_of_sets(ahead, end);
    let is_times = ahead.tokens.get(end).is_some_and(|token| token.kind == Kind::Times);
    let at = match of {
        Some(at) if first.is_count() => at,
        _ if is_times => end + 1,
        _ => return None,
    };
    let is_plain = first.unit.is_none() && !first.is_clock && !first.halves && !first.figures.contains('/');
    if is_plain && ahead.is_word(at, &MAX) {
        return Some((ahead.skip(at + 1, &[&["reps"]]), vec![dose(Some(first.figures), Bout::Max(None))]));
    }
    let (after, second) = ahead.amount(at)?;
    if is_plain && !second.is_mass() {
        return Some(of_equal_sets(ahead, first.figures, after, second));
    }
    // `400m x 6`, `12 reps x 3 sets`.
    let is_number =
        second.unit.is_none() && !second.is_clock && second.figures.bytes().all(|b| b.is_ascii_digit());
    if first.is_dose() && is_number && first.unit.is_some() {
        let after = ahead.skip(after, &[&["sets", "times"]]);
        return Some((after, vec![dose(Some(second.figures), Bout::Of(first))]));
    }
    None
}

/// Returns where `sets of` ends.
fn number_of_sets(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    let after = ahead.skip(at, &[&["sets", "set"], &["of", "x"]]);
    let after = after + usize::from(ahead.tokens.get(after).is_some_and(|token| token.kind == Kind::Times));
    ahead.is_word(at, &["sets", "set"]).then_some(after)
}

/// Reads what follows `3x10`: a load, or how long each is held.
fn of_equal_sets(ahead: &Ahead<'_, '_>, sets: String, end: usize, second: Amount) -> (usize, Vec<Phrase>) {
    let with_plus = ahead.is_sign(end, '+') && ahead.tokens[end].glued;
    let end = end + usize::from(with_plus);
    let bout = if with_plus { Bout::AtLeast(second.clone()) } else { Bout::Of(second.clone()) };
    // `10 x 5s hold`: ten repetitions, each held.
    if second.is_time() && ahead.is_word(end, &["hold", "holds"]) {
        let count = Amount {
            text: sets.clone(),
            figures: sets,
            unit: None,
            is_clock: false,
            halves: false,
            is_marked: false,
        };
        return (end + 1, vec![dose(None, Bout::Of(count)), Phrase::Hold(second.text)]);
    }
    let is_times = ahead.tokens.get(end).is_some_and(|token| token.kind == Kind::Times);
    if is_times
        && second.is_count()
        && let Some((after, third)) = ahead.amount(end + 1)
    {
        if third.is_mass() {
            let load = Phrase::Load { text: third.text, per_hand: false };
            return (after, vec![dose(Some(sets), bout), load]);
        }
        if third.unit == Some(crate::quantity::Unit::Second) {
            let after = ahead.skip(after, &[&["hold", "holds"]]);
            return (after, vec![dose(Some(sets), bout), Phrase::Hold(third.text)]);
        }
    }
    (end, vec![dose(Some(sets), bout)])
}

/// Reads `3 x 140kg` and `60kg x 8`: a load, and how often it is lifted.
fn of_load(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let (end, first) = ahead.amount(0)?;
    ahead.tokens.get(end).filter(|token| token.kind == Kind::Times)?;
    let (after, second) = ahead.amount(end + 1)?;
    let (load, count) = match () {
        () if first.is_mass() && second.is_count() => (first, second),
        () if second.is_mass() && first.is_count() => (second, first),
        () => return None,
    };
    if load.halves || count.halves {
        return None;
    }
    let load = Phrase::Load { text: load.text, per_hand: false };
    Some((after, vec![dose(None, Bout::Of(count)), load]))
}

/// Reads `10`, `30s`, `5+`, `10/10`.
fn one(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let (end, amount) = ahead.amount(0).filter(|(_, amount)| amount.is_dose())?;
    let with_plus = ahead.is_sign(end, '+') && ahead.tokens[end].glued;
    if with_plus {
        return Some((end + 1, vec![dose(None, Bout::AtLeast(amount))]));
    }
    let end = end
        + usize::from(ahead.is_word(end, &["of"]) && ahead.tokens.len() > end + 1 && !ahead.so_far.has_name);
    Some((end, vec![dose(None, Bout::Of(amount))]))
}
