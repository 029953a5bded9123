//! For each half of the body: `per leg`, `each side`, `ea`, `e/s`, `L/R`, `each way`, or of both together: `total`.

use super::{Ahead, Phrase};
use crate::speech::token::{Kind, Token};

/// Halves as they are said, and as they are written.
const HALVES: [(&[&str], &str); 6] = [
    (&["leg", "legs"], "leg"),
    (&["arm", "arms"], "arm"),
    (&["side", "sides"], "side"),
    (&["hand", "hands"], "hand"),
    (&["foot", "feet"], "foot"),
    (&["direction", "directions", "way", "ways"], "direction"),
];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    if let Some((end, side)) = letter_alone(ahead) {
        return Some((end, vec![Phrase::Modifier(side.to_owned())]));
    }
    // `each leg lift 10`: before a dose it may be part of a name.
    if !ahead.so_far.has_dose {
        return None;
    }
    let of = ahead.skip(0, &[&["in"]]);
    if ahead.is_word(of, &["total", "altogether"]) && ahead.so_far.has_name {
        return Some((ahead.skip(of + 1, &[&["reps"]]), vec![Phrase::Total]));
    }
    if let Some((end, side)) = one_side(ahead) {
        return Some((end, vec![Phrase::Modifier(side.to_owned())]));
    }
    let (end, half) = each(ahead).or_else(|| letters(ahead))?;
    Some((end, vec![Phrase::Per(half)]))
}

/// Reads `left only`, `L only`, `(R)`, `right side only`: one side, and nothing on the other.
fn one_side(ahead: &Ahead<'_, '_>) -> Option<(usize, &'static str)> {
    let bracket = usize::from(ahead.is_sign(0, '('));
    let side = match () {
        () if ahead.is_word(bracket, &["left", "l"]) => "left",
        () if ahead.is_word(bracket, &["right", "r"]) => "right",
        () => return None,
    };
    let half = ahead.tokens.get(bracket + 1).and_then(half_of).is_some();
    let at = bracket + 1 + usize::from(half);
    let only = ahead.is_word(at, &["only"]);
    let at = at + usize::from(only);
    let closes = bracket == 0 || ahead.is_sign(at, ')');
    ((only || bracket == 1) && closes).then_some((at + bracket, side))
}

/// Reads `L`, `R`, `L leg` behind a name: one side. `L/R` is both, and `L sit` is a name.
fn letter_alone(ahead: &Ahead<'_, '_>) -> Option<(usize, &'static str)> {
    let side = match ahead.tokens.first()?.text {
        "L" => "left",
        "R" => "right",
        _ => return None,
    };
    let half = ahead.tokens.get(1).and_then(half_of).is_some();
    let end = 1 + usize::from(half);
    let is_whole = ahead.ends_at(end)
        || ahead
            .tokens
            .get(end)
            .is_some_and(|next| matches!(next.kind, Kind::Number | Kind::Text | Kind::Sign('@')))
        || ahead.is_word(end, &["rest", "every", "tempo", "hold", "with"]);
    (ahead.so_far.has_name && is_whole).then_some((end, side))
}

/// Tells whether tokens begin with `per leg` or the like.
pub(super) fn is_half(tokens: &[Token<'_>]) -> bool {
    let [first, second, ..] = tokens else { return false };
    (first.is_word(&["per", "each", "ea"]) || first.is_sign('/')) && half_of(second).is_some()
}

fn half_of(token: &Token<'_>) -> Option<&'static str> {
    HALVES.iter().find(|(said, _)| token.is_word(said)).map(|(_, half)| *half)
}

/// Reads `per leg`, `/side`, `on each arm`, `both sides`, `each`, `ea.`.
fn each(ahead: &Ahead<'_, '_>) -> Option<(usize, Option<&'static str>)> {
    let from = ahead.skip(0, &[&["on", "for", "to"]]);
    let is_slash = from == 0 && ahead.is_sign(0, '/');
    let is_alone = ahead.is_word(from, &["each", "ea"]);
    let is_both = ahead.is_word(from, &["both"]) && ahead.is_word(from + 1, &["sides", "ways", "directions"]);
    if !(is_slash || is_alone || is_both || ahead.is_word(from, &["per", "every"])) {
        return None;
    }
    let at = from + 1;
    let at = at + usize::from(is_alone && ahead.is_sign(at, '.') && ahead.tokens[at].glued);
    match ahead.tokens.get(at).and_then(half_of) {
        Some(half) => Some((at + 1, Some(half))),
        // `12 each of`, `each minute`: no half of the body. A name may follow where the dose is first.
        None if is_alone && from == 0 => {
            let is_all = ahead
                .tokens
                .get(at)
                .is_none_or(|next| !next.is_word(&["of", "minute", "min", "round", "set"]));
            is_all.then_some((at, None))
        }
        None => None,
    }
}

/// Reads `e/s`, `L/R`, `left/right`, `left and right`.
fn letters(ahead: &Ahead<'_, '_>) -> Option<(usize, Option<&'static str>)> {
    let [first, joint, second, ..] = ahead.tokens else { return None };
    let is_joined = matches!(joint.kind, Kind::Sign('/' | '&' | '+')) || joint.is_word(&["and"]);
    let is = |one: &[&str], other: &[&str]| first.is_word(one) && second.is_word(other);
    let sides = is(&["l", "left"], &["r", "right"]) || is(&["r", "right"], &["l", "left"]);
    let half = match () {
        () if sides => None,
        () if is(&["e"], &["s"]) && joint.is_sign('/') => None,
        () if is(&["e"], &["l"]) && joint.is_sign('/') => Some("leg"),
        () if is(&["e"], &["a"]) && joint.is_sign('/') => Some("arm"),
        () => return None,
    };
    is_joined.then_some((3, half))
}
