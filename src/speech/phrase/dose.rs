//! Doses: `10`, `3x10`, `3 sets of 10`, `400m x 6`, `3x5x100kg`, `60kg x 5`, `10/10`, `5L/5R`, `max`.

use super::{Ahead, Amount, Bout, Phrase, sides};
use crate::quantity::Unit;
use crate::speech::token::Kind;

/// What is said for as many as can be done.
const MAX: [&str; 5] = ["max", "amrap", "failure", "maximum", "exhaustion"];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    if let Some(end) = as_many_as_possible(ahead, 0)
        && (!ahead.so_far.has_dose || ahead.so_far.after_comma && ahead.is_word(0, &["max"]))
    {
        return Some((end, vec![dose(None, Bout::Max(None))]));
    }
    // `jumping jacks for 1 minute`, `max push-ups in 2 min`.
    if ahead.is_word(0, &["for", "in", "within"]) && ahead.so_far.has_name {
        let (end, amount) = ahead.amount(1).filter(|(_, amount)| amount.is_dose() && !amount.halves)?;
        let fits = if ahead.so_far.has_dose {
            amount.is_time()
        } else {
            ahead.is_word(0, &["for"]) && amount.unit.is_some()
        };
        return fits.then(|| (end, vec![dose(None, Bout::Of(amount))]));
    }
    if let Some((end, sets)) = late_sets(ahead) {
        return Some((end, vec![sets]));
    }
    if let Some((end, led)) = before_name(ahead) {
        return Some((end, vec![led]));
    }
    if ahead.tokens.first()?.kind == Kind::Times {
        if let Some(end) = as_many_as_possible(ahead, 1).filter(|_| !ahead.so_far.has_dose) {
            return Some((end, vec![dose(None, Bout::Max(None))]));
        }
        let (end, amount) = ahead.amount(1).filter(|(_, amount)| amount.is_dose())?;
        return Some((end, vec![dose(None, Bout::Of(amount))]));
    }
    left_and_right(ahead).or_else(|| sets(ahead)).or_else(|| of_load(ahead)).or_else(|| one(ahead))
}

/// Reads `max`, `max reps`, `to failure`, `as many as possible`. Returns where it ends.
fn as_many_as_possible(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    if ["as", "many", "as"].iter().enumerate().all(|(number, word)| ahead.is_word(at + number, &[word])) {
        return ahead.is_word(at + 3, &["possible"]).then_some(at + 4);
    }
    let from = ahead.skip(at, &[&["to", "until"]]);
    let is_led = from == at || ahead.is_word(from, &["failure", "exhaustion", "max"]);
    (is_led && ahead.is_word(from, &MAX)).then(|| ahead.skip(from + 1, &[&["reps"]]))
}

/// Reads `x 3`, `x 2 sets`, `for 3 sets` behind what a set is.
fn late_sets(ahead: &Ahead<'_, '_>) -> Option<(usize, Phrase)> {
    if !ahead.so_far.has_dose || ahead.so_far.has_sets {
        return None;
    }
    let is_times = ahead.tokens.first()?.kind == Kind::Times;
    let at = if is_times { 1 } else { ahead.skip(0, &[&["for"]]) };
    let number = ahead.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let is_said = ahead.is_word(at + 1, &["sets", "set"]);
    let end = at + 1 + usize::from(is_said);
    let is_whole = number.text.bytes().all(|byte| byte.is_ascii_digit());
    // `x 3` alone, where nothing follows that would make it another amount.
    let is_alone = is_times && ahead.ends_at(end) || ahead.is_sign(end, '@') || ahead.is_sign(end, '(');
    (is_whole && (is_said || is_times && (is_alone || sides::is_half(&ahead.tokens[end..]))))
        .then(|| (end, Phrase::Sets { number: number.text.to_owned(), is_said }))
}

/// The most sets that a count before a name may be. From here on it is a number of repetitions.
const MOST_SETS: u32 = 4;

/// Reads `10 x` of `10 x bird dog`, and `3 sets of` of `3 sets of squats 10`. A few times alone may be sets as well.
fn before_name(ahead: &Ahead<'_, '_>) -> Option<(usize, Phrase)> {
    let [count, word, ..] = ahead.tokens else { return None };
    if ahead.so_far.has_dose || ahead.so_far.has_sets || ahead.so_far.has_name || count.kind != Kind::Number {
        return None;
    }
    let number: u32 = count.text.parse().ok()?;
    let is_said = word.is_word(&["sets", "set"]);
    let at = if is_said { ahead.skip(2, &[&["of"]]) } else { 2 };
    let is_name = ahead.tokens.get(at).is_some_and(|next| next.kind == Kind::Word && !next.is_word(&MAX))
        && ahead.amount(at).is_none();
    if !is_name || !(is_said || word.kind == Kind::Times) {
        return None;
    }
    if is_said || has_dose_behind(ahead, at) {
        return Some((at, Phrase::Sets { number: count.text.to_owned(), is_said: true }));
    }
    let (_, amount) = ahead.amount(0)?;
    (number > MOST_SETS).then(|| (at, dose(None, Bout::Of(amount))))
}

/// Tells whether a dose follows further on, which is neither a load nor a rest.
fn has_dose_behind(ahead: &Ahead<'_, '_>, from: usize) -> bool {
    const LEADING: [&str; 9] = ["rest", "every", "on", "rpe", "rir", "zone", "tempo", "hold", "with"];
    let is_dose = |at: usize| {
        let before = &ahead.tokens[at - 1];
        let is_led = before.kind == Kind::Word && !before.is_word(&LEADING) || before.kind == Kind::Times;
        let dose = ahead.amount(at).filter(|(_, amount)| is_led && amount.is_dose());
        dose.is_some_and(|(end, _)| !ahead.is_word(end, &["rest", "recovery", "hold", "rir", "rpe"]))
    };
    (from + 1..ahead.tokens.len()).any(|at| ahead.tokens[at].kind == Kind::Number && is_dose(at))
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
    if let Some(end) = as_many_as_possible(ahead, at).filter(|_| is_plain) {
        return Some((end, vec![dose(Some(first.figures), Bout::Max(None))]));
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
    // `shadow boxing 3 rounds x 3 min`.
    let is_of_rounds = ahead.so_far.has_name && ahead.is_word(at, &["rounds"]);
    let of = ahead.tokens.get(at + 1);
    if is_of_rounds && of.is_some_and(|of| of.kind == Kind::Times || of.is_word(&["of", "x"])) {
        return Some(at + 2);
    }
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
        if third.unit == Some(Unit::Second) {
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
        // `75% x 5`.
        () if first.unit == Some(Unit::Percent) && second.is_count() => (first, second),
        () => return None,
    };
    if load.halves || count.halves {
        return None;
    }
    let with_plus = ahead.is_sign(after, '+') && ahead.tokens[after].glued;
    if with_plus {
        let load = Phrase::Load { text: load.text, per_hand: false };
        return Some((after + 1, vec![dose(None, Bout::AtLeast(count)), load]));
    }
    let load = Phrase::Load { text: load.text, per_hand: false };
    // `60kg x 5 x 5`: which of the two are the sets is plain only where they are equal.
    if ahead.tokens.get(after).is_some_and(|token| token.kind == Kind::Times) {
        let (after, sets) = ahead.amount(after + 1).filter(|(_, sets)| *sets == count)?;
        return Some((after, vec![dose(Some(sets.figures), Bout::Of(count)), load]));
    }
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
