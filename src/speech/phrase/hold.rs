//! How long each repetition is held: `hold 5s`, `5s hold`, `w/ a 3 sec hold`, `(2s pause at the top)`.

use super::{Ahead, Phrase};
use crate::speech::token::Kind;

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    // Before a dose it is part of a name: `squat hold 30s`.
    if !ahead.so_far.has_dose {
        return None;
    }
    let from = ahead.with();
    let time = |at: usize| ahead.amount(at).filter(|(_, amount)| amount.is_time() && !amount.is_clock);
    let (end, held) = if ahead.is_word(from, &["hold", "holding", "pause"]) {
        time(ahead.skip(from + 1, &[&["each"], &["for"]]))?
    } else {
        let (end, held) = time(from)?;
        // `max 15s hold 5s`: the first time is the dose's. `5s hold 1min rest`: the second is the rest's.
        let is_rest = |(after, _)| ahead.is_word(after, &["rest", "recovery", "between"]);
        let is_held =
            ahead.is_word(end, &["hold", "holds", "pause", "pauses"]) && time(end + 1).is_none_or(is_rest);
        is_held.then_some((end + 1, held))?
    };
    let mut phrases = vec![Phrase::Hold(held.text)];
    let (end, place) = place(ahead, end);
    phrases.extend(place.map(Phrase::Cue));
    Some((end, phrases))
}

/// Reads where it is held, which is said as a cue.
fn place(ahead: &Ahead<'_, '_>, from: usize) -> (usize, Option<String>) {
    let is_place = ahead.is_word(from + 1, &["the", "each", "top", "bottom", "end", "peak"]);
    if !ahead.is_word(from, &["at", "in", "on"]) || !is_place {
        return (from, None);
    }
    let words = ahead.tokens[from..].iter().take_while(|token| token.kind == Kind::Word).take(4).count();
    let end = from + words;
    (end, Some(format!("\"{}\"", ahead.text(from, end))))
}
