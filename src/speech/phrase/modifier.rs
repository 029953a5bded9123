//! Modifiers that are said as they are written: `tempo 31X1`, `alternating`, a cue.

use super::{Ahead, Phrase};
use crate::speech::token::Kind;

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let first = ahead.tokens.first()?;
    if first.kind == Kind::Text {
        return Some((1, vec![Phrase::Cue(first.text.to_owned())]));
    }
    if first.is_word(&["tempo"]) && ahead.tokens.get(1)?.kind == Kind::Number {
        let glued = ahead.glued_from(1);
        // A stop ends the sentence.
        let end = glued - usize::from(ahead.is_sign(glued - 1, '.'));
        return Some((end, vec![Phrase::Modifier(format!("tempo {}", ahead.text(1, end)))]));
    }
    if let Some(cue) = warming_or_cooling(ahead) {
        return Some((3, vec![Phrase::Cue(format!("\"{cue}\""))]));
    }
    if let Some((end, figures)) = tempo_without_its_word(ahead) {
        return Some((end, vec![Phrase::Modifier(format!("tempo {figures}"))]));
    }
    let is_turn =
        first.is_word(&["alternating", "right", "left"]) && ahead.so_far.has_dose && ahead.so_far.has_name;
    is_turn.then(|| (1, vec![Phrase::Modifier(first.text.to_ascii_lowercase())]))
}

/// Reads `w/u` and `c/d` behind a step.
fn warming_or_cooling(ahead: &Ahead<'_, '_>) -> Option<&'static str> {
    let is = |first: &str, second: &str| {
        ahead.is_word(0, &[first]) && ahead.is_sign(1, '/') && ahead.is_word(2, &[second])
    };
    let cue = match () {
        () if is("w", "u") => "warm-up",
        () if is("c", "d") => "cool-down",
        () => return None,
    };
    (ahead.so_far.has_dose && ahead.so_far.has_name).then_some(cue)
}

/// Reads `@ 20X1`, which can be nothing else, and `2010 tempo`.
fn tempo_without_its_word(ahead: &Ahead<'_, '_>) -> Option<(usize, String)> {
    let from = usize::from(ahead.is_sign(0, '@'));
    let first = ahead.tokens.get(from).filter(|token| token.kind == Kind::Number)?;
    let end = ahead.glued_from(from);
    let figures = ahead.text(from, end);
    let bare: String = figures.chars().filter(|sign| !matches!(sign, '-' | '/')).collect();
    // `3-1-1 tempo` leaves out the pause at the top.
    let is_short = bare.len() == 3 && figures.matches('-').count() == 2 && ahead.is_word(end, &["tempo"]);
    let is_tempo = (bare.len() == 4 || is_short)
        && bare.bytes().all(|byte| byte.is_ascii_digit() || byte.eq_ignore_ascii_case(&b'x'))
        && !first.text.contains(['.', ',']);
    let is_said = ahead.is_word(end, &["tempo"])
        && ahead.tokens.get(end + 1).is_none_or(|next| next.kind != Kind::Number);
    // The way up is explosive: `2x24` is a pair of weights.
    let is_explosive = bare.as_bytes().get(2).is_some_and(|up| up.eq_ignore_ascii_case(&b'x'));
    (is_tempo && (is_said || from == 1 && is_explosive && ahead.ends_at(end)))
        .then(|| (end + usize::from(is_said), figures))
}
