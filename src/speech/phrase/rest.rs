//! Rests: `rest 60 sec`, `90s rest`, `w/ 400m jog`, `(2min rest)`, `rest 1:1`, `60s between sets`.

use super::{Ahead, Phrase};
use crate::speech::amount;
use crate::speech::token::Kind;

/// How one moves between two efforts.
const MOVING: [&str; 11] =
    ["jog", "walk", "run", "swim", "row", "bike", "spin", "cycle", "ski", "jogging", "walking"];

/// What comes between two sets.
const REST: [&str; 5] = ["rest", "recovery", "rec", "recover", "rests"];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let with = ahead.with();
    let from = if with == 0 && ahead.is_sign(0, '/') && !ahead.tokens[0].glued { 1 } else { with };
    if let Some((end, cue)) = way_back(ahead, from) {
        return Some((end, vec![Phrase::Rest("until ready".to_owned()), Phrase::Cue(cue)]));
    }
    if let Some((end, rest)) = floating(ahead, from) {
        return Some((end, vec![Phrase::Rest(rest), Phrase::Cue("\"float\"".to_owned())]));
    }
    let (end, rest) = led(ahead, from)
        .or_else(|| followed(ahead, from))
        .or_else(|| off(ahead))
        .or_else(|| easily(ahead, from))
        .or_else(|| moving(ahead, from))
        .or_else(|| same_way(ahead, from))?;
    let (end, more) = more(ahead, end);
    let between = ahead.skip(end, &[&["between", "btw"], &["each"], &["sets", "set", "reps", "exercises"]]);
    let is_said = ahead.is_word(end, &["between", "btw"]);
    // Between the sets of what?
    if is_said && !ahead.so_far.has_name && !ahead.so_far.has_dose {
        return None;
    }
    let end = if is_said { between } else { end };
    let mut phrases = vec![Phrase::Rest(rest)];
    if !more.is_empty() {
        phrases.push(Phrase::MoreRests(more));
    }
    Some((end, phrases))
}

/// Reads `walk back down`, `jog back recovery` behind sets: one rests until one is back.
fn way_back(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    let at = ahead.skip(from, &[&["rest"]]);
    let is_said = ahead.is_word(at, &MOVING) && ahead.is_word(at + 1, &["back"]) && ahead.so_far.has_sets;
    let words = [&["down", "up", "to"][..], &["the"], &["start", "bottom", "top"]];
    let end = ahead.skip(at + 2, &words);
    let after = ahead.skip(end, &[&REST]);
    let is_over = ahead.tokens.get(after).is_none_or(|next| next.kind != Kind::Number);
    (is_said && is_over).then(|| (after, format!("\"{}\"", ahead.text(at, end))))
}

/// Reads `2min float`, `float 200m` behind sets: a jog that is not slow.
fn floating(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    let floats = ["float", "floats", "floating"];
    let from = ahead.skip(from, &[&["rest"]]);
    let way = |at: usize| ahead.amount(at).filter(|(_, amount)| amount.is_way_or_time() && !amount.halves);
    let (end, amount) = if ahead.is_word(from, &floats) {
        way(from + 1)?
    } else {
        let (end, amount) = way(from)?;
        (ahead.is_word(end, &floats).then_some(end + 1)?, amount)
    };
    let end = ahead.skip(end, &[&["recovery", "recoveries"]]);
    ahead.so_far.has_sets.then(|| (end, format!("jog {}", amount.text)))
}

/// Reads `rest 60s`, `rest: 60s`, `rest until ready`, `rest jog 200m`, `rest 1:2`.
fn led(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    let is_short = ahead.is_word(from, &["r", "ri", "rec", "recovery"]) && ahead.so_far.has_dose;
    if !is_short && !ahead.is_word(from, &["rest", "resting"]) {
        return None;
    }
    let from = from + usize::from(ahead.is_word(from + 1, &["interval", "intervals"]));
    // `RI :20` is a clock without minutes.
    let is_clock = ahead.is_sign(from + 1, ':')
        && !ahead.tokens[from + 1].glued
        && ahead.tokens.get(from + 2).is_some_and(|next| next.glued);
    let is_parted = (ahead.is_sign(from + 1, ':') || ahead.is_sign(from + 1, '='))
        && !is_clock
        && ahead.tokens.get(from + 2).is_some_and(|next| is_short || !next.glued);
    let at = from + 1 + usize::from(is_parted);
    let at = ahead.skip(at, &[&["for", "of"]]);
    let is_when_ready =
        ahead.is_word(at, &["until", "when"]) && ahead.is_word(at + 1, &["ready", "recovered"]);
    if is_when_ready
        || ahead.is_word(at, &["as"]) && ahead.is_word(at + 1, &["needed", "required", "necessary"])
    {
        return Some((at + 2, "until ready".to_owned()));
    }
    let bare = || {
        let (end, amount) = ahead.amount(at)?;
        let is_bare = amount.unit.is_none() && !amount.is_clock && !amount.halves;
        // The interval of swimmers: nobody rests for ten minutes between lengths.
        let is_seconds = ahead.is_word(from, &["ri"]) && amount.figures.len() == 2;
        let text = if is_seconds { format!("{}s", amount.text) } else { amount.text };
        (is_bare && ahead.so_far.has_dose && ahead.ends_at(end)).then_some((end, text))
    };
    ratio(ahead, at).or_else(|| moving_at(ahead, at)).or_else(|| time(ahead, at)).or_else(bare)
}

/// Reads `walk 200m +20m each set @ 10:00/km` behind `rest`: the pace is that of the rest.
fn moving_at(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let (end, rest) = moving(ahead, at)?;
    let (end, rest) = match super::grows::grows(ahead, end) {
        Some((end, step, false)) => (end, format!("{rest} {step}")),
        Some(_) | None => (end, rest),
    };
    if !ahead.is_sign(end, '@') {
        return Some((end, rest));
    }
    let behind = Ahead { tokens: &ahead.tokens[end..], so_far: ahead.so_far };
    let (length, phrases) = super::target::read(&behind)?;
    let [Phrase::Target(target)] = &phrases[..] else { return None };
    Some((end + length, format!("{rest} @ {target}")))
}

/// Reads `90s rest`, `1:2 rest`, `90s recovery`, `work:rest 1:1`.
fn followed(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    if ahead.is_word(from, &["work"]) && ahead.is_sign(from + 1, ':') && ahead.is_word(from + 2, &["rest"]) {
        return ratio(ahead, from + 3);
    }
    let (end, rest) = ratio(ahead, from).or_else(|| time(ahead, from))?;
    let at = ahead.skip(end, &[&["of", "full", "easy"]]);
    // `plank 30s rest 15s`: the word leads the time behind it.
    let leads = time(ahead, at + 1).is_some_and(|(end, _)| !ahead.is_word(end, &REST));
    (ahead.is_word(at, &REST) && !leads).then_some((at + 1, rest))
}

fn time(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let (end, amount) = ahead.amount(at)?;
    (amount.is_time() && !amount.halves).then_some((end, amount.text))
}

fn ratio(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, String)> {
    let (length, ratio) = amount::ratio(ahead.tokens.get(at..)?)?;
    Some((at + length, ratio))
}

/// Reads `400m jog`, `jog 400m`, `90s walk recovery`, `200m easy jog`.
fn moving(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    let way = |at: usize| ahead.amount(at).filter(|(_, amount)| amount.is_way_or_time() && !amount.halves);
    let name = |at: usize| -> Option<(usize, bool, &str)> {
        let easy = ahead.is_word(at, &["easy"]);
        let at = at + usize::from(easy);
        let word = ahead.tokens.get(at).filter(|token| token.is_word(&MOVING))?;
        Some((at + 1, easy, word.text))
    };
    let (end, easy, word, amount, said_rest) = if let Some((end, easy, word)) = name(from) {
        let (end, amount) = way(end)?;
        (end, easy, word, amount, from > 0)
    } else {
        let (end, amount) = way(from)?;
        let (end, easy, word) = name(end)?;
        (end, easy, word, amount, from > 0)
    };
    let is_rest = ahead.is_word(end, &REST);
    let end = end + usize::from(is_rest);
    // Without a word that says so it may be the next step, unless it ends what has sets.
    let is_last = ahead.so_far.has_sets && ahead.so_far.has_name && end == ahead.tokens.len();
    if !(said_rest || is_rest || is_last) || !ahead.so_far.has_dose {
        return None;
    }
    let easy = if easy { " @ easy" } else { "" };
    let word = word.to_ascii_lowercase();
    let word = if let Some(short) = word.strip_suffix("ging") {
        short
    } else {
        word.strip_suffix("ing").unwrap_or(&word)
    };
    Some((end, format!("{word} {}{easy}", amount.text)))
}

/// Reads `5min easy between`, `2min easy recovery`: the same movement, easily.
fn same_way(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    let (end, amount) = ahead.amount(from).filter(|(_, amount)| amount.is_way_or_time() && !amount.halves)?;
    let is_said = ahead.is_word(end, &["easy"]) && ahead.is_word(end + 1, &["between", "recovery", "rest"]);
    let is_between = ahead.is_word(end + 1, &["between"]);
    (is_said && ahead.so_far.has_dose && ahead.so_far.has_name)
        .then(|| (end + 1 + usize::from(!is_between), format!("{SAME} {} @ easy", amount.text)))
}

/// Reads `on / 30s off` behind how long one works.
fn off(ahead: &Ahead<'_, '_>) -> Option<(usize, String)> {
    let at = ahead.skip(0, &[&["on"]]);
    let parted = ahead.is_sign(at, '/') || ahead.is_sign(at, ',') || ahead.is_sign(at, '-');
    let (end, rest) = time(ahead, at + usize::from(parted))?;
    (ahead.is_word(end, &["off"]) && ahead.so_far.has_dose).then_some((end + 1, rest))
}

/// Reads `1min easy` behind `2min hard`: the same movement, easily.
fn easily(ahead: &Ahead<'_, '_>, from: usize) -> Option<(usize, String)> {
    let (end, amount) = ahead.amount(from).filter(|(_, amount)| amount.is_way_or_time() && !amount.halves)?;
    // `10min easy, 4x3min hard, 2min easy` is a list, which ends as it begins.
    let is_of_sets = ahead.so_far.has_sets && !ahead.so_far.follows_others;
    let is_said = ahead.is_word(end, &["easy"]) && ahead.so_far.after_target && is_of_sets;
    let is_whole = match ahead.tokens.get(end + 1) {
        Some(next) if !ahead.so_far.has_name => next.kind == Kind::Word,
        _ => ahead.ends_at(end + 1),
    };
    (is_said && is_whole).then(|| (end + 1, format!("{SAME} {} @ easy", amount.text)))
}

/// Stands for the step's own movement.
pub(in crate::speech) const SAME: &str = "\u{0}";

/// Reads the rests that follow a rest in a list: `rest 60s, 90s`.
fn more(ahead: &Ahead<'_, '_>, from: usize) -> (usize, Vec<String>) {
    let mut end = from;
    let mut more = Vec::new();
    while ahead.is_sign(end, ',')
        && let Some((after, rest)) = time(ahead, end + 1)
        && ahead.tokens.get(after).is_none_or(|token| token.is_sign(','))
    {
        more.push(rest);
        end = after;
    }
    (end, more)
}
