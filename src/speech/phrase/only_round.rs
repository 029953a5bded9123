//! Rounds in which a step is done: `only round 1`, `(round 1 only)`, `not in round 4`, `first round only`.

use super::{Ahead, Phrase};
use crate::speech::token::{Kind, Token};

/// Words that say in which rounds a step is left out.
const LEFT_OUT: [&str; 6] = ["not", "except", "skip", "omit", "excluding", "but"];
/// Words that may come before the rounds.
const BEFORE: [&[&str]; 3] = [&["not"], &["in", "on", "for", "during"], &["the"]];
/// A round, or several.
const ROUND: [&str; 5] = ["round", "rounds", "rd", "rds", "rnd"];
/// The first rounds in words.
const ORDINALS: [&str; 6] = ["first", "second", "third", "fourth", "fifth", "sixth"];
/// The last round, whatever its number.
const LAST: [&str; 2] = ["last", "final"];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let not = ahead.is_word(0, &LEFT_OUT);
    let only = ahead.is_word(0, &["only", "just"]);
    let from = if not || only { ahead.skip(1, &BEFORE) } else { ahead.skip(0, &BEFORE[1..]) };
    let (mut end, first, last) = numbered(ahead, from).or_else(|| ordinal(ahead, from))?;
    let only_behind = ahead.is_word(end, &["only"]);
    let is_in = ahead.is_word(0, &["in", "during"]);
    if not == (only || only_behind || is_in) || only && only_behind {
        return None;
    }
    end += usize::from(only_behind);
    let how = if not { "not" } else { "only" };
    let rounds = match last {
        Some(last) => format!("rounds {first}-{last}"),
        None => format!("round {first}"),
    };
    Some((end, vec![Phrase::OnlyRound(format!("{how} {rounds}"))]))
}

/// Reads `round 1`, `rounds 2 - 5`, `rounds 1 and 2`: where it ends, the first and the last of several.
fn numbered(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, u32, Option<u32>)> {
    if !ahead.is_word(at, &ROUND) {
        return None;
    }
    let first = number(ahead, at + 1)?;
    let mut end = at + 2;
    let through = ahead.is_sign(end, '-')
        || ahead.is_sign(end, '–')
        || ahead.is_word(end, &["to", "through", "thru", "until"]);
    let and = ahead.is_sign(end, '&') || ahead.is_word(end, &["and"]);
    let last = number(ahead, end + 1).filter(|&last| through || and && last == first.saturating_add(1));
    end += if last.is_some() { 2 } else { 0 };
    // `rounds 1, 3 only` and `rounds 1 and 4 only` are no stretch of rounds.
    let goes_on = ahead.is_sign(end, ',') || ahead.is_sign(end, '&') || ahead.is_word(end, &["and"]);
    (!(goes_on && number(ahead, end + 1).is_some())).then_some((end, first, last))
}

/// Reads `first round`, `2nd round`, `first 3 rounds`: where it ends, the first and the last of several.
fn ordinal(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, u32, Option<u32>)> {
    let token = ahead.tokens.get(at)?;
    if token.is_word(&["first"])
        && let Some(last) = number(ahead, at + 1)
    {
        return ahead.is_word(at + 2, &ROUND).then_some((at + 3, 1, Some(last).filter(|&last| last > 1)));
    }
    let in_words = (1u32..).zip(ORDINALS).find(|(_, ordinal)| token.is_word(&[ordinal]));
    let (end, first) = match in_words {
        Some((first, _)) => (at + 1, first),
        None => {
            let first = number(ahead, at)?;
            let ending = ahead.tokens.get(at + 1).filter(|next| next.glued)?;
            (at + 2, ending.is_word(&["st", "nd", "rd", "th"]).then_some(first)?)
        }
    };
    ahead.is_word(end, &ROUND).then_some((end + 1, first, None))
}

fn number(ahead: &Ahead<'_, '_>, at: usize) -> Option<u32> {
    ahead.tokens.get(at).filter(|token| token.kind == Kind::Number)?.text.parse().ok()
}

/// Tells whether tokens name rounds, even where nobody can tell which: `every other round`, `rounds 1 and 3`.
pub(in crate::speech) fn names_rounds(tokens: &[Token<'_>]) -> bool {
    const BESIDE: [&str; 12] =
        ["every", "other", "each", "odd", "even", "alternate", "only", "and", "not", "in", "the", "except"];
    let is_known = |token: &Token<'_>| {
        token.is_word(&ROUND)
            || token.is_word(&LAST)
            || token.is_word(&ORDINALS)
            || token.is_word(&BESIDE)
            || token.kind == Kind::Number
    };
    tokens.iter().all(is_known) && tokens.iter().any(|token| token.is_word(&ROUND))
}

/// Returns the token of `last` where tokens say that something is done in the last round alone, or not in it:
/// `(last round only)`, `not in the final round`.
pub(in crate::speech) fn last_round(tokens: &[Token<'_>]) -> Option<usize> {
    let is_before = |at: usize| {
        let mut before = tokens[..at].iter().rev().peekable();
        for words in BEFORE.iter().skip(1).rev() {
            before.next_if(|token| token.is_word(words));
        }
        before.next().is_some_and(|token| token.is_word(&LEFT_OUT) || token.is_word(&["only", "just"]))
    };
    (0..tokens.len()).find(|&at| {
        tokens[at].is_word(&LAST)
            && tokens.get(at + 1).is_some_and(|next| next.is_word(&ROUND))
            && (is_before(at) || tokens.get(at + 2).is_some_and(|next| next.is_word(&["only"])))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use crate::speech::phrase::SoFar;
    use crate::speech::token::tokens;

    fn said(text: &str) -> Option<String> {
        let tokens = tokens(text, Span::new(0, text.len()));
        match read(&Ahead { tokens: &tokens, so_far: SoFar::default() })? {
            (end, phrases) if end == tokens.len() => match &phrases[..] {
                [Phrase::OnlyRound(text)] => Some(text.clone()),
                _ => None,
            },
            _ => None,
        }
    }

    #[test]
    fn rounds_are_named_in_many_ways() {
        for (text, meant) in [
            ("round 1 only", "only round 1"),
            ("only in round 1", "only round 1"),
            ("rounds 1-3 only", "only rounds 1-3"),
            ("only rounds 2 - 5", "only rounds 2-5"),
            ("rounds 2 and 3 only", "only rounds 2-3"),
            ("not in round 4", "not round 4"),
            ("except in the first round", "not round 1"),
            ("1st round only", "only round 1"),
            ("first 2 rounds only", "only rounds 1-2"),
            ("in the second round only", "only round 2"),
            ("in round 2", "only round 2"),
        ] {
            assert_eq!(said(text).as_deref(), Some(meant), "{text}");
        }
    }

    #[test]
    fn what_names_no_stretch_of_rounds_is_not_read() {
        for text in [
            "round 1",
            "for round 2",
            "rounds 1 and 4 only",
            "only rounds 1, 3",
            "not round 2 only",
            "every round",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
