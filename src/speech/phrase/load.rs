//! Loads: `60kg`, `(24kg)`, `at 40kg`, `28kg per hand`, `2 x 24s`, `+20kg`, `1.5x bodyweight`.

use super::{Ahead, Phrase};
use crate::quantity::Unit;
use crate::speech::amount::Amount;
use crate::speech::token::Kind;

/// What is held in one hand.
const IN_HAND: [&str; 8] = ["hand", "dumbbell", "db", "kettlebell", "kb", "arm", "dumbbells", "kettlebells"];

pub(super) fn read(ahead: &Ahead<'_, '_>) -> Option<(usize, Vec<Phrase>)> {
    let has_sign = ahead.has_sign() || ahead.is_word(0, &["using"]);
    let from = if has_sign { 1 } else { ahead.with() };
    if let Some((end, load)) = of_body(ahead, from).or_else(|| added(ahead, from, has_sign)) {
        return Some((end, vec![load]));
    }
    let (end, load) = pair(ahead, from, has_sign)
        .or_else(|| mass(ahead, from))
        .or_else(|| height(ahead, from, has_sign))?;
    let Some((word, implement)) = implement(ahead, end) else { return Some((end, vec![load])) };
    // `12kg dumbbells` are two of them.
    let load = match load {
        Phrase::Load { text, per_hand } if word.ends_with('s') && !text.starts_with("2x") => {
            Phrase::Load { text, per_hand: per_hand || implement != "barbell" }
        }
        load => load,
    };
    Some((end + 1, vec![load, Phrase::Implement(implement)]))
}

/// What a load can be made of, as it is said, and the catalogue's word for it.
const IMPLEMENTS: [(&[&str], &str); 3] = [
    (&["dumbbell", "dumbbells", "db", "dbs"], "dumbbell"),
    (&["kettlebell", "kettlebells", "kb", "kbs"], "kettlebell"),
    (&["barbell", "bar", "bb"], "barbell"),
];

/// Reads what the load before it is made of: `16kg KB`. Returns it as it is said, in small letters, too.
fn implement(ahead: &Ahead<'_, '_>, at: usize) -> Option<(String, &'static str)> {
    let word = ahead.tokens.get(at)?;
    let (_, implement) = IMPLEMENTS.iter().find(|(said, _)| word.is_word(said))?;
    // `20kg dumbbell squat 10`: a name begins.
    let is_last = ahead.tokens.get(at + 1).is_none_or(|next| next.kind != Kind::Word)
        || ahead.is_word(at + 1, &["each", "ea", "per", "rest", "with", "every"]);
    (is_last && ahead.so_far.has_name).then(|| (word.text.to_ascii_lowercase(), *implement))
}

/// Reads how high or wide something is: `(24/20in)`.
fn height(ahead: &Ahead<'_, '_>, at: usize, has_sign: bool) -> Option<(usize, Phrase)> {
    let is_height = |amount: &Amount| {
        matches!(amount.unit, Some(Unit::Inch | Unit::Centimetre)) && !amount.halves && !amount.is_marked
    };
    // `onto a 12in box`.
    let from = ahead.skip(at, &[&["onto", "on", "to", "off", "from", "over"], &["a", "an"]]);
    let (end, amount) = ahead.amount(from).filter(|(_, amount)| is_height(amount))?;
    let is_box = ahead.is_word(end, &["box", "boxes", "step", "hurdle", "hurdles", "bench"]);
    // `box jump 60cm 5`: how often it is done comes behind.
    let is_first = from == at && ahead.so_far.has_name && {
        ahead.amount(end).is_some_and(|(_, dose)| dose.is_dose() && !is_height(&dose))
    };
    let is_said =
        from == at && ahead.so_far.has_dose || is_box && ahead.so_far.has_name || is_first && !is_box;
    (is_said && !has_sign).then(|| (end + usize::from(is_box), target(amount.text)))
}

fn target(text: String) -> Phrase {
    Phrase::Load { text, per_hand: false }
}

/// Reads `60kg`, `24kg/16kg`, `28kg per hand`.
fn mass(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, Phrase)> {
    let (end, amount) = ahead.amount(at).filter(|(_, amount)| is_load(amount))?;
    // `100kg to 120kg`: written as it is.
    // `60kg x 5`: the dose's.
    if ahead.tokens.get(end).is_some_and(|token| token.kind == Kind::Times) {
        return None;
    }
    let is_offset =
        |sign| ahead.is_sign(end, sign) && ahead.tokens.get(end + 1).is_some_and(|next| next.glued);
    let is_step = is_offset('+') || is_offset('-');
    if is_step && super::grows::grows(ahead, end).is_none() || ahead.is_word(end, &["to", "of"]) {
        return None;
    }
    if let Some(after) = per_hand(ahead, end) {
        return Some((after, Phrase::Load { text: amount.text, per_hand: true }));
    }
    Some((end, target(amount.text)))
}

fn is_load(amount: &Amount) -> bool {
    amount.is_mass() && !amount.halves
}

/// Reads `per hand`, `each hand`, `per dumbbell`, `each`, `ea` behind a load. `per leg` is the dose's.
fn per_hand(ahead: &Ahead<'_, '_>, at: usize) -> Option<usize> {
    let slash = ahead.is_sign(at, '/');
    let each = ahead.is_word(at, &["each", "ea", "apiece"]);
    if slash || each || ahead.is_word(at, &["per", "in"]) {
        let at = at + 1 + usize::from(each && ahead.is_sign(at + 1, '.'));
        let at = ahead.skip(at, &[&["each"]]);
        if ahead.is_word(at, &IN_HAND) {
            return Some(at + 1);
        }
        let is_half = ahead
            .is_word(at, &["side", "leg", "foot", "way", "direction", "week", "round", "set", "session"]);
        return (each && !is_half).then_some(at);
    }
    None
}

/// Reads `2x24kg`, `2 x 24s`: two of them, one in each hand.
fn pair(ahead: &Ahead<'_, '_>, at: usize, has_sign: bool) -> Option<(usize, Phrase)> {
    let [two, times, ..] = ahead.tokens.get(at..)? else { return None };
    if two.text != "2" || times.kind != Kind::Times || !has_sign && !ahead.so_far.has_dose {
        return None;
    }
    let (end, amount) = ahead.amount(at + 2)?;
    if amount.is_mass() && !amount.halves {
        return Some((end, target(format!("2x{}", amount.text))));
    }
    // `2 x 24s` of kettlebells: the plural of a weight, where a time would make no sense.
    let last = &ahead.tokens[end - 1];
    let is_plural = has_sign && last.is_word(&["s"]) && last.glued;
    is_plural.then(|| (end, target(format!("2x{}kg", amount.figures))))
}

/// Reads `+20kg` and `-20kg`: besides the body's own weight.
fn added(ahead: &Ahead<'_, '_>, at: usize, has_sign: bool) -> Option<(usize, Phrase)> {
    let sign = ahead.tokens.get(at)?;
    let is_sign = sign.is_sign('+') || has_sign && (sign.is_sign('-') || sign.is_sign('–'));
    if !is_sign || !has_sign && !ahead.so_far.has_dose {
        return None;
    }
    let (end, amount) = ahead.amount(at + 1).filter(|(_, amount)| is_load(amount))?;
    if ahead.is_word(end, &["each", "per"]) {
        return None;
    }
    let sign = if sign.is_sign('+') { "+" } else { "-" };
    Some((end, target(format!("bodyweight {sign}{}", amount.text))))
}

/// Reads `bodyweight`, `1.5x bodyweight`, `2xBW`, `BW +10kg`.
fn of_body(ahead: &Ahead<'_, '_>, at: usize) -> Option<(usize, Phrase)> {
    let body = ["bodyweight", "bw"];
    if ahead.is_word(at, &body) {
        let sign = ahead.tokens.get(at + 1).filter(|one| one.is_sign('+') || one.is_sign('-'));
        let Some(sign) = sign else {
            let is_load = at > 0 || ahead.so_far.has_dose && ahead.ends_at(at + 1);
            return is_load.then(|| (at + 1, target("bodyweight".to_owned())));
        };
        let (end, amount) = ahead.amount(at + 2).filter(|(_, amount)| is_load(amount))?;
        if ahead.is_word(end, &["each", "per"]) || ahead.is_sign(end, '+') {
            return None;
        }
        return Some((end, target(format!("bodyweight {}{}", sign.text, amount.text))));
    }
    let number = ahead.tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let end = at + 1 + usize::from(ahead.tokens.get(at + 1)?.kind == Kind::Times);
    if end == at + 1 || !ahead.is_word(end, &body) {
        return None;
    }
    let percent = number.text.replace(',', ".").parse::<f64>().ok()? * 100.0;
    Some((end + 1, target(format!("{}% of bodyweight", (percent * 10.0).round() / 10.0))))
}
