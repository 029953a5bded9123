//! What is added to a load from turn to turn: `+5kg per week`, `plus 5kg each week`, `add 2.5kg every session`,
//! `+5kg/week`.

use super::{Ahead, Phrase};

/// Words that say what is counted, and how the language says it.
const TURNS: [(&[&str], &str); 4] = [
    (&["week", "wk"], "week"),
    (&["session", "workout", "time"], "session"),
    (&["round"], "round"),
    (&["set"], "set"),
];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let (end, step, is_mass) = grows(ahead, 0)?;
    Some((end, vec![Phrase::Grows { step, is_mass }]))
}

/// Reads a step at a token: where it ends, how the language writes it, and whether it is a mass.
pub(super) fn grows(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String, bool)> {
    let is_more = |at: usize| ahead.is_sign(at, '+') || ahead.is_word(at, &["plus", "add", "adding"]);
    let is_less = |at: usize| ahead.is_word(at, &["minus", "less"]) || is_sign_of_less(ahead, at);
    let (from, sign) = match () {
        () if ahead.is_word(at, &["increase", "increasing", "up"]) && ahead.is_word(at + 1, &["by"]) => {
            (at + 2, '+')
        }
        () if is_more(at) => (at + 1, '+'),
        () if is_less(at) => (at + 1, '-'),
        () => return None,
    };
    let (end, amount) = ahead.amount(from)?;
    let is_step = !amount.halves && !amount.is_clock && !amount.is_marked;
    let turn = match () {
        () if ahead.is_word(end, &["each", "every", "per", "a"]) || ahead.is_sign(end, '/') => end + 1,
        () => return None,
    };
    let (_, each) = TURNS.iter().find(|(said, _)| ahead.is_word(turn, said))?;
    is_step.then(|| (turn + 1, format!("{sign}{} each {each}", amount.text), amount.is_mass()))
}

/// Tells whether a minus stands before a figure: what is only a dash has a blank on both sides.
fn is_sign_of_less(ahead: &Ahead<'_, '_>, at: usize) -> bool {
    let is_dash = ahead.is_sign(at, '-') || ahead.is_sign(at, '–');
    is_dash && ahead.tokens.get(at + 1).is_some_and(|next| next.glued)
}
