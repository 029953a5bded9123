//! Working up to a heavy set: `build to a heavy 3`, `work up to 1 in 15 minutes`, `build to a 2RM`.

use super::{Ahead, Phrase};
use crate::speech::token::Kind;
use crate::syntax::figure_of;

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let (mut end, reps) = led(ahead).or_else(|| heavy(ahead)).or_else(|| found(ahead))?;
    let mut within = None;
    if ahead.is_word(end, &["in", "within", "over"])
        && let Some((after, amount)) = ahead.amount(end + 1).filter(|(_, amount)| amount.is_time())
    {
        within = Some(amount.text);
        end = after;
    }
    Some((end, vec![Phrase::BuildTo { reps, within }]))
}

/// Reads `build to a heavy 3`, `work up to a 2RM`.
fn led(ahead: &Ahead<'_, '_>) -> Option<(usize, String)> {
    if !ahead.is_word(0, &["build", "work", "ramp", "working", "building"]) {
        return None;
    }
    let to = ahead.skip(1, &[&["up"]]);
    if !ahead.is_word(to, &["to"]) {
        return None;
    }
    reps(ahead, ahead.skip(to + 1, &[&["a", "an", "your", "today's"], &["heavy"]]))
}

/// Reads `heavy single`, `heavy set of 3`.
fn heavy(ahead: &Ahead<'_, '_>) -> Option<(usize, String)> {
    let at = ahead.skip(0, &[&["a"]]);
    if !ahead.is_word(at, &["heavy"]) {
        return None;
    }
    match ahead.is_word(at + 1, &["set"]) && ahead.is_word(at + 2, &["of"]) {
        true => reps(ahead, at + 3),
        false => reps(ahead, at + 1).filter(|_| ahead.tokens[at + 1].kind == Kind::Word),
    }
}

/// Reads `find a 3RM`, and `3RM` alone where there is no other dose.
fn found(ahead: &Ahead<'_, '_>) -> Option<(usize, String)> {
    let is_led = ahead.is_word(0, &["find", "test", "establish"]);
    let at = ahead.skip(0, &[&["find", "test", "establish"], &["a", "an", "your", "new"]]);
    let is_max = rep_max(ahead, at + 1).is_some();
    // `10RM bench press`; but `10RM bench press 3x8` is a load.
    let has_dose = |ahead: &Ahead<'_, '_>| {
        ahead.tokens.iter().skip(at + 1).any(|next| matches!(next.kind, Kind::Number | Kind::Times))
    };
    let is_of_step = !ahead.so_far.has_dose && (ahead.so_far.has_name || !has_dose(ahead));
    (is_max && (is_led || is_of_step)).then(|| reps(ahead, at))?
}

/// Returns where `RM`, `-RM`, `rep max` or `-rep max` behind a figure ends.
fn rep_max(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    let at = at + usize::from(ahead.is_sign(at, '-'));
    match ahead.is_word(at, &["rep"]) && ahead.is_word(at + 1, &["max"]) {
        true => Some(at + 2),
        false => ahead.is_word(at, &["rm"]).then_some(at + 1),
    }
}

/// Reads how many repetitions the heavy set has: `3`, `2RM`, `triple`.
fn reps(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let figure = ahead.tokens.get(at)?;
    let reps = match figure.kind {
        Kind::Number if figure.text.bytes().all(|byte| byte.is_ascii_digit()) => figure.text.to_owned(),
        // `one rep max`.
        Kind::Word if rep_max(ahead, at + 1).is_some() => figure_of(figure.text)?.to_string(),
        Kind::Word => said(figure.text)?.to_owned(),
        _ => return None,
    };
    let end = rep_max(ahead, at + 1).unwrap_or_else(|| ahead.skip(at + 1, &[&["reps", "rep"]]));
    Some((ahead.skip(end, &[&["test"]]), reps))
}

fn said(word: &str) -> Option<&'static str> {
    Some(match word.to_ascii_lowercase().as_str() {
        "single" => "1",
        "double" => "2",
        "triple" => "3",
        _ => return None,
    })
}
