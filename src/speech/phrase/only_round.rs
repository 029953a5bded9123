//! Rounds in which a step is done: `only round 1`, `(round 1 only)`, `not in round 4`.

use super::{Ahead, Phrase};
use crate::speech::token::Kind;

/// What leaves rounds out.
const NOT: [&str; 3] = ["not", "skip", "except"];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let not = ahead.is_word(0, &NOT);
    let only = ahead.is_word(0, &["only"]);
    let from = ahead.skip(0, &[&["not", "skip", "only", "except"], &["in", "on", "for"]]);
    // `first round only`, `not in the first round`.
    let the = ahead.skip(from, &[&["the"]]);
    if ahead.is_word(the, &["first", "1st"]) && ahead.is_word(the + 1, &["round"]) {
        let only_behind = ahead.is_word(the + 2, &["only"]);
        let how = if not { "not" } else { "only" };
        return (not || only || only_behind).then(|| {
            (the + 2 + usize::from(only_behind), vec![Phrase::OnlyRound(format!("{how} round 1"))])
        });
    }
    if !ahead.is_word(from, &["round", "rounds"]) || ahead.tokens.get(from + 1)?.kind != Kind::Number {
        return None;
    }
    let first = ahead.tokens[from + 1].text;
    let mut end = from + 2;
    let mut rounds = first.to_owned();
    let is_range = ahead.is_sign(end, '-') || ahead.is_sign(end, '–') || ahead.is_word(end, &["to"]);
    if is_range && let Some(last) = ahead.tokens.get(end + 1).filter(|token| token.kind == Kind::Number) {
        rounds = format!("{first}-{}", last.text);
        end += 2;
    }
    let only_behind = ahead.is_word(end, &["only"]);
    if from == 0 && !only_behind || only && only_behind {
        return None;
    }
    end += usize::from(only_behind);
    let word = if rounds.contains('-') { "rounds" } else { "round" };
    let how = if not { "not" } else { "only" };
    (not || only || only_behind).then(|| (end, vec![Phrase::OnlyRound(format!("{how} {word} {rounds}"))]))
}
