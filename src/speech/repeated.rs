//! `3x(4x50m free on :50, 100m easy)` and `clamshell 3x10 R, 3x12 L`: what is said once and done several times.

use super::names::KnownNames;
use super::step::Piece;
use super::token::{Kind, Token};
use super::{block_of, is_known_step, joined, whole};

/// Reads so many times what is in brackets, with the rest behind them.
pub(super) fn rounds(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let [count, times, open, inside @ ..] = tokens else { return None };
    let is_counted = count.kind == Kind::Number && times.kind == Kind::Times && open.is_sign('(');
    let close = inside.iter().rposition(|token| token.is_sign(')')).filter(|_| is_counted)?;
    let (inside, behind) = (&inside[..close], &inside[close + 1..]);
    let rest = match behind {
        [] => String::new(),
        rest => {
            let comma = usize::from(rest[0].is_sign(','));
            let rest = joined(&whole(&rest[comma..], names)?);
            format!(" rest {} between rounds", rest.strip_prefix("rest ")?)
        }
    };
    let header = format!("circuit rounds {}{rest}", count.text);
    block_of(vec![Piece { text: header, from: count.span.to(open.span) }], inside, names)
}

/// Reads two doses of one movement, each of one side, as two steps.
pub(super) fn sides(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    const SIDES: [&str; 4] = ["r", "l", "right", "left"];
    let comma = tokens.iter().position(|token| token.is_sign(','))?;
    let (one, other) = (&tokens[..comma], &tokens[comma + 1..]);
    let is_of_side = |part: &[Token<'_>]| part.last().is_some_and(|last| last.is_word(&SIDES));
    let dose = one.iter().position(|token| token.kind == Kind::Number).filter(|&dose| dose > 0)?;
    if !is_of_side(one) || !is_of_side(other) || other.first()?.kind != Kind::Number {
        return None;
    }
    let mut pieces = whole(one, names).filter(|pieces| is_known_step(pieces, names))?;
    let other = whole(&[&one[..dose], other].concat(), names)?;
    pieces.last_mut()?.text.push(';');
    pieces.extend(other);
    Some(pieces)
}
